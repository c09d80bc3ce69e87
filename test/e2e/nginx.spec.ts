/** The built site behind docs/hosting/nginx.conf: what it answers about every file, and the parts that need its leave. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { cacheControlFor, isReadFromElsewhere } from '../../build/caching.js';
import { errorPolicy, headersFor } from '../../build/policy.js';
import { writtenByGdal } from '../formats/gdal-for-tests.js';
import { zip } from '../formats/make-zip.js';
import { nginx, nginxReason, runNginx, underFolder, type RunningServer } from '../hosting/run-nginx.js';
import { builtFiles, dist } from './built-files.js';
import { serveHosts } from './hosts.js';
import { inundationZone, zoneStem } from './inundation-zone.js';
import { openPage, withoutMap } from './open-page.js';

const test = base.extend<object, { server: RunningServer }>({
  server: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are wanted from the pattern
    async ({}, use) => {
      const server = await runNginx(dist);
      await use(server);
      server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ server }, use) => use(server.base),
});
test.skip(nginx === undefined, nginxReason);

const types: Record<string, string> = {
  '.css': 'text/css',
  '.data': 'application/octet-stream',
  '.geojson': 'application/geo+json',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/plain; charset=utf-8',
  '.pmtiles': 'application/vnd.pmtiles',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** Headers by which nginx says what a file may do and how long it is kept; null where it says nothing. */
function promised(path: string): Record<string, string | null> {
  return {
    'content-security-policy': null,
    'cross-origin-opener-policy': null,
    'access-control-allow-origin': isReadFromElsewhere(path) ? '*' : null,
    'cache-control': cacheControlFor(path),
    'content-type': types[extname(path)] ?? types['.html'] ?? '',
    ...headersFor(path),
  };
}

async function compare(site: string): Promise<void> {
  expect(builtFiles.length).toBeGreaterThan(150);
  for (const path of ['/', ...builtFiles.map((file) => `/${file}`)]) {
    const { status, headers } = await fetch(site + path.slice(1), { method: 'HEAD' });
    const wanted = promised(path);
    const found = Object.fromEntries(Object.keys(wanted).map((name) => [name, headers.get(name)]));
    expect({ path, status, ...found }).toEqual({ path, status: 200, ...wanted });
  }
  for (const path of [
    'nowhere',
    'view/',
    'view/none.html',
    'assets/none-0a1b2c3d.js',
    'element/none.js',
    '.built',
  ]) {
    const { status, headers } = await fetch(site + path);
    expect([path, status, headers.get('cache-control'), headers.get('content-security-policy')]).toEqual([
      path,
      404,
      'no-store',
      errorPolicy,
    ]);
  }
}

test('every built file has the headers the build says, and no other path is a file', async ({ server }) => {
  await compare(server.base);
});

test('so it is under a folder, by the two lines that are marked for it', async () => {
  const root = mkdtempSync(join(tmpdir(), 'mizumichi-folder-'));
  symlinkSync(resolve(dist), join(root, 'map'));
  const server = await runNginx(root, underFolder);
  try {
    await compare(`${server.base}map/`);
  } finally {
    server.close();
    rmSync(root, { recursive: true, force: true });
  }
});

/** What the policies refused, as the browser says it, in pages and workers alike. */
function refusals(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to|unsafe-eval|violates/i.test(message.text()))
      found.push(message.text());
  });
  return found;
}

/** Around 天神. */
const zone = inundationZone();
const plane = ['-s_srs', 'EPSG:4326', '-t_srs', 'EPSG:6670'];

/** The same zone as every kind of file that GDAL has to read. */
async function filesForGdal(): Promise<{ name: string; data: Uint8Array }[]> {
  const one = async (extension: string, driver: string, options: string[]) => {
    const [[, data] = ['', new Uint8Array()]] = [...(await writtenByGdal([zone], driver, options))].filter(
      ([name]) => name.endsWith(extension),
    );
    return { name: `${zoneStem}${extension}`, data };
  };
  const shape = await writtenByGdal([zone], 'ESRI Shapefile', [...plane, '-lco', 'ENCODING=CP932']);
  return [
    {
      name: `${zoneStem}.zip`,
      data: zip(
        [...shape].map(([name, data]) => ({
          path: `${zoneStem}/${zoneStem}.${name.split('.').at(-1)}`,
          data,
        })),
      ),
    },
    await one('.gpkg', 'GPKG', plane),
    await one('.gml', 'GML', plane),
    await one('.fgb', 'FlatGeobuf', plane),
    await one('.geojson', 'GeoJSON', [...plane, '-lco', 'RFC7946=NO']),
  ];
}

test('the importer reads every kind of file under the policy of its worker', async ({ page }) => {
  test.setTimeout(240_000);
  const refused = refusals(page);
  await withoutMap(page);
  await openPage(page, '#/import');
  for (const { name, data } of await filesForGdal())
    await test.step(name, async () => {
      const input = page.getByTestId('import-page').locator('input[type=file]').first();
      await input.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(data) });
      const result = page.getByTestId('import-page');
      await expect(result).toContainText(name);
      await expect(result.getByRole('heading', { name: '読み取った結果' })).toBeVisible({ timeout: 60_000 });
      await expect(result).toContainText('EPSG:6670');
      await expect(page.getByTestId('import-problem')).toHaveCount(0);
    });
  expect(refused).toEqual([]);
});

test('so does the workbench', async ({ page }) => {
  test.setTimeout(240_000);
  const refused = refusals(page);
  await withoutMap(page);
  await openPage(page, '#/tools');
  const files = await filesForGdal();
  for (const [index, { name, data }] of files.entries())
    await test.step(name, async () => {
      const mine = `${index}-${name}`;
      await page
        .getByLabel('ファイルを選ぶ')
        .setInputFiles({ name: mine, mimeType: 'application/octet-stream', buffer: Buffer.from(data) });
      await expect(page.locator('.workbench').getByRole('article')).toHaveCount(index + 1, {
        timeout: 60_000,
      });
    });
  expect(refused).toEqual([]);
});

test('iframe and element stand in a strict page of another origin', async ({ page, server }) => {
  const refused = refusals(page);
  const hosts = await serveHosts(new URL(server.base).origin);
  try {
    await page.goto(`${hosts.origin}/frame.html`);
    const frame = page.frameLocator('iframe').first();
    await expect(frame.getByRole('group', { name: '凡例' })).toContainText('処理区');
    await page.goto(`${hosts.origin}/plain.html`);
    await expect(page.locator('mizumichi-map').getByTestId('centre')).toHaveText('中部水処理センター');
    await expect(page.locator('mizumichi-map').locator('canvas')).toBeVisible();
    expect(refused).toEqual([]);
  } finally {
    await hosts.close();
  }
});

test('nobody frames the page or a view, and a view shows the embed it holds', async ({ page, server }) => {
  await withoutMap(page);
  const [view = ''] = builtFiles.filter((file) => file.startsWith('view/'));
  await page.goto(server.base + view);
  await expect(page.frameLocator('iframe').getByRole('group', { name: '凡例' })).toBeVisible();
  const frames = ['', view, 'embed.html']
    .map((path) => `<iframe src="${server.base}${path}"></iframe>`)
    .join('');
  const other = createServer((_, response) => response.setHeader('content-type', 'text/html').end(frames));
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  try {
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    await expect(page.frameLocator('iframe').nth(2).getByRole('group', { name: '凡例' })).toBeVisible();
    for (const index of [0, 1])
      await expect(page.frameLocator('iframe').nth(index).locator('main')).toHaveCount(0);
  } finally {
    other.closeAllConnections();
    other.close();
  }
});
