/**
 * `npm run screen-reader`: the journey as a screen reader hears it, written to docs/screen-reader.md.
 * Where the focus goes: role, name, state and description out of Chromium's own accessibility tree. What is announced:
 * every change of a live region. What can be read: Playwright's snapshot of the same tree.
 * `--dist .cache/other-dist`  `--dry` prints only
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
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

const { values } = parseArgs({
  options: { dist: { type: 'string', default: 'dist' }, dry: { type: 'boolean', default: false } },
});
ensureInstalled();
if (values.dist === 'dist') {
  ensureData();
  ensureBuilt();
}
const executablePath = ensureBrowser();
if (!executablePath) process.exit(1);
const { chromium } = await import('@playwright/test');
const port = '4198';
const preview = ['preview', '--outDir', values.dist, '--port', port, '--strictPort', '--host', '127.0.0.1'];
const [command, args] = tool('vite', ...preview);
const server = spawn(command, args, { cwd: root, stdio: 'ignore' });

const browser = await chromium.launch({ executablePath, args: chromiumFlags });
const lines = [];
const write = (...text) => lines.push(...text);
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    locale: 'ja-JP',
    serviceWorkers: 'block',
  });
  const devtools = await page.context().newCDPSession(page);
  await page.addInitScript(listen);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await page.goto(`http://127.0.0.1:${port}/`);
      break;
    } catch (error) {
      if (attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  await page.locator('#search-input').waitFor();
  await page.locator('progress').waitFor({ state: 'detached', timeout: 120_000 });
  await page.locator('[data-map="drawn"]').waitFor({ timeout: 120_000 });

  step('The page opens');
  write(`- page: “${await page.title()}”, language ${await page.locator('html').getAttribute('lang')}`);
  await announced();
  write('', 'Landmarks and headings:', '');
  write(...(await outline(page)));

  step('Tab: the first of the skip links');
  await press('Tab');
  step('Enter: to the search box');
  await press('Enter');
  step('「はかたえきちゅうおうがい」 is typed');
  await page.keyboard.type('はかたえきちゅうおうがい');
  await page.locator('#search-suggestions').getByRole('option').first().waitFor();
  await focused();
  await announced();
  step('Arrow down: the first suggestion');
  await press('ArrowDown');
  step('Enter: the answer');
  await press('Enter');
  await page.locator('#report-title').waitFor();
  await page.waitForFunction(() => document.querySelector('article[aria-busy="false"]'));
  await announced();
  step('r: to the answer');
  await page.keyboard.press('Tab');
  await press('r', 'search box left with Tab first; in it the letter would be typed');
  write('', 'What can be read from here on:', '', '```yaml');
  write(
    await page
      .getByRole('article')
      .filter({ has: page.locator('#report-title') })
      .ariaSnapshot(),
    '```',
  );

  step('The button for the page of its own');
  const button = page.getByRole('button', { name: '1ページで見る' });
  await button.focus();
  await focused();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/report/);
  await page.locator('h1#report-title').waitFor();
  write('- Enter opens the page');
  await focused();
  await announced();
  write('', 'Landmarks and headings:', '');
  write(...(await outline(page)));

  step('The language: English');
  const language = page.locator('header select').first();
  await language.focus();
  await focused();
  await language.selectOption('en');
  await page.locator('html[lang="en"]').waitFor();
  await page.getByText('Hakata').first().waitFor();
  await announced();
  write(`- page: “${await page.title()}”, language ${await page.locator('html').getAttribute('lang')}`);
  write('', 'The answer:', '', '```yaml');
  write(
    await page
      .getByRole('article')
      .filter({ has: page.locator('#report-title') })
      .ariaSnapshot(),
    '```',
  );

  function step(title) {
    write('', `## ${lines.filter((line) => line.startsWith('## ')).length + 1}. ${title}`, '');
    say(`… ${title}`);
  }

  async function press(key, remark = '') {
    await page.keyboard.press(key);
    if (remark) write(`- (${remark})`);
    await focused();
  }

  /** What has the focus, or the line of a list the focus points to, as the tree has it. */
  async function focused() {
    await settle();
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    const said = await page.evaluate(() => {
      const active = document.activeElement;
      const pointed = active?.getAttribute('aria-activedescendant');
      return [active?.id || null, pointed];
    });
    const property = (node, name) => node.properties?.find((each) => each.name === name)?.value?.value;
    const holder = nodes.filter((node) => property(node, 'focused') === true).at(-1);
    if (holder) write(`- focus: ${describe(holder, property)}`);
    else write(`- focus: ${said[0] ?? 'the page'}`);
    if (said[1]) {
      const { root: tree } = await devtools.send('DOM.getDocument', { depth: 0 });
      const { nodeId } = await devtools.send('DOM.querySelector', {
        nodeId: tree.nodeId,
        selector: `#${said[1]}`,
      });
      const { node: option } = await devtools.send('DOM.describeNode', { nodeId });
      const line = nodes.find((node) => node.backendDOMNodeId === option.backendNodeId);
      if (line) write(`- reads: ${describe(line, property)}`);
    }
  }

  async function announced() {
    await settle();
    const heard = await page.evaluate(() => window.__heard.splice(0));
    for (const text of heard) write(`- announced: “${text}”`);
    if (heard.length === 0) write('- announced: nothing');
  }

  /** Until nothing has changed for a moment. */
  async function settle() {
    await page.waitForFunction(() => Date.now() - window.__changed > 500);
  }
} finally {
  await browser.close();
  server.kill();
}

const text = `# What a screen reader hears

Made by \`npm run screen-reader\` from the accessibility tree of Chromium: nobody wrote these lines, and nothing in them is
seen on screen only. The journey of issue 4: open, skip link, type, arrow, Enter, answer, the page of its own, English.
${lines.join('\n')}
`;
const { format, resolveConfig } = await import('prettier');
const file = join(root, 'docs/screen-reader.md');
const pretty = await format(text, { ...(await resolveConfig(file)), parser: 'markdown' });
if (values.dry) console.log(pretty);
else writeWhole(file, pretty);

/** In the page: notes what live regions say, as often as they say it, and when anything changed last. */
function listen() {
  window.__heard = [];
  window.__changed = Date.now();
  const before = new WeakMap();
  const look = () => {
    window.__changed = Date.now();
    for (const region of document.querySelectorAll('[aria-live="polite"], [role="status"], [role="alert"]')) {
      const now = region.checkVisibility() ? region.textContent.replace(/\s+/g, ' ').trim() : '';
      if (now !== '' && now !== before.get(region)) window.__heard.push(now);
      before.set(region, now);
    }
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
}

function describe({ role, name, description, value, properties }, property) {
  const states = (properties ?? [])
    .filter(({ name: key }) =>
      ['expanded', 'selected', 'checked', 'level', 'hasPopup', 'invalid'].includes(key),
    )
    .filter(({ value: each }) => each.value !== 'false' && each.value !== 'menu')
    .map(({ name: key, value: each }) => `${key} ${each.value}`);
  const live = property({ properties }, 'live');
  return [
    `${role.value} “${name?.value ?? ''}”`,
    value?.value ? `value “${value.value}”` : '',
    ...states,
    live ? `live ${live}` : '',
    description?.value ? `described as “${description.value}”` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Landmarks with their names, and the headings in them, in reading order. */
function outline(page) {
  return page.evaluate(() => {
    const landmarks =
      'header, nav, main, footer, aside, form[role=search], section[aria-label], [role=tablist], [role=region]';
    const found = [...document.querySelectorAll(`${landmarks}, h1, h2, h3`)].filter((each) =>
      each.checkVisibility(),
    );
    const nameOf = (each) =>
      each.getAttribute('aria-label') ??
      document.getElementById(each.getAttribute('aria-labelledby') ?? '')?.textContent.trim() ??
      '';
    return found.map((each) => {
      const text = each.textContent.replace(/\s+/g, ' ').trim();
      if (/^H\d$/.test(each.tagName)) return `- heading ${each.tagName[1]} “${text}”`;
      return `- ${each.getAttribute('role') ?? each.tagName.toLowerCase()} “${nameOf(each)}”`;
    });
  });
}
