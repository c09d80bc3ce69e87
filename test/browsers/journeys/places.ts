import type { PageDriver } from '../page-driver.js';
import { notSee, see } from '../seen.js';

/** Parts of addresses. */
export const japanese = 'lang=ja';
export const tenjin = 'p=130.4017,33.5902';
export const aroundHakataStation = 'c=130.4207,33.5898&z=15';

export const centre = '[data-testid=centre]';

export const mapDrawn = (page: PageDriver) => see(page, '#map[data-map=drawn]');

/** Goes to an address of the page and waits for its data. */
export async function openMap(page: PageDriver, origin: string, hash: string): Promise<void> {
  await page.open(`${origin}/#/?${hash}`);
  // The program itself, not the words that stand there before it does.
  await see(page, '#map[data-map]');
  await notSee(page, 'progress');
}

/** Changes the address behind `#`, as a link inside the page does. */
export const goTo = (page: PageDriver, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);
