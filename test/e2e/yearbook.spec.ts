import { expect, test } from '@playwright/test';
import { expectAccessible, openPage, withoutMap } from './open-page.js';

test('the page about the data tells areas, gaps, floods and words of the yearbook', async ({ page }) => {
  await withoutMap(page);
  await openPage(page, '#/about');
  const facts = page.getByTestId('yearbook-facts');
  await expect(facts.getByRole('table', { name: '処理区の面積' })).toContainText('18,167 ha');
  await expect(facts).toContainText('今宿ポンプ場');
  const [floods, glossary] = [facts.getByTestId('floods'), facts.getByTestId('glossary')];
  await floods.locator('summary').click();
  await expect(floods).toContainText('1999年');
  await expect(floods).toContainText('福岡市の下水道 令和7年度版');
  const effluent = facts.getByTestId('effluent');
  await effluent.locator('summary').click();
  await expect(effluent.getByRole('row', { name: /^BOD/ })).toContainText('定量下限値未満');
  await expect(effluent).toContainText('56ページ');
  await expectAccessible(page);
  await glossary.locator('summary').click();
  await expect(glossary).toContainText('アセットマネジメント');
  // Nothing sticks out on a phone.
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a report ends with the floods of the city, and does not claim them for the place', async ({ page }) => {
  await withoutMap(page);
  await openPage(page, '#/report?p=130.4017,33.5902');
  const history = page.getByTestId('flood-history');
  await history.locator('summary').click();
  await expect(history).toContainText('この場所が水につかったかどうかは、年報からはわかりません');
  await expect(history.getByRole('listitem').filter({ hasText: '1999年' })).toContainText('79.5 mm/時間');
  await expect(history.getByRole('listitem').filter({ hasText: '2003年' })).toContainText('太宰府市');
  await expect(history).toContainText('84ページ');
  await expectAccessible(page);
});
