import { expect, type Page } from '@playwright/test';
import { locales } from '../../src/i18n/locale.js';
import { card, mapDrawn, searchBox } from '../e2e/open-page.js';

const squares = (round: number) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: Array.from({ length: 50 }, (_, at) => {
      const [west, south] = [130.36 + (at % 10) * 0.004, 33.56 + Math.floor(at / 10) * 0.004 + round * 1e-5];
      const ring = [
        [west, south],
        [west + 0.002, south],
        [west + 0.002, south + 0.002],
        [west, south],
      ];
      return {
        type: 'Feature',
        properties: { 番号: at },
        geometry: { type: 'Polygon', coordinates: [ring] },
      };
    }),
  });

/** Goes to a part of the page by its address, as a link does. */
async function go(page: Page, route: string, shown: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/${route}?lang=ja`);
  await expect(page.locator(shown).first()).toBeVisible();
}

/** The map asked at a place that differs from round to round. */
async function click(page: Page, round: number): Promise<void> {
  const map = await mapDrawn(page);
  const box = (await map.boundingBox())!;
  const [x, y] = [0.3 + ((round * 37) % 40) / 100, 0.3 + ((round * 53) % 40) / 100];
  await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
  await card(page);
}

async function search(page: Page, round: number): Promise<void> {
  const { input, lines } = searchBox(page);
  await input.fill(['天神1丁目', '博多駅', '香椎', '姪浜駅'][round % 4]!);
  await expect(lines.first()).toBeVisible();
  await input.press('Enter');
  await card(page);
}

/** Every language once, Japanese last. */
async function languages(page: Page): Promise<void> {
  const choice = page.locator('header select:has(option[value="easy"])');
  for (const locale of [...locales.filter((one) => one !== 'ja'), 'ja']) {
    await choice.selectOption(locale);
    await expect(page.locator('html')).toHaveAttribute(
      'lang',
      new RegExp(`^${locale === 'easy' ? 'ja' : locale}`),
    );
  }
}

async function layers(page: Page): Promise<void> {
  await page.getByRole('tab', { name: '地図の表示' }).click();
  const boxes = page.getByRole('tabpanel').getByRole('checkbox');
  for (let turn = 0; turn < 2; turn++) for (let at = 0; at < 3; at++) await boxes.nth(at).click();
  await page.getByRole('tab', { name: 'この場所' }).click();
}

/**
 * An overlay in and out again. It is dropped, not chosen: the driver never lets go of a file field it has filled, nor
 * of the page around it.
 */
async function overlay(page: Page, round: number): Promise<void> {
  await go(page, 'tools', '.workbench');
  const name = `soak${round}`;
  await page.evaluate(
    ([text, fileName]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], fileName));
      const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer });
      document.querySelector('.workbench')?.dispatchEvent(drop);
    },
    [squares(round), `${name}.geojson`] as const,
  );
  const row = page.getByRole('article', { name, exact: true });
  await expect(row).toBeVisible();
  await row.getByRole('button', { name: /外す|消す|削除|取り除く/ }).click();
  await expect(row).toHaveCount(0);
}

/** The graphics context lost and given back. */
async function loseContext(page: Page): Promise<void> {
  await mapDrawn(page);
  const canvas = page.locator('#map canvas').first();
  const lost = () =>
    canvas.evaluate((element: HTMLCanvasElement) => element.getContext('webgl2')?.isContextLost() ?? null);
  // In turns of their own: a context cannot be given back while its loss is being told.
  await canvas.evaluate((element: HTMLCanvasElement) => {
    const extension = element.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    element.addEventListener('soak-restore', () => extension?.restoreContext(), { once: true });
    extension?.loseContext();
  });
  await expect.poll(lost).toBe(true);
  await canvas.dispatchEvent('soak-restore');
  await expect.poll(lost).toBe(false);
}

async function pages(page: Page): Promise<void> {
  await go(page, 'tables', 'table');
  await go(page, 'about', 'main h1:not(.visually-hidden)');
  await go(page, '', '#map');
}

/** What a visitor of many hours does, once around, without a reload. */
export async function soakRound(page: Page, round: number): Promise<void> {
  await click(page, round);
  await search(page, round);
  await languages(page);
  await layers(page);
  await overlay(page, round);
  await pages(page);
  await loseContext(page);
}
