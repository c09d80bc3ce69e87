import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { alignment } from './tools-files.js';

/** A server that can be killed: it hands on what the one of the tests says. */
const relay = `
const { createServer, get } = require('node:http');
const [behind, port] = process.argv.slice(1);
createServer((request, response) => {
  get(new URL(request.url, behind), (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  }).on('error', () => response.destroy());
}).listen(Number(port), '127.0.0.1', () => console.log('up'));`;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function startServer(behind: string, port: number): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['-e', relay, behind, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((up) => server.stdout?.once('data', () => up()));
  return server;
}

/** The browser's own process: the one without a type that was given this profile and nobody else's. */
function browserProcess(profile: string): number {
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const words = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
      const own = words.includes(`--user-data-dir=${profile}`);
      if (own && !words.some((word) => word.startsWith('--type='))) return Number(id);
    } catch {
      // It ended while we looked.
    }
  }
  throw new Error('the browser of this test is not running');
}

/** Many small areas: enough that reading them takes a while. */
function largeFile() {
  const square = (x: number, y: number) => [
    [
      [x, y],
      [x + 0.0001, y],
      [x + 0.0001, y + 0.0001],
      [x, y + 0.0001],
      [x, y],
    ],
  ];
  const features = Array.from({ length: 120_000 }, (_, i) => ({
    type: 'Feature',
    properties: { 番号: i },
    geometry: { type: 'Polygon', coordinates: square(130.3 + (i % 400) / 4_000, 33.5 + i / 1_000_000) },
  }));
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  return { name: 'large.geojson', mimeType: 'application/octet-stream', buffer: Buffer.from(text) };
}

test('kill -9 of browser and server in the middle of an import: everything finished is there again', async ({
  baseURL,
}) => {
  test.slow();
  test.skip(process.platform !== 'linux', 'finds the process in /proc');
  const profile = mkdtempSync(join(tmpdir(), 'mizumichi-kill-'));
  const port = await freePort();
  const { executablePath, args } = test.info().project.use.launchOptions ?? {};
  const open = async (): Promise<[BrowserContext, Page]> => {
    const context = await chromium.launchPersistentContext(profile, {
      ...(executablePath && { executablePath }),
      ...(args && { args }),
      locale: 'ja-JP',
      serviceWorkers: 'block',
    });
    const [page] = context.pages();
    if (!page) throw new Error('no page');
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.goto(`http://127.0.0.1:${port}/#/tools`);
    return [context, page];
  };
  const overlay = (page: Page, name: string) => page.getByRole('article', { name, exact: true });
  const choose = (page: Page) => page.getByLabel('ファイルを選ぶ');

  let server = await startServer(baseURL ?? '', port);
  try {
    const [, page] = await open();
    await choose(page).setInputFiles([alignment()]);
    await expect(overlay(page, 'alignment')).toBeVisible();
    await page.getByRole('tab', { name: '測る・描く' }).click();
    for (const corner of ['65000,-56000', '65000,-55900', '65100,-55900', '65100,-56000']) {
      await page.getByLabel('座標', { exact: true }).fill(corner);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('button', { name: 'この形を加える' }).click();
    await expect(page.getByText(/10,00\d m² \(1\.000\d ha\)/)).toBeVisible();
    await page.getByRole('tab', { name: '重ね図' }).click();
    await choose(page).setInputFiles([largeFile()]);
    await expect(page.getByRole('button', { name: '中止' })).toBeVisible();

    process.kill(browserProcess(profile), 'SIGKILL');
    server.kill('SIGKILL');
    await new Promise((ended) =>
      server.exitCode !== null || server.signalCode ? ended(null) : server.once('exit', ended),
    );

    server = await startServer(baseURL ?? '', port);
    const [context, again] = await open();
    await expect(overlay(again, 'alignment')).toBeVisible();
    await expect(overlay(again, 'large')).toHaveCount(0);
    await again.getByRole('tab', { name: '測る・描く' }).click();
    await expect(again.getByText(/10,00\d m² \(1\.000\d ha\)/)).toBeVisible();
    // And work goes on.
    await again.getByRole('tab', { name: '重ね図' }).click();
    await choose(again).setInputFiles([{ ...alignment(), name: 'second.geojson' }]);
    await expect(overlay(again, 'second')).toBeVisible();
    await context.close();
  } finally {
    server.kill('SIGKILL');
    rmSync(profile, { recursive: true, force: true });
  }
});
