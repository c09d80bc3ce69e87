import { expect, test, type Page } from '@playwright/test';
import { zip } from '../formats/make-zip.js';
import { writtenByGdal } from '../formats/gdal-for-tests.js';
import { inundationZone, zoneFile, zoneStem } from './inundation-zone.js';
import { card, expectAccessible, openPage, withoutMap } from './open-page.js';

const inside: [number, number] = [130.4017, 33.5902];
const place = `#/?p=${inside.join(',')}`;

/** One zone around the place, and one of another city. */
const zones = (depth?: string) =>
  [{}, { centre: [130.45, 33.03] as const, city: '大牟田市', code: '40202' }].map((zone) =>
    inundationZone({ ...(depth && { depth }), ...zone }),
  );
const a51 = () => zoneFile(zones());

/** The same as the publisher's Shapefile: CP932 attributes and folder name, plane coordinates, nothing else in the zip. */
async function a51Shapefile(depth: string): Promise<Uint8Array> {
  const plane = ['-s_srs', 'EPSG:4326', '-t_srs', 'EPSG:6670', '-lco', 'ENCODING=CP932'];
  const written = await writtenByGdal(zones(depth), 'ESRI Shapefile', plane);
  // Without .cpg: the bytes have to tell.
  const parts = [...written].filter(([name]) => !name.endsWith('.cpg'));
  return zip(
    parts.map(([name, data]) => ({
      path: `${zoneStem}_SHP/シェープファイル形式/${zoneStem}.${name.split('.').at(-1)}`,
      data,
    })),
  );
}

/** Lets a file fall on the page, as a hand with a mouse does. */
async function drop(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, base64]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], fileName));
      return data;
    },
    [name, Buffer.from(content).toString('base64')] as const,
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
  await withoutMap(page);
  await openPage(page, place);
  const answer = await card(page);
  // The centre's page of the yearbook and the nearest block come after the answer.
  await expect(answer.getByRole('heading', { name: /^水処理センター\s*中部/ })).toBeVisible();
  await expect(answer).toContainText('最寄りの街区は');
  const before = await answer.innerText();

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
  // The imported layer is switched on.
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
  await card(page);
  await expect.poll(() => answer.innerText()).toBe(before);
  expect(sent).toEqual([]);
});

test('a broken file is named and what is in use stays', async ({ page }) => {
  await withoutMap(page);
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
  await withoutMap(page);
  await openPage(page, '#/import');
  const towns = JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: { KEY_CODE: '40133', S_NAME: '天神' }, geometry: null }],
  });
  await drop(page, 'r2ka40133.geojson', towns);
  const command = page.getByTestId('import-command');
  await expect(command).toContainText('npm run -s cli -- import r2ka40133.geojson --layer towns');
  await expect(command).toContainText('組み直す必要があります');
});

test('a zipped Shapefile in CP932 and plane coordinates is read in the browser, drawn by depth, and taken away again', async ({
  page,
}) => {
  // 40 MB of GDAL are fetched and compiled.
  test.setTimeout(120_000);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`);
  });
  await openPage(page, place);
  const answer = await card(page);
  // The centre's page of the yearbook comes after the answer.
  await expect(answer.getByRole('heading', { name: /^水処理センター\s*中部/ })).toBeVisible();
  const before = await answer.innerText();
  expect(before).not.toContain('A51');

  await page.goto('#/import');
  await drop(page, 'A51-25_40130_SHP.zip', await a51Shapefile('１ｍ以上３ｍ未満'));
  const result = page.getByTestId('import-page');
  // GDAL is fetched for the first such file.
  await expect(page.getByRole('heading', { name: '読み取った結果' })).toBeVisible({ timeout: 60_000 });
  await expect(result).toContainText('A51-25_40130 · shapefile · CP932 · EPSG:6670');
  await expect(result).toContainText('大牟田市');
  await page.getByRole('button', { name: 'この端末で使う' }).click();
  await expect(page.getByTestId('import-applied')).toContainText('使い始めました');

  await page.getByRole('link', { name: '地図で見る' }).click();
  // The classes stand in the legend now that there are depths.
  await expect(page.getByText('20 m以上').first()).toBeVisible();
  await page.goto(place);
  await expect(await card(page)).toContainText('1 m〜3 m');
  await expect(await card(page)).toContainText('A51');

  await page.goto('#/import');
  await page.getByRole('button', { name: /^元に戻す/ }).click();
  await expect(page.getByText('元に戻しました')).toBeVisible();
  await page.goto('about:blank');
  await openPage(page, place);
  await card(page);
  await expect.poll(() => answer.innerText()).toBe(before);
  expect(sent).toEqual([]);
});

/** 国土数値情報 A31 in the schema of 2020 on: one river, assumed maximum. */
function a31(): string {
  const { features, ...head } = JSON.parse(a51()) as { features: { properties: unknown }[] };
  const [area] = features;
  return JSON.stringify({
    ...head,
    name: 'A31a-20-24_8404020001',
    features: [{ ...area, properties: { A31a_201: '8404020001', A31a_202: '那珂川', A31a_205: 3 } }],
  });
}

test('river flood becomes a layer of its own while its data is here', async ({ page }) => {
  await withoutMap(page);
  await openPage(page, '#/tables');
  const layers = page.locator('main select').first();
  await expect(layers).not.toContainText('洪水浸水想定区域');
  await page.goto('#/import');
  await drop(page, 'A31a-20-24_8404020001.geojson', a31());
  await page.getByRole('button', { name: 'この端末で使う' }).click();
  await expect(page.getByTestId('import-applied')).toContainText('使い始めました');
  await page.goto(place);
  await expect(await card(page)).toContainText('那珂川');
  await expect(await card(page)).toContainText('3 m〜5 m');
  await page.goto('#/tables?layer=river-flood');
  await expect(page.getByRole('table')).toContainText('洪水浸水想定区域 那珂川');
  await page.goto('#/import');
  await page.getByRole('button', { name: /^元に戻す/ }).click();
  await page.goto('#/tables');
  await expect(layers).not.toContainText('洪水浸水想定区域');
});

test('a line of a trunk sewer is told by its columns, used, and drawn by the year slider', async ({
  page,
}) => {
  await withoutMap(page);
  await openPage(page, '#/import');
  const line = {
    type: 'LineString',
    coordinates: [
      [130.4, 33.59],
      [130.405, 33.585],
    ],
  };
  const properties = { 幹線名: '中部第２号幹線', 状況: '供用中', 年度: 2020, 出典: '試験の台帳', 精度m: 8 };
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::6668' } };
  const features = [{ type: 'Feature', properties, geometry: line }];
  await drop(page, 'trunks.geojson', JSON.stringify({ type: 'FeatureCollection', crs, features }));
  // The file does not say as of when.
  await expect(page.getByText('データの時点が分かりません')).toBeVisible();
  await page.getByText('時点と座標系').click();
  await page.getByLabel('データの時点').fill('2026-04-01');
  await page.getByRole('button', { name: '読み取って確かめる' }).click();
  await expect(page.getByTestId('import-page')).toContainText('下水道幹線の線');
  await page.getByRole('button', { name: 'この端末で使う' }).click();
  await expect(page.getByTestId('import-applied')).toContainText('使い始めました');
  await page.goto('#/tools');
  await page.getByRole('tab', { name: '幹線の年次' }).click();
  const row = page.getByRole('row', { name: /^中部2号幹線/ });
  await expect(row).toContainText('取り込んだ線形（');
  await expect(row).toContainText('試験の台帳（2026-04-01）');
  await page.getByRole('slider', { name: /年度/ }).fill('2021');
  await expect(row).toContainText('供用中');
});
