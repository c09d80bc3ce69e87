import { expect, test } from '@playwright/test';
import { expectAccessible, openPage } from './open-page.js';

for (const width of [1280, 390])
  test(`the page about the data tells areas, gaps, floods and words of the yearbook, ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await openPage(page, '#/about');
    const facts = page.getByTestId('yearbook-facts');
    await expect(facts.getByRole('table', { name: '処理区の面積' })).toContainText('18,167 ha');
    await expect(facts).toContainText('今宿ポンプ場');
    await facts.getByTestId('floods').locator('summary').click();
    await expect(facts.getByTestId('floods')).toContainText('1999年');
    await expect(facts.getByTestId('floods')).toContainText('福岡市の下水道 令和7年度版');
    await facts.getByTestId('glossary').locator('summary').click();
    await expect(facts.getByTestId('glossary')).toContainText('アセットマネジメント');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await expectAccessible(page);
  });
