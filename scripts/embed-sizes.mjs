/**
 * `node scripts/embed-sizes.mjs`: what an embed costs a page, against an iframe of the full map: kilobytes over the
 * wire (gzip -6 of every answer), up to the first words and with the map drawn. Needs a built `dist/`.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { chromiumFlags, ensureBrowser, root, tool } from './ensure.mjs';

const port = process.env.PORT ?? '5198';
const base = `http://127.0.0.1:${port}`;
const [command, args] = tool(
  'vite',
  'preview',
  '--port',
  port,
  '--strictPort',
  '--host',
  '127.0.0.1',
  '--outDir',
  process.env.DIST ?? 'dist',
);
const server = spawn(command, args, { cwd: root, stdio: 'ignore' });
const host = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html');
  response.end(
    `<!doctype html><title>host</title><script type="module" src="${base}/element/mizumichi-map.js"></script><mizumichi-map layers="treatment-districts"></mizumichi-map>`,
  );
});
await new Promise((done) => host.listen(0, '127.0.0.1', done));

const cases = [
  ['embed.html', `${base}/embed.html#/?l=treatment-districts`, '.foot .source'],
  ['<mizumichi-map>', `http://127.0.0.1:${host.address().port}/`, '.foot .source'],
  ['full map', `${base}/index.html#/?l=treatment-districts`, '#search-input'],
];
try {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (
      await fetch(`${base}/embed.html`).then(
        (r) => r.ok,
        () => false,
      )
    )
      break;
    await new Promise((done) => setTimeout(done, 200));
  }
  const browser = await chromium.launch({
    executablePath: ensureBrowser() ?? undefined,
    args: chromiumFlags,
  });
  for (const [name, url, firstWords] of cases) {
    const words = await measure(browser, url, firstWords, true);
    const all = await measure(browser, url, firstWords, false);
    console.log(
      `${name}: first words ${words.requests} requests, ${words.kilobytes} kB; with the map ${all.requests} requests, ${all.kilobytes} kB`,
    );
  }
  await browser.close();
} finally {
  server.kill('SIGTERM');
  host.close();
}

/** @param wordsOnly holds back the map engine, and ends when the first words stand */
async function measure(browser, url, firstWords, wordsOnly) {
  const context = await browser.newContext({
    viewport: { width: 800, height: 560 },
    locale: 'ja-JP',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const sizes = [];
  page.on('response', (response) => {
    if (
      (response.url().startsWith(base) && response.request().resourceType() !== 'document') ||
      response.url() === url
    )
      sizes.push(
        response.body().then(
          (body) => gzipSync(body).byteLength,
          () => 0,
        ),
      );
  });
  if (wordsOnly) await page.route(/MapView|maplibre|label-worker/, (route) => route.abort());
  await page.goto(url);
  await page.locator(firstWords).first().waitFor();
  if (!wordsOnly) {
    await page.locator('canvas').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(3000);
  }
  const bytes = await Promise.all(sizes);
  await context.close();
  return { requests: bytes.length, kilobytes: Math.round(bytes.reduce((sum, size) => sum + size, 0) / 1024) };
}
