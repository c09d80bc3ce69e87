import { expect, test } from '@playwright/test';
import { card, chooseTown, levels, mapDrawn, openPage, searchBox, withoutMap } from './open-page.js';

const cityHall = '130.4017,33.5902';
const hakataStation = '130.4207,33.5898';
const meinohama = '130.3250,33.5838';

test('a click on the map is answered with centre and design level', async ({ page }) => {
  await openPage(page, `#/?c=${hakataStation}&z=15`);
  const map = await mapDrawn(page);
  const box = (await map.boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const answer = await card(page);
  await expect(page.getByTestId('centre')).toHaveText('中部水処理センター');
  await expect(levels(page)).toHaveText(['79.5', '59.1']);
  await expect(answer).toContainText('雨水整備レインボープラン博多');
  await expect(answer).toContainText('博多駅周辺地区');
  await expect(page).toHaveURL(/p=130\.42\d+,33\.58\d+/);
});

test('a shared link shows plan, zone, sources and limits in words', async ({ page }) => {
  await withoutMap(page);
  await openPage(page, `#/?p=${cityHall}`);
  const answer = await card(page);
  await expect(page.locator('#report-title')).toContainText('中央区');
  await expect(answer.locator('[data-section=treatment]')).toContainText(
    '福岡市の下水道 令和7年度版 9ページ',
  );
  await expect(answer.locator('[data-section=rainfall]')).toContainText('雨水整備レインボープラン天神');
  const zone = answer.locator('[data-section=inundation]');
  await expect(zone).toContainText('天神周辺地区');
  await expect(zone.locator('.scenario')).toContainText('153');
  await expect(zone).toContainText('下水道が備える水準ではありません');
  await expect(zone).toContainText('不明');
  await expect(answer).toContainText('シミュレーション');
  await expect(answer).toContainText('重要事項説明');
});

test('where target and stage agree there is one number', async ({ page }) => {
  await withoutMap(page);
  await openPage(page, `#/?p=${meinohama}`);
  await card(page);
  await expect(levels(page)).toHaveText(['59.1']);
  await expect(page.getByTestId('centre')).toHaveText('西部水処理センター');
});

test('the answer of a shared link does not wait for the map engine', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/MapView-.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await openPage(page, `#/?p=${cityHall}`);
  await card(page);
  await expect(page.getByTestId('centre')).toHaveText('中部水処理センター');
  await expect(page.locator('#map')).toHaveAttribute('data-map', 'loading');
  release();
  await mapDrawn(page);
});

test('back returns to the answer before', async ({ page }) => {
  await withoutMap(page);
  await openPage(page, `#/?p=${cityHall}`);
  await card(page);
  await searchBox(page).input.fill('姪浜駅');
  await searchBox(page).lines.first().click();
  await expect(page.getByTestId('centre')).toHaveText('西部水処理センター');
  await page.goBack();
  await expect(page.getByTestId('centre')).toHaveText('中部水処理センター');
});

test('the whole answer changes its language, and the address keeps it', async ({ page }) => {
  await withoutMap(page);
  await openPage(page, `#/?p=${cityHall}`);
  await card(page);
  await page.getByLabel('言語').selectOption('en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByTestId('centre')).toHaveText(/Chubu/);
  await expect(page.getByText('Target of the plan').first()).toBeVisible();
  await page.getByLabel('Language').selectOption('ko');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.getByTestId('centre')).toHaveText('중부 물처리센터');
  await expect(page).toHaveURL(/lang=ko/);
  await page.reload();
  await expect(page.getByTestId('centre')).toHaveText('중부 물처리센터');
});

test('locate-me says how good the position is, and what its circle reaches', async ({ page, context }) => {
  await context.grantPermissions(['geolocation']);
  // 130 m from the border of two districts.
  await context.setGeolocation({ longitude: 130.4, latitude: 33.5618, accuracy: 200 });
  await openPage(page, '#/');
  await mapDrawn(page);
  await page.getByRole('button', { name: '現在地' }).click();
  await card(page);
  const located = page.getByTestId('located');
  await expect(located).toContainText('約200 m');
  await expect(located).toContainText('中部、南部');
  await expect(page.getByTestId('announcement')).toContainText('約200 m');
  await expect(page).toHaveURL(/p=130\.4,33\.5618/);
  // All of the circle is in sight: 400 m on at least a quarter of the map's height.
  await expect(page).toHaveURL(/z=1[4-6]/);
  await searchBox(page).input.fill('姪浜駅');
  await searchBox(page).lines.first().click();
  await expect(page.getByTestId('centre')).toHaveText('西部水処理センター');
  await expect(located).toHaveCount(0);
});

test('a town of the list is answered for the whole town', async ({ page }) => {
  await withoutMap(page);
  await openPage(page);
  await page.getByRole('tab', { name: '一覧・座標' }).click();
  await chooseTown(page, '南区', '大橋一丁目');
  const answer = await card(page);
  await expect(answer).toContainText('南区');
  await expect(page.getByText(/大橋一丁目は全体が南部処理区です/)).toBeVisible();
});

test('the link button copies an address that opens the same answer', async ({ page, context }) => {
  await withoutMap(page);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page, `#/?p=${cityHall}`);
  await card(page);
  await page.getByRole('button', { name: 'リンクをコピー' }).click();
  await expect(page.getByText('コピーしました')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('p=130.4017,33.5902');
  expect(link).toMatch(/v=[0-9a-f]{12}/);
  await page.getByRole('button', { name: '文章をコピー' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/担当する水処理センター: 中部水処理センター[\s\S]*79\.5 mm\/時間[\s\S]*重要事項説明/);
});

test('a table filters, sorts and leads to the map; what has no place says so', async ({ page }) => {
  await withoutMap(page);
  await openPage(page, '#/tables?layer=pump-stations');
  const table = page.getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(131);
  await expect(table.getByText('位置未公表').first()).toBeVisible();
  await page.getByRole('button', { name: '雨水排水能力' }).click();
  await page.getByRole('button', { name: '雨水排水能力' }).click();
  await expect(page.getByRole('columnheader', { name: '雨水排水能力' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await page.getByLabel('表の中をさがす').fill('向島');
  await expect(table.getByRole('row')).toHaveCount(2);
  await table.getByRole('button', { name: /を地図で見る/ }).click();
  await expect(page).toHaveURL(/#\/\?.*f=pump-stations/);
  await card(page);
});

test('the page about the data lists every layer with source, date, method and accuracy', async ({ page }) => {
  await withoutMap(page);
  await openPage(page, '#/about');
  const layer = page.getByRole('article').filter({ hasText: '処理区（7区）' });
  await expect(layer).toContainText('福岡市の下水道 令和7年度版');
  await expect(layer).toContainText('2025年（令和7年）3月31日');
  await expect(layer).toContainText('資料から推定して作成');
  await expect(layer).toContainText(/±\d+/);
});

test('layers are switched and faded, and the address keeps it', async ({ page }) => {
  await withoutMap(page);
  await openPage(page);
  await page.getByRole('tab', { name: '地図の表示' }).click();
  const group = page.getByRole('group', { name: '浸水の想定' });
  await group.getByRole('checkbox', { name: '内水浸水想定区域' }).check();
  await expect(page).toHaveURL(/l=[^&]*inundation-zones/);
  await group.getByRole('slider').fill('50');
  await expect(page).toHaveURL(/inundation-zones\.50/);
});
