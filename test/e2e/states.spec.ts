import { expect, test } from '@playwright/test';
import {
  card,
  chooseTown,
  expectAccessible,
  levels,
  mapDrawn,
  openPage,
  searchBox,
  withoutMap,
} from './open-page.js';

const cityHall = '#/?p=130.4017,33.5902';

/** Address of each state, and words that only it shows. */
const states = {
  empty: ['#/', '地図を押すか、住所で検索してください'],
  report: [cityHall, '中央区 天神一丁目'],
  'outside every district': ['#/?p=130.35,33.46', '担当なし'],
  sea: ['#/?p=130.30,33.75', '福岡市の陸地の外です'],
  'report page': ['#/report?p=130.4017,33.5902', '1:25,000'],
  table: ['#/tables?layer=priority-districts', '33件中33件'],
  about: ['#/about', 'この地図の数字と線が'],
} as const;

for (const [device, viewport] of Object.entries({
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
})) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${device}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });
      test('axe finds nothing in any state, the map drawn beside it', async ({ page }) => {
        // Eight looks of axe and a map drawn in software.
        test.slow();
        await openPage(page);
        await mapDrawn(page);
        for (const [name, [hash, words]] of Object.entries(states)) {
          await test.step(name, async () => {
            await openPage(page, hash);
            await expect(
              page.locator('main').getByText(words).filter({ visible: true }).first(),
            ).toBeVisible();
            await expectAccessible(page);
          });
        }
      });
    });
  }
}

test('axe finds nothing: layers, lists and suggestions, help', async ({ page }) => {
  await withoutMap(page);
  await openPage(page);
  await page.getByRole('tab', { name: '地図の表示' }).click();
  await expect(page.getByRole('tabpanel', { name: '地図の表示' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('tab', { name: '一覧・座標' }).click();
  await searchBox(page).input.fill('天神');
  await expect(searchBox(page).lines.first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '使い方' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
});

test('axe finds nothing: the menu of a phone', async ({ page }) => {
  await withoutMap(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page);
  await page.getByRole('button', { name: 'メニュー' }).click();
  await expect(page.getByRole('link', { name: '一覧表' })).toBeVisible();
  await expectAccessible(page);
});

test('loading is shown with progress, and is accessible', async ({ page }) => {
  await withoutMap(page);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/tiles/towns.geojson', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(cityHall);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByText('データを読み込んでいます')).toBeVisible();
  await expectAccessible(page);
  release();
  await card(page);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
});

test('near an edge it names the candidates instead of deciding', async ({ page }) => {
  await withoutMap(page);
  await openPage(page, '#/');
  const edge = await page.evaluate(async () => {
    const districts = await (await fetch('./tiles/treatment-districts.geojson')).json();
    const rings = districts.features.map(
      (feature: { geometry: { type: string; coordinates: number[][][][] } }) =>
        feature.geometry.type === 'MultiPolygon'
          ? feature.geometry.coordinates.flat()
          : feature.geometry.coordinates,
    ) as number[][][][];
    const seen = new Map<string, number>();
    for (const [district, own] of rings.entries()) {
      for (const [longitude, latitude] of own.flat()) {
        const key = `${longitude},${latitude}`;
        const other = seen.get(key);
        if (other !== undefined && other !== district) return key;
        seen.set(key, district);
      }
    }
    throw new Error('no two districts share a corner');
  });
  await openPage(page, `#/?p=${edge}`);
  const answer = await card(page);
  await expect(page.getByTestId('centre')).toHaveText('境界付近のため判定できません');
  await expect(answer.locator('.candidates li').nth(1)).toBeVisible();
  await expectAccessible(page);
});

test('a layer file that is missing is named, and the rest answers', async ({ page }) => {
  await withoutMap(page);
  await page.route('**/tiles/inundation-zones.geojson*', (route) =>
    route.fulfill({ status: 404, contentType: 'text/plain', body: 'not here' }),
  );
  await openPage(page, cityHall);
  await card(page);
  await expect(page.getByTestId('data-problem')).toContainText('内水浸水想定区域');
  await expect(page.getByTestId('data-problem')).toContainText('ほかの答えはそのまま使えます');
  await expect(page.getByTestId('centre')).toHaveText('中部水処理センター');
  await expect(levels(page)).toHaveText(['79.5', '59.1']);
  await expect(page.getByText(/内水浸水想定区域.*この部分はわかりません/)).toBeVisible();
  await expect(page.getByText('2つの内水浸水想定区域')).toHaveCount(0);
  await expectAccessible(page);
});

test('without the districts the headline says it does not know, and gives no number of its own', async ({
  page,
}) => {
  await withoutMap(page);
  await page.route('**/tiles/treatment-districts.geojson', (route) => route.abort());
  await openPage(page, cityHall);
  await card(page);
  await expect(page.getByTestId('centre')).toHaveText('データを読めなかったため、わかりません');
});

test('positions in a link and as people type them: none, the sea, outside every district, swapped', async ({
  page,
}) => {
  await withoutMap(page);
  await openPage(page, '#/?p=130.4017');
  await expect(page.getByText(/リンクの一部を読めませんでした.*130\.4017/)).toBeVisible();
  await openPage(page, states.sea[0]);
  await expect(page.locator('#report-title')).toHaveText('福岡市の陸地の外です');
  await openPage(page, states['outside every district'][0]);
  await expect(page.locator('#report-title')).toContainText('早良区');
  await expect(page.getByTestId('centre')).toHaveText('担当なし');
  await expect(levels(page)).toHaveCount(0);

  await page.getByRole('tab', { name: '一覧・座標' }).click();
  const latitude = page.getByLabel('緯度（北緯）');
  const longitude = page.getByLabel('経度（東経）');
  const show = page.getByRole('button', { name: 'この地点の答えを見る' });

  await latitude.fill('天神');
  await longitude.fill('130.4');
  await show.click();
  await expect(page.getByRole('alert')).toContainText('数字で入力してください');
  await expect(latitude).toHaveAttribute('aria-invalid', 'true');

  await latitude.fill('95');
  await show.click();
  await expect(page.getByRole('alert')).toContainText('緯度は−90から90まで');

  await latitude.fill('１３０．４０１７');
  await longitude.fill('３３．５９０２');
  await show.click();
  await expect(page.getByRole('alert')).toContainText('緯度と経度が逆');
  await page.getByRole('button', { name: '入れ替えて答えを見る' }).click();
  await card(page);
  await expect(page.getByTestId('centre')).toHaveText('中部水処理センター');
});

test('without WebGL everything but the map works', async ({ page }) => {
  await withoutMap(page);
  await openPage(page);
  await expect(page.locator('#map')).toHaveAttribute('data-map', 'no-webgl');
  await expect(page.getByRole('heading', { name: 'この端末では地図を描けません' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '町の一覧・座標から選ぶ' }).click();
  await chooseTown(page, '博多区', '博多駅中央街');
  await card(page);
  await expect(page.getByTestId('centre')).toHaveText('中部水処理センター');
});

test('a map engine that does not arrive can be tried again', async ({ page }) => {
  const engine = /MapView-.*\.js/;
  await page.route(engine, (route) => route.abort());
  await openPage(page);
  await expect(page.getByRole('heading', { name: '地図を読み込めませんでした' })).toBeVisible();
  await page.getByRole('button', { name: '博多駅' }).click();
  await card(page);
  await expect(page.getByTestId('centre')).toHaveText('中部水処理センター');
  await page.unroute(engine);
  await page.getByRole('button', { name: 'もう一度試す' }).click();
  await mapDrawn(page);
  await expect(page.getByTestId('centre')).toHaveText('中部水処理センター');
});

test('nothing is cut off at 320 pixels', async ({ page }) => {
  await withoutMap(page);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const hash of [
    '#/report?p=130.4017,33.5902',
    '#/about',
    '#/tables?layer=priority-districts',
    cityHall,
  ]) {
    await openPage(page, hash);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, hash).toBeLessThanOrEqual(0);
  }
});

test('twice the text size keeps everything on the page', async ({ page }) => {
  await withoutMap(page);
  await openPage(page, '#/report?p=130.4017,33.5902');
  await card(page);
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.goto('#/?p=130.4017,33.5902');
  await card(page);
  expect(await overflow()).toBeLessThanOrEqual(0);
  const name = (await page.locator('header .name').boundingBox())!;
  const first = (await page.locator('header nav a').first().boundingBox())!;
  expect(name.x + name.width <= first.x || name.y + name.height <= first.y).toBe(true);
});

for (const locale of ['ja', 'en'] as const) {
  test(`the report prints on one page with map, limits and code: ${locale}`, async ({ page }) => {
    await withoutMap(page);
    await openPage(page, `#/report?p=130.4017,33.5902&lang=${locale}`);
    await card(page);
    await expect(page.locator('figure svg').first()).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('.paper-only');
    await expect(sheet).toBeVisible();
    await expect(sheet).toContainText('79.5');
    await expect(sheet).toContainText('1:25,000');
    await expect(sheet.getByRole('img').last()).toBeVisible();
    await expect(page.locator('header').first()).toBeHidden();
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
}
