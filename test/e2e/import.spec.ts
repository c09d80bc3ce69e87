import { expect, test, type Page } from '@playwright/test';
import { card, expectAccessible, openPage } from './open-page.js';

const inside: [number, number] = [130.4017, 33.5902];
const place = `#/?p=${inside.join(',')}`;

/** 国土数値情報 A51 in its published schema: one square around the place, and one of another city. */
function a51(depth = '0.5m以上1m未満'): string {
  const square = ([x, y]: [number, number], half: number) => [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
    [x - half, y - half],
  ];
  const feature = (city: string, code: string, at: [number, number]) => ({
    type: 'Feature',
    properties: { A51_001: '福岡県', A51_002: '40', A51_003: city, A51_004: code, A51_005: depth },
    geometry: { type: 'Polygon', coordinates: [square(at, 0.004)] },
  });
  return JSON.stringify({
    type: 'FeatureCollection',
    name: 'A51-25_40130',
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::6668' } },
    features: [feature('福岡市', '40130', inside), feature('大牟田市', '40202', [130.45, 33.03])],
  });
}

/** Lets a file fall on the page, as a hand with a mouse does. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName));
      return data;
    },
    [name, text] as const,
  );
  const zone = page.getByTestId('import-drop');
  await expect(zone).toBeVisible();
  await zone.dispatchEvent('dragover', { dataTransfer: transfer });
  await zone.dispatchEvent('drop', { dataTransfer: transfer });
}

test('an A51 file is dropped, used, kept, and taken away again', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`);
  });
  await openPage(page, place);
  const before = await (await card(page)).innerText();

  await page.getByRole('tab', { name: '地図の表示' }).click();
  await page.getByRole('link', { name: 'データを取り込む' }).click();
  await expect(page.getByText('このファイルはどこにも送られません')).toBeVisible();
  await expectAccessible(page);

  await drop(page, 'A51-25_40130.geojson', a51());
  await expect(page.getByRole('heading', { name: '読み取った結果' })).toBeVisible();
  const result = page.getByTestId('import-page');
  await expect(result).toContainText('他の市町村');
  await expect(result).toContainText('国土交通省');
  await expect(page.getByTestId('import-difference')).toContainText('増える');
  await expectAccessible(page);
  // Nothing is used before it is told to be.
  await expect(page.getByTestId('imported-notice')).toHaveCount(0);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '取り込んだ層をダウンロード' }).click();
  expect((await download).suggestedFilename()).toBe('inundation-zones.geojson');

  await page.getByRole('button', { name: 'この端末で使う' }).click();
  await expect(page.getByTestId('import-applied')).toContainText('使い始めました');
  await expect(page.getByTestId('imported-notice')).toContainText('取り込んだデータを使用中');
  await expect(page.getByTestId('imported-notice')).toContainText('2025年');
  await expectAccessible(page);

  await page.getByRole('link', { name: '地図で見る' }).click();
  // The layer that was brought in is switched on.
  await expect(page.getByRole('checkbox', { name: /^内水浸水想定区域/ })).toBeChecked();
  await page.getByRole('tab', { name: 'この場所' }).click();
  await expect(await card(page)).toContainText('0.5 m〜1 m');
  await expect(await card(page)).toContainText('国土数値情報（雨水出水浸水想定区域データ）');

  await page.goto('about:blank');
  await openPage(page, place);
  await expect(page.getByTestId('imported-notice')).toContainText('A51-25_40130.geojson');
  await expect(await card(page)).toContainText('A51');

  await page.goto('#/tables?layer=inundation-zones');
  await expect(page.getByRole('table')).toContainText('雨水出水浸水想定区域');

  await page.goto('#/import');
  await page.getByRole('button', { name: /^元に戻す/ }).click();
  await expect(page.getByText('元に戻しました')).toBeVisible();
  await expect(page.getByTestId('imported-notice')).toHaveCount(0);
  await page.goto('about:blank');
  await openPage(page, place);
  expect(await (await card(page)).innerText()).toBe(before);
  expect(sent).toEqual([]);
});

test('a broken file is named and what is in use stays', async ({ page }) => {
  await openPage(page, '#/import');
  await drop(page, 'A51-25_40130.geojson', a51());
  await page.getByRole('button', { name: 'この端末で使う' }).click();
  await expect(page.getByTestId('imported-notice')).toBeVisible();

  await drop(page, 'A51-25_40130.geojson', a51().slice(0, -40));
  const problem = page.getByTestId('import-problem');
  await expect(problem).toContainText('途中で切れています');
  await expect(problem).toContainText('何も変わっていません');
  await expect(page.getByRole('button', { name: 'この端末で使う' })).toHaveCount(0);
  await expect(page.getByTestId('imported-list')).toContainText('A51-25_40130.geojson');
  await expectAccessible(page);

  await drop(page, 'photo.geojson', 'not data');
  await expect(problem).toContainText('読める形式ではありません');
  await page.reload();
  await expect(page.getByTestId('imported-notice')).toBeVisible();
});

test('a layer that others are built from gets the line for the command line', async ({ page }) => {
  await openPage(page, '#/import');
  const towns = JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: { KEY_CODE: '40133', S_NAME: '天神' }, geometry: null }],
  });
  await drop(page, 'r2ka40133.geojson', towns);
  const command = page.getByTestId('import-command');
  await expect(command).toContainText('npm run -s cli -- import r2ka40133.geojson --layer towns');
  await expect(command).toContainText('組み直す必要があります');
  await drop(page, 'N03.gpkg', 'SQLite format 3\u0000');
  await expect(command).toContainText('npm run -s cli -- import N03.gpkg');
});
