import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the page at a hash and waits until its data has arrived (or failed). */
export async function openPage(page: Page, hash = '#/'): Promise<void> {
  await page.goto(hash);
  await expect(page.locator('main')).toBeVisible();
  await expect(page.locator('progress')).toHaveCount(0);
}

/**
 * The map stays away, as on a device without WebGL: drawing one in software costs more than the rest of a
 * test, and every answer does without it. To be called before the page is opened.
 */
export async function withoutMap(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      kind: string,
      ...rest: unknown[]
    ) {
      return kind.startsWith('webgl') ? null : Reflect.apply(original, this, [kind, ...rest]);
    } as typeof original;
  });
}

/** Waits until the map is on screen. */
export async function mapDrawn(page: Page): Promise<Locator> {
  const map = page.locator('#map');
  await expect(map).toHaveAttribute('data-map', 'drawn', { timeout: 45_000 });
  return map;
}

/** The report card, once it has an answer. */
export async function card(page: Page): Promise<Locator> {
  const article = page.getByRole('article', { name: /./ }).filter({ has: page.locator('#report-title') });
  await expect(article).toBeVisible();
  await expect(article).toHaveAttribute('aria-busy', 'false');
  return article;
}

/** Design levels of the headline, as written, in order. */
export function levels(page: Page): Locator {
  return page.getByTestId('level').locator('.number');
}

/** The search box and the lines under it. */
export function searchBox(page: Page): { input: Locator; lines: Locator } {
  return {
    input: page.locator('#search-input'),
    lines: page.locator('#search-suggestions').getByRole('option'),
  };
}

/** Chooses a town in the list of the panel. */
export async function chooseTown(page: Page, ward: string, town: string): Promise<void> {
  await page.getByRole('combobox', { name: '区', exact: true }).selectOption(ward);
  await page.getByRole('combobox', { name: '町', exact: true }).selectOption({ label: town });
  await page.getByRole('button', { name: 'この町の答えを見る' }).click();
}

/** What axe holds against a page, or a part of it, by WCAG 2.2 A and AA; a line each. */
export async function violations(page: Page, part?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    // No page here has frames of its own; the other mode opens a second page for every look.
    .setLegacyMode(true)
    .options({
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
  const { violations: found } = await (part ? axe.include(part) : axe).analyze();
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.html}`).join('; ')}`,
  );
}

/** No violation of WCAG 2.2 A and AA as far as axe can tell. The map's canvas is left to the map's own tests. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
}
