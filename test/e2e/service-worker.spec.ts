import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { nginx, nginxReason, runNginx, underFolder } from '../hosting/run-nginx.js';
import { builtFiles, dist } from './built-files.js';
import { withoutMap } from './open-page.js';

test.use({ serviceWorkers: 'allow' });

/** Files of more than this are asked for by their beginning only: 40 MB of GDAL. */
const large = 5_000_000;
const content = (file: string) => readFileSync(join(dist, file));
const stored = new Set(
  [
    ...content('sw.js')
      .toString()
      .matchAll(/\burl:"([^"]+)"/g),
  ].map(([, url = '']) => url),
);
const unknown = [
  'nowhere',
  'nowhere/',
  'index',
  'index.htm',
  'index.html/',
  'view/',
  'tiles/',
  'map/',
  'embed',
  'report',
];

for (const { name, missing, serve } of [
  { name: 'at the root', missing: false, serve: null },
  { name: `under a folder${nginxReason}`, missing: nginx === undefined, serve: serveFolder },
])
  test(`every file and every unknown path is itself with the store at work, ${name}`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.skip(missing);
    test.setTimeout(240_000);
    const server = (await serve?.()) ?? { base: baseURL ?? '', close: () => undefined };
    try {
      await withoutMap(page);
      await page.goto(server.base);
      await expect(page.getByTestId('offline-ready')).toBeVisible({ timeout: 60_000 });
      expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toBe(
        `${server.base}sw.js`,
      );
      const asked = builtFiles.filter((file) => content(file).length < large);
      expect(asked.length).toBeGreaterThan(150);
      // Under a folder the rules are the same ones: two of those with a hash in the name are enough.
      const hashed = asked.filter((file) => /-[\w-]{8}\.\w+$/.test(file));
      const navigated = serve ? asked.filter((file) => hashed.indexOf(file) < 2) : asked;

      await test.step('fetched', async () => {
        const sums = await page.evaluate(async (files) => {
          const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
          const found: Record<string, string> = {};
          for (const file of files)
            found[file] = base64(
              await crypto.subtle.digest('SHA-256', await (await fetch(`./${file}`)).arrayBuffer()),
            );
          return found;
        }, asked);
        expect(sums).toEqual(
          Object.fromEntries(
            asked.map((file) => [file, createHash('sha256').update(content(file)).digest('base64')]),
          ),
        );
      });
      await test.step('opened', async () => {
        for (const file of navigated) expect(await opened(page, server.base + file), file).toBe(shown(file));
        for (const path of unknown) expect(await opened(page, server.base + path), path).toBe(404);
        for (const path of ['', '?utm_source=x', '?a=1&b=2', 'index.html?a=1'])
          expect(await opened(page, server.base + path), path).toBe('the page');
      });
      await test.step('opened without a network', async () => {
        await context.setOffline(true);
        // What is not stored may still be in the browser's own cache; the page it never is.
        for (const file of navigated.filter((each) => !stored.has(each)))
          expect(await opened(page, server.base + file), file).toMatch(/^(?:itself|unreachable)$/);
        for (const path of unknown) expect(await opened(page, server.base + path), path).toBe('unreachable');
        for (const path of ['', '?utm_source=x', '?a=1&b=2', 'index.html?a=1'])
          expect(await opened(page, server.base + path), path).toBe('the page');
      });
      await page.goto(`${server.base}?from=elsewhere#/?p=130.4017,33.5902`);
      await expect(page.getByTestId('centre')).toHaveText('中部水処理センター');
    } finally {
      await context.setOffline(false);
      server.close();
    }
  });

/** Only index.html begins this script. */
const beginning = /assets\/index-[\w-]+\.js/.exec(content('index.html').toString())?.[0] ?? '';
const shown = (file: string) => (file === 'index.html' ? 'the page' : 'itself');

/** What stands at an address: `the page`, `itself` (shown or saved), the status of an error, or `unreachable`. */
async function opened(page: Page, address: string): Promise<string | number> {
  try {
    const response = await page.goto(address, { waitUntil: 'commit' });
    if (!response?.ok()) return response?.status() ?? 'nothing';
    const isPage =
      /html/.test(response.headers()['content-type'] ?? '') && (await response.text()).includes(beginning);
    return isPage ? 'the page' : 'itself';
  } catch (error) {
    if (/Download is starting|ERR_ABORTED/.test(String(error))) return 'itself';
    if (/ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(String(error))) return 'unreachable';
    // The browser's own page about the address before comes late.
    if (/interrupted by another navigation/.test(String(error))) return opened(page, address);
    throw error;
  }
}

/** nginx with the site under `/map/`, and nothing beside it. */
async function serveFolder() {
  const root = mkdtempSync(join(tmpdir(), 'mizumichi-folder-'));
  symlinkSync(resolve(dist), join(root, 'map'));
  const { base, close } = await runNginx(root, underFolder);
  return {
    base: `${base}map/`,
    close: () => {
      close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
