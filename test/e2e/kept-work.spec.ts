/** What is kept in the browser, with two tabs at it, and with records in it that make no sense. */
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { zoneFile, zoneStem } from './inundation-zone.js';
import { card, openPage, violations, withoutMap } from './open-page.js';
import { openTwoTabs, playRound } from './two-tabs.js';
import { alignment } from './tools-files.js';

const tabs = (page: Page) => page.getByRole('tab');

/** Writes records into one of the page's databases, as somebody else would. */
async function put(
  page: Page,
  database: string,
  store: string,
  records: [unknown, string?][],
): Promise<void> {
  await page.evaluate(
    async ([name, into, rows]) => {
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('not opened'));
      });
      const transaction = opened.transaction(into, 'readwrite');
      for (const [row, key] of rows) transaction.objectStore(into).put(row, key);
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      opened.close();
    },
    [database, store, records] as const,
  );
}

// Many rounds, with every answer to the question: `npm run two-tabs`.
for (const [round, deaf] of [false, true].entries())
  test(`two tabs write at once${deaf ? ', without hearing of each other' : ''}: nothing is lost`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ locale: 'ja-JP', serviceWorkers: 'block' });
    const pages = await openTwoTabs(context, baseURL ?? '', deaf);
    expect((await playRound(pages, round)).lost).toEqual([]);
    await context.close();
  });

test('a tab that slept is asked what to keep, with both versions at hand', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: 'ja-JP', serviceWorkers: 'block' });
  const [one, other] = await openTwoTabs(context, baseURL ?? '', false);
  for (const page of [one, other]) await page.getByRole('tab', { name: '多地点' }).click();
  const field = (page: Page) => page.locator('[id$="-panel-sites"] textarea');
  const devtools = await context.newCDPSession(other);
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  await field(one).fill('天神1-8-1');
  await devtools.send('Page.setWebLifecycleState', { state: 'active' });
  await other.bringToFront();
  // Awake it sees what was written, and says so.
  await expect(field(other)).toHaveValue('天神1-8-1');
  await expect(other.getByText('別のタブでの変更を取り入れました')).toBeVisible();

  await context.close();

  const deafContext = await browser.newContext({
    locale: 'ja-JP',
    serviceWorkers: 'block',
    acceptDownloads: true,
  });
  const [first, second] = await openTwoTabs(deafContext, baseURL ?? '', true);
  for (const page of [first, second]) await page.getByRole('tab', { name: '多地点' }).click();
  await field(first).fill('いちの住所');
  await field(second).fill('にの住所');
  const question = second.getByTestId('two-tabs');
  await expect(question).toContainText('どちらも消えていません');
  expect(await violations(second, '.workbench')).toEqual([]);
  await question.getByRole('button', { name: '別のタブの作業' }).click();
  await expect(question).toHaveCount(0);
  await expect(field(second)).toHaveValue('いちの住所');
  const versions = second.getByTestId('kept-versions');
  await versions.getByText('取り置いた作業').click();
  const download = second.waitForEvent('download');
  await versions.getByRole('button', { name: /^作業を保存/ }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('にの住所');
  await versions.getByRole('button', { name: /^作業台に出す/ }).click();
  await expect(field(second)).toHaveValue('にの住所');
  expect(await violations(second, '.workbench')).toEqual([]);
  await deafContext.close();
});

test('an import in one tab reaches the answer in the other, and its removal too', async ({
  page,
  context,
}) => {
  test.slow();
  const place = '#/?p=130.4017,33.5902';
  const other = await context.newPage();
  for (const each of [page, other]) {
    await withoutMap(each);
    await openPage(each, place);
  }
  const answer = await card(other);
  await expect(answer).not.toContainText('A51');
  await page.evaluate(() => (location.hash = '#/import'));
  await page.locator('input[type="file"]').setInputFiles({
    name: `${zoneStem}.geojson`,
    mimeType: 'application/geo+json',
    buffer: Buffer.from(zoneFile()),
  });
  await page.getByRole('button', { name: 'この端末で使う' }).click();
  await expect(page.getByTestId('import-applied')).toBeVisible();
  await expect(other.getByTestId('imported-notice')).toContainText('A51-25_40130.geojson');
  await expect(other.getByTestId('imported-notice')).toContainText('答えを出し直しました');
  await expect(await card(other)).toContainText('0.5m以上1m未満');
  await page.getByRole('button', { name: /^元に戻す/ }).click();
  await expect(other.getByTestId('imported-notice')).not.toContainText('A51-25_40130.geojson');
  await expect(await card(other)).not.toContainText('0.5m以上1m未満');
});

test('a choice made in one tab is not undone by another', async ({ page, context }) => {
  const other = await context.newPage();
  for (const each of [page, other]) {
    await withoutMap(each);
    await openPage(each, '#/');
  }
  const menu = (each: Page) => each.locator('select:has(option[value="dark"])');
  await menu(page).selectOption('dark');
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.evaluate(() => (location.hash = '#/?lang=en'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(other.locator('html')).toHaveAttribute('lang', 'ja');
  await menu(other).selectOption('light');
  const kept = await page.evaluate(() => localStorage.getItem('mizumichi.preferences'));
  expect(JSON.parse(kept ?? '{}')).toMatchObject({ locale: 'en', theme: 'light' });
});

test('records that make no sense: every panel opens, what is readable is saved, the rest is cleared', async ({
  page,
}) => {
  test.slow();
  await withoutMap(page);
  await openPage(page, '#/tools');
  await page.getByLabel('ファイルを選ぶ').setInputFiles([alignment()]);
  await expect(page.getByRole('article', { name: 'alignment', exact: true })).toBeVisible();
  const good = {
    name: '古い図',
    fileName: 'old.geojson',
    features: [
      {
        type: 'Feature',
        properties: { 路線: '一' },
        geometry: { type: 'Point', coordinates: [130.4, 33.59] },
      },
    ],
  };
  await put(page, 'mizumichi-bench', 'overlays', [
    [{ id: 'no layer' }],
    [{ id: 'numbers', layer: { ...good, box: [Infinity, NaN, 0, 0] }, style: { opacity: NaN }, visible: 1 }],
    [{ id: '__proto__', layer: { features: [null, 1, {}] } }],
    [{ id: 'huge', layer: { features: Array.from({ length: 300_000 }, () => 0) }, style: null }],
  ]);
  await put(page, 'mizumichi-bench', 'rest', [
    [
      {
        order: 1,
        sketch: [{ id: 's' }],
        runoff: null,
        sites: { text: '残る住所' },
        network: NaN,
        trunk: { year: 1e308 },
      },
      'rest',
    ],
  ]);
  await page.reload();
  const notice = page.getByTestId('unreadable');
  await expect(notice).toContainText('4件');
  await expect(page.getByRole('article', { name: 'alignment', exact: true })).toBeVisible();
  for (const name of await tabs(page).allTextContents()) {
    await page.getByRole('tab', { name: name.trim() }).click();
    await expect(
      page.getByRole('tabpanel', { name: name.trim() }).getByRole('heading').first(),
    ).toBeVisible();
    await expect(page.getByTestId('broken-part')).toHaveCount(0);
  }
  await expect(page.locator('[id$="-panel-sites"] textarea')).toHaveValue('残る住所');
  const download = page.waitForEvent('download');
  await notice.getByRole('button', { name: '読めるところを保存' }).click();
  const file = await (await download).path();
  expect(await readFile(file, 'utf8')).toContain('古い図');
  await notice.getByRole('button', { name: '読めないものを消す' }).click();
  await expect(notice).toHaveCount(0);
  // What was saved opens as a project.
  await page.getByRole('tab', { name: '持ち出す' }).click();
  await page.getByLabel('作業を開く').setInputFiles(file);
  await page.getByRole('tab', { name: '重ね図' }).click();
  await expect(page.getByRole('article', { name: '古い図', exact: true })).toBeVisible();
  expect(await violations(page, '.workbench')).toEqual([]);
});

test('an import that cannot be read again: named, saved, taken away; the built data answers', async ({
  page,
}) => {
  await withoutMap(page);
  await openPage(page, '#/?p=130.4017,33.5902');
  await card(page);
  await put(page, 'mizumichi-import', 'layers', [
    [{ layer: 'shelters', text: '{"cut' }],
    [{ layer: 'ponds', text: { no: 'text' } }],
    [{ layer: '__proto__', text: 'x' }],
  ]);
  await page.reload();
  await card(page);
  await expect(page.getByTestId('centre')).toHaveText('中部水処理センター');
  await expect(page.getByTestId('imported-notice')).toContainText('保存したデータを読めないため');
  await page.evaluate(() => (location.hash = '#/import'));
  const list = page.getByTestId('imported-list');
  await expect(list.getByRole('listitem')).toHaveCount(3);
  const download = page.waitForEvent('download');
  await list
    .getByRole('listitem')
    .filter({ hasText: '指定緊急避難場所' })
    .getByRole('button')
    .first()
    .click();
  expect(await readFile(await (await download).path(), 'utf8')).toBe('{"cut');
  for (let left = 3; left > 0; left--) {
    await list
      .getByRole('button', { name: /^元に戻す/ })
      .first()
      .click();
    await expect(list.getByRole('listitem')).toHaveCount(left - 1);
  }
  await expect(page.getByTestId('imported-notice')).toHaveCount(0);
});
