import { expect, test, type Page } from '@playwright/test';
import { card, mapDrawn, openPage } from './open-page.js';
import { pixelsOf } from './pixels.js';

test.use({ deviceScaleFactor: 1 });

const seaByDay = '#d3e3ec';
const seaByNight = '#131c26';
/** The pin is red on a map that has no other red. */
const pin = '#c8102e';

const canvas = (page: Page) => page.locator('#map canvas.maplibregl-canvas');
const seaIsThere = (page: Page, colour: string) =>
  expect.poll(() => pixelsOf(page, colour), { timeout: 30_000 }).toBeGreaterThan(20_000);

test('is drawn by this server alone, shows where Enter asks, and comes back after the graphics card was lost', async ({
  page,
}) => {
  const strangers: string[] = [];
  page.on('request', (request) => {
    if (!/^(blob|data):|^http:\/\/127\.0\.0\.1[:/]/.test(request.url())) strangers.push(request.url());
  });
  await openPage(page);
  await mapDrawn(page);
  await seaIsThere(page, seaByDay);

  await test.step('while it has the keyboard, the cross of Enter', async () => {
    await canvas(page).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('#map .crosshair svg')).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.locator('#map .crosshair svg')).toHaveCount(0);
  });
  await test.step('lost and restored', async () => {
    const blind = () =>
      canvas(page).evaluate((element: HTMLCanvasElement) => element.getContext('webgl2')?.isContextLost());
    const extension = await canvas(page).evaluateHandle((element: HTMLCanvasElement) =>
      element.getContext('webgl2')?.getExtension('WEBGL_lose_context'),
    );
    await extension.evaluate((lose) => lose?.loseContext());
    await expect.poll(blind).toBe(true);
    await extension.evaluate((lose) => lose?.restoreContext());
    await expect.poll(blind).toBe(false);
    await seaIsThere(page, seaByDay);
  });
  await test.step('an answer asks nobody else either', async () => {
    await page.evaluate(() => (location.hash = '#/?p=130.4017,33.5902'));
    await card(page);
    expect(strangers).toEqual([]);
  });
});

test('changes theme and language without loading a file again', async ({ page }) => {
  await openPage(page, '#/?theme=light');
  await mapDrawn(page);
  await seaIsThere(page, seaByDay);
  const files: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.geojson')) files.push(request.url());
  });
  await page.evaluate(() => (location.hash = '#/?theme=dark&lang=en&cv=safe'));
  await seaIsThere(page, seaByNight);
  expect(files).toEqual([]);
});

test('draws what it has when a file is missing', async ({ page }) => {
  await page.route('**/tiles/rivers.geojson', (route) => route.fulfill({ status: 404, body: '' }));
  await page.route('**/tiles/railways.geojson*', (route) => route.fulfill({ body: '{"type":' }));
  await openPage(page);
  await mapDrawn(page);
  await seaIsThere(page, seaByDay);
});

test('asks another server only for a chosen base map, and names it', async ({ page }) => {
  const asked: string[] = [];
  await page.route('https://cyberjapandata.gsi.go.jp/**', (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  await openPage(page);
  await mapDrawn(page);
  const credit = page.locator('#map').getByRole('link', { name: '地理院タイル' });
  await expect(credit).toHaveCount(0);
  expect(asked).toEqual([]);
  await page.evaluate(() => (location.hash = '#/?b=gsi-pale'));
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  expect(asked[0]).toContain('/xyz/pale/');
  // No tile comes: the map falls back to its own base and takes the credit back.
  await expect(credit).toHaveCount(0);
  await seaIsThere(page, seaByDay);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('keeps its credits on screen and its buttons large enough', async ({ page }) => {
    await openPage(page);
    await mapDrawn(page);
    const credits = page.locator('#map .credits');
    await expect(credits).toBeInViewport({ ratio: 0.99 });
    await expect(credits.locator('li')).not.toHaveCount(0);
    for (const button of await page.locator('#map .controls button').all()) {
      const box = await button.boundingBox();
      expect(box?.width).toBeGreaterThanOrEqual(44);
      expect(box?.height).toBeGreaterThanOrEqual(44);
    }
  });

  test('keeps the asked point out from under the bottom sheet', async ({ page }) => {
    await openPage(page, '#/?p=130.4017,33.5902&c=130.4017,33.5902&z=14&theme=light');
    await mapDrawn(page);
    await expect.poll(() => pixelsOf(page, pin, 20), { timeout: 30_000 }).toBeGreaterThan(100);
  });
});
