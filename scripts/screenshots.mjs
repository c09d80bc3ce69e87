/** `npm run screenshots`: the pictures of docs/screenshots, taken from the built page in Chromium. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  chromiumFlags,
  ensureBrowser,
  ensureBuilt,
  ensureData,
  ensureInstalled,
  root,
  say,
  tool,
} from './ensure.mjs';
import { writeWhole } from './write-whole.mjs';

ensureInstalled();
ensureData();
ensureBuilt();
const executablePath = ensureBrowser();
if (!executablePath) process.exit(1);

const { chromium } = await import('@playwright/test');
const port = 4199;
const folder = join(root, 'docs/screenshots');
mkdirSync(folder, { recursive: true });
const [command, args] = tool(
  'vite',
  'preview',
  '--port',
  String(port),
  '--strictPort',
  '--host',
  '127.0.0.1',
);
const server = spawn(command, args, { cwd: root, stdio: 'ignore' });
const cityHall = 'p=130.4017,33.5902&c=130.4017,33.5902&z=13.4';
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

/** name → [hash, viewport, colour scheme] */
const shots = {
  'desktop-ja': [`#/?${cityHall}&lang=ja`, desktop, 'light'],
  'desktop-en': [`#/?${cityHall}&lang=en`, desktop, 'light'],
  'desktop-dark': [`#/?${cityHall}&lang=ja`, desktop, 'dark'],
  'desktop-empty': ['#/?lang=ja', desktop, 'light'],
  'phone-ja': [`#/?${cityHall}&lang=ja`, phone, 'light'],
  'phone-en': [`#/?${cityHall}&lang=en`, phone, 'light'],
};

const browser = await chromium.launch({ executablePath, args: chromiumFlags });
try {
  for (const [name, [hash, viewport, colorScheme]] of Object.entries(shots)) {
    const page = await browser.newPage({ viewport, colorScheme, locale: 'ja-JP', serviceWorkers: 'block' });
    await untilServed(page, `http://127.0.0.1:${port}/${hash}`);
    await page.locator('[data-map="drawn"]').waitFor({ timeout: 120_000 });
    writeWhole(join(folder, `${name}.png`), await page.screenshot());
    await page.close();
    say(`✓ docs/screenshots/${name}.png`);
  }
} finally {
  await browser.close();
  server.kill();
}

/** The server needs a moment: ask until it answers. */
async function untilServed(page, url) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await page.goto(url);
    } catch (error) {
      if (attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
