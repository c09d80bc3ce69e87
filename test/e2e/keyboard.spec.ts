import { expect, test } from '@playwright/test';
import { card, levels, mapDrawn, openPage, searchBox, withoutMap } from './open-page.js';

test('the map is asked by keyboard only', async ({ page }) => {
  await openPage(page, '#/?c=130.4207,33.5898&z=15');
  await mapDrawn(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '検索へ移動' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '地図へ移動' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#map canvas')).toBeFocused();
  await page.keyboard.press('Enter');
  await card(page);
  await expect(page.getByTestId('centre')).toHaveText('中部水処理センター');
  await expect(levels(page)).toHaveText(['79.5', '59.1']);
  // Told, not forced: the focus stays on the map.
  await expect(page.locator('#map canvas')).toBeFocused();
  await expect(page.getByTestId('announcement')).toContainText('中部水処理センター');
  await expect(page.getByTestId('announcement')).toContainText('79.5');
});

test('search, arrows, Enter, answer: no mouse', async ({ page }) => {
  await withoutMap(page);
  await openPage(page);
  await page.keyboard.press('/');
  const { input: box, lines } = searchBox(page);
  await expect(box).toBeFocused();
  await page.keyboard.type('大橋駅');
  await expect(lines.first()).toContainText('大橋駅');
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(lines.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await card(page);
  await expect(page.locator('#report-title')).toContainText('南区');
  await expect(page.locator('[data-section=treatment]')).toContainText('南部');
  // The page of its own begins at its heading, not on a button that is gone.
  await page.getByRole('button', { name: '1ページで見る' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('h1#report-title')).toBeFocused();
});

test('the help lists the shortcuts, closes with Escape and can switch them off', async ({ page }) => {
  await withoutMap(page);
  await openPage(page);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: '使い方' });
  await expect(help).toBeVisible();
  await help.getByRole('checkbox', { name: '1文字のショートカットを使う' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await page.keyboard.press('/');
  await expect(searchBox(page).input).not.toBeFocused();
  await page.reload();
  await page.keyboard.press('?');
  await expect(help).toBeHidden();
});

test('tabs of the panel follow the arrow keys', async ({ page }) => {
  await withoutMap(page);
  await openPage(page);
  await page.keyboard.press('l');
  await expect(page.getByRole('tab', { name: '地図の表示' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'この場所' })).toBeFocused();
  await expect(page.getByRole('tab', { name: 'この場所' })).toHaveAttribute('aria-selected', 'true');
});

test('focus is drawn as four black pixels around a yellow ring', async ({ page }) => {
  await withoutMap(page);
  await openPage(page);
  await page.keyboard.press('Tab');
  const style = await page.getByRole('link', { name: '検索へ移動' }).evaluate((link) => {
    const { outlineWidth, outlineColor, outlineOffset, boxShadow } = getComputedStyle(link);
    return { outlineWidth, outlineColor, outlineOffset, boxShadow };
  });
  expect(style).toEqual({
    outlineWidth: '4px',
    outlineColor: 'rgb(0, 0, 0)',
    outlineOffset: '2px',
    boxShadow: 'rgb(255, 212, 61) 0px 0px 0px 2px',
  });
});

test('the bottom sheet of a phone is raised and lowered by its handle', async ({ page }) => {
  await withoutMap(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page);
  const sheet = page.getByRole('region', { name: '検索と答え' });
  await expect(sheet).toHaveAttribute('data-snap', 'half');
  await page.getByRole('button', { name: 'パネルを広げる' }).press('Enter');
  await expect(sheet).toHaveAttribute('data-snap', 'full');
  await page.getByRole('button', { name: 'パネルを小さくする' }).press('Enter');
  await expect(sheet).toHaveAttribute('data-snap', 'peek');
  // Hovering waits until the bottom sheet has come to rest.
  await page.getByRole('button', { name: 'パネルを広げる' }).hover();
  await page.mouse.down();
  await page.mouse.move(195, 500, { steps: 5 });
  await page.mouse.move(195, 90, { steps: 5 });
  await page.mouse.up();
  // The click that a browser sends after a drag must not lower it again.
  await expect(sheet).toHaveAttribute('data-snap', 'full');
});

test('on a phone everything that is offered can be tapped, over the bottom sheet with the last answer', async ({
  page,
}) => {
  await withoutMap(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page, '#/?p=130.4017,33.5902');
  const box = page.getByRole('combobox', { name: '住所・駅・施設をさがす' });
  await box.fill('堅粕');
  const last = page.getByRole('option').last();
  await last.scrollIntoViewIfNeeded();
  // Only a thing nothing lies on takes the tap.
  await last.click();
  await expect(page.getByRole('option')).toHaveCount(0);
});
