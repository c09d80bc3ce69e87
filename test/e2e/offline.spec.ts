import { expect, test, type Page } from '@playwright/test';
import { groundFlavours } from '../../src/style/ground-flavour.js';
import { openFaultProxy } from './fault-proxy.js';
import { allowNational, playTiles, png, send } from './national-services.js';
import { pixelsOf } from './pixels.js';
import { card, expectAccessible, levels, mapDrawn, openPage, searchBox, withoutMap } from './open-page.js';

test.use({ serviceWorkers: 'allow' });
// Every test fills a store of its own: on a busy machine that takes its time.
test.describe.configure({ timeout: 120_000 });

/** One visit, until the page itself says that it is stored. */
async function visitOnce(page: Page, hash = '#/'): Promise<void> {
  await openPage(page, hash);
  await expect(page.getByTestId('offline-ready')).toBeVisible({ timeout: 60_000 });
}

/** Every address in every store. */
function stored(page: Page): Promise<{ url: string; bytes: number }[]> {
  return page.evaluate(async () => {
    const files: { url: string; bytes: number }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const body = await (await cache.match(request))?.arrayBuffer();
        files.push({ url: request.url, bytes: body?.byteLength ?? 0 });
      }
    }
    return files;
  });
}

test('after one visit, without a network: type, Enter, read the answer', async ({ page, context }) => {
  await visitOnce(page);
  await page.getByRole('button', { name: '閉じる' }).click();
  await expect(page.getByTestId('offline-ready')).toHaveCount(0);
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator('main')).toBeVisible();
  await expect(page.getByTestId('offline')).toContainText(/オフラインです。データは.*年.*時点のものです/);
  await expect(page.getByTestId('data-problem')).toHaveCount(0);

  await page.keyboard.press('/');
  await expect(searchBox(page).input).toBeFocused();
  await page.keyboard.type('てんじん1ちょうめ');
  await expect(searchBox(page).lines.first()).toContainText('天神一丁目');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const answer = await card(page);
  await expect(answer).toContainText('天神一丁目');
  await expect(page.getByTestId('centre')).toHaveText('中部水処理センター');
  await expect(levels(page)).toHaveText(['79.5', '59.1']);
  await expect(page.getByText(/オフラインで、端末に保存した.*時点のデータから答えています/)).toBeVisible();
  await mapDrawn(page);
  // Every part that a page needs was stored.
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expectAccessible(page);
});

test('streets, buildings and their names at 天神, and the same without a network', async ({
  page,
  context,
}) => {
  await visitOnce(page, '#/?c=130.3990,33.5905&z=16&theme=light&l=treatment-centres');
  await mapDrawn(page);
  const { street } = groundFlavours.light.words;
  const { building } = groundFlavours.light;
  /** The sides of buildings, and the ink of the words along streets. */
  const drawn = async () =>
    (await pixelsOf(page, building, 3)) > 20_000 && (await pixelsOf(page, street, 12)) > 300;
  await expect.poll(drawn, { timeout: 45_000 }).toBe(true);
  await page.getByRole('tab', { name: '地図の表示' }).click();
  await expect(page.getByTestId('basemap-kept')).toContainText('保存しました', { timeout: 45_000 });
  await context.setOffline(true);
  await page.reload();
  await mapDrawn(page);
  await expect.poll(drawn, { timeout: 45_000 }).toBe(true);
  await expect(page.getByTestId('ground-missing')).toHaveCount(0);
});

test('a shared report link, tables and another language also open without a network', async ({
  page,
  context,
}) => {
  await withoutMap(page);
  await visitOnce(page);
  await context.setOffline(true);
  await page.goto('#/report?p=130.4017,33.5902');
  await page.reload();
  await card(page);
  await expect(page.getByTestId('centre')).toHaveText('中部水処理センター');
  await page.evaluate(() => (location.hash = '#/tables?layer=priority-districts'));
  await expect(page.getByRole('row')).not.toHaveCount(0);
  await page.evaluate(() => (location.hash = '#/?p=130.4017,33.5902&lang=en'));
  await expect(page.getByTestId('offline')).toContainText('You are offline');
});

test('stores the page and its data, under 5 MB, and no tile of anybody else', async ({ page, context }) => {
  await withoutMap(page);
  await playTiles(context, { inland: send(png(() => '#ff9191')) });
  await visitOnce(page, '#/?p=130.4017,33.5902');
  await allowNational(page);
  await expect(page.locator('[data-hazard="national-inland"]')).toHaveAttribute('data-kind', 'depth');
  const files = await stored(page);
  const origin = new URL(page.url()).origin;
  expect(files.filter(({ url }) => !url.startsWith(origin))).toEqual([]);
  const names = files.map(({ url }) => new URL(url).pathname);
  const layers = await page.evaluate(async () => {
    const manifest = (await (await fetch('./tiles/manifest.json')).json()) as {
      layers: Record<string, { file: string }>;
    };
    return Object.values(manifest.layers).map(({ file }) => `/tiles/${file}`);
  });
  for (const name of [
    '/index.html',
    '/tiles/manifest.json',
    '/tiles/search.json',
    '/tiles/yearbook.json',
    ...layers,
  ])
    expect(names).toContain(name);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  expect(bytes).toBeGreaterThan(1_000_000);
  expect(bytes).toBeLessThan(5_000_000);
});

test('without a network nothing is asked of national services, and it says so', async ({ page, context }) => {
  await withoutMap(page);
  const { asked } = await playTiles(context, { inland: send(png(() => '#ff9191')) });
  await visitOnce(page, '#/?p=130.4017,33.5902');
  await allowNational(page);
  const national = page.getByTestId('national');
  await expect(national.locator('[data-hazard="national-inland"]')).toHaveAttribute('data-kind', 'depth');
  // Every answer is in, so that a late one is not taken for a new question.
  await expect(national.locator('dl')).toHaveAttribute('aria-busy', 'false');
  await expect(national.locator('[data-elevation]')).not.toHaveAttribute('data-elevation', 'working');
  const before = asked.length;
  await context.setOffline(true);
  await expect(national).toContainText('問い合わせていません');
  await page.evaluate(() => (location.hash = '#/?p=130.42,33.59'));
  await expect(page.locator('#report-title')).toContainText('博多区');
  expect(asked.length).toBe(before);
});

test('a new version waits for the reader', async ({ page, baseURL }) => {
  await withoutMap(page);
  const { origin, publish, close } = await openFaultProxy(baseURL ?? '');
  try {
    await visitOnce(page, `${origin}/#/?p=130.4017,33.5902`);
    await card(page);
    publish(new Map([['/icon.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')]]));
    const marked = () => page.evaluate(() => document.documentElement.dataset['visit'] ?? 'new');
    await page.evaluate(async () => {
      document.documentElement.dataset['visit'] = 'same';
      await (await navigator.serviceWorker.ready).update();
    });
    const banner = page.getByTestId('update');
    await expect(banner).toContainText('新しい版があります', { timeout: 60_000 });
    await expectAccessible(page);
    expect(await marked()).toBe('same');
    await banner.getByRole('button', { name: 'いま更新する' }).click();
    await expect.poll(() => marked().catch(() => 'same')).toBe('new');
    await card(page);
    await expect(page.getByTestId('centre')).toHaveText('中部水処理センター');
    await expect(page.getByTestId('update')).toHaveCount(0);
  } finally {
    await close();
  }
});
