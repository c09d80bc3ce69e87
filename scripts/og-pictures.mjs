/**
 * `node scripts/og-pictures.mjs`: takes the pictures of the main views for link previews and for readers without
 * JavaScript, public/og/<view>.jpg, from the built page (run `npm run build` before and after).
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFlags, ensureBrowser, root, say, tool } from './ensure.mjs';
import { writeWhole } from './write-whole.mjs';

const size = { width: 1200, height: 630 };
const port = process.env.PORT ?? '5197';
const out = join(root, 'public/og');
mkdirSync(out, { recursive: true });

const folder = process.env.DIST ?? 'dist';
const [command, args] = tool(
  'vite',
  'preview',
  '--port',
  port,
  '--strictPort',
  '--host',
  '127.0.0.1',
  '--outDir',
  folder,
);
const server = spawn(command, args, { cwd: root, stdio: 'ignore' });
const base = `http://127.0.0.1:${port}`;
try {
  await answering(`${base}/embed.html`);
  const browser = await chromium.launch({
    executablePath: ensureBrowser() ?? undefined,
    args: chromiumFlags,
  });
  const context = await browser.newContext({
    viewport: size,
    locale: 'ja-JP',
    bypassCSP: true,
    colorScheme: 'light',
  });
  for (const name of readdirSync(join(root, folder, 'view')).filter((file) => file.endsWith('.html'))) {
    const view = name.replace('.html', '');
    const page = await context.newPage();
    await page.goto(`${base}/view/${name}`);
    const source = await page.locator('iframe').getAttribute('src');
    const title = await page.locator('iframe').getAttribute('title');
    const address = new URL(source, `${base}/view/`).href;
    await page.goto(`${address}${address.includes('story=') ? '' : `&title=${encodeURIComponent(title)}`}`);
    await page.addStyleTag({ content: '[data-print="no"], .way { display: none !important }' });
    await page.getByText('地図を準備しています').waitFor({ state: 'detached', timeout: 60_000 });
    // Words of the map are placed some frames after its areas.
    await page.waitForTimeout(4000);
    const path = join(out, `${view}.jpg`);
    writeWhole(path, await page.screenshot({ type: 'jpeg', quality: 78 }));
    say(`${view}.jpg ${Math.round(statSync(path).size / 1024)} kB`);
    await page.close();
  }
  await browser.close();
} finally {
  server.kill('SIGTERM');
}

async function answering(url) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`${url} does not answer; is the page built?`);
}
