/** Two tabs of one browser at the same work, as scripts/two-tabs.mjs and the browser test let them. */
import type { BrowserContext, Page } from '@playwright/test';

export interface Round {
  /** Words that were written in this round and are kept nowhere. */
  lost: string[];
  /** The tab that was asked what to keep. */
  asked: boolean;
}

const tools = '#/tools';
const conflict = (page: Page) => page.getByTestId('two-tabs');
/** A panel is made when it is first opened. */
async function openPanels(page: Page): Promise<void> {
  for (const name of ['多地点', '流出量', '重ね図']) await page.getByRole('tab', { name }).click();
}

/** Opens the workbench twice in one browser. `deaf`: the tabs cannot hear each other. */
export async function openTwoTabs(
  context: BrowserContext,
  url: string,
  deaf: boolean,
): Promise<[Page, Page]> {
  await context.addInitScript((isDeaf) => {
    HTMLCanvasElement.prototype.getContext = () => null;
    if (isDeaf) Reflect.deleteProperty(window, 'BroadcastChannel');
  }, deaf);
  const pages: [Page, Page] = [await context.newPage(), await context.newPage()];
  for (const page of pages) {
    await page.goto(new URL(tools, url).href);
    await openPanels(page);
  }
  return pages;
}

/**
 * Both tabs write at once: a file each, and the same two forms. Then whoever is asked chooses, one tab is closed and
 * opened anew, and everything that was written is looked for in what the browser keeps.
 */
export async function playRound(pages: [Page, Page], round: number): Promise<Round> {
  const written = pages.flatMap((_, tab) =>
    ['file', 'site', 'area'].map((what) => `${what}-${round}-${tab}.`),
  );
  await Promise.all(
    pages.map(async (page, tab) => {
      const name = `file-${round}-${tab}.`;
      await page.locator('[id$="-panel-overlays"] input[type="file"]').setInputFiles([pointFile(name)]);
      // A line more, as somebody writes it who sees what is there.
      await addLine(page, '[id$="-panel-sites"] textarea', `site-${round}-${tab}.`);
      await addLine(page, '[id$="-panel-runoff"] input.field', `area-${round}-${tab}.`);
      await page.locator(`article[aria-label^="${name}"]`).waitFor({ state: 'attached' });
    }),
  );
  await settled(pages);
  const asking = [];
  for (const page of pages) if (await conflict(page).isVisible()) asking.push(page);
  for (const page of asking) {
    await conflict(page)
      .getByRole('button')
      .nth(round % 3)
      .click();
    await conflict(page).waitFor({ state: 'detached' });
  }
  await settled(pages);
  const [first] = pages;
  await first.reload();
  await openPanels(first);
  const kept = await everything(first);
  return { lost: written.filter((text) => !kept.includes(text)), asked: asking.length > 0 };
}

async function addLine(page: Page, field: string, text: string): Promise<void> {
  await page
    .locator(field)
    .first()
    .evaluate((input, line) => {
      if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement)) return;
      input.value += `\n${line}`;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
}

/** Until neither tab has anything left to write: closing it would be asked about. */
async function settled(pages: [Page, Page]): Promise<void> {
  for (const page of pages) {
    await page.bringToFront();
    await page.evaluate(() => {
      window.dispatchEvent(new Event('focus'));
    });
    await page.waitForFunction(() => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return !event.defaultPrevented;
    });
  }
}

/** All that the browser keeps of the workbench, versions put aside among it. */
async function everything(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('mizumichi-bench');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('not opened'));
    });
    const all = (name: string) =>
      new Promise<unknown[]>((resolve, reject) => {
        const request = database.transaction(name).objectStore(name).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('not read'));
      });
    const kept = await Promise.all(['overlays', 'rest', 'versions'].map(all));
    database.close();
    return JSON.stringify(kept);
  });
}

function pointFile(name: string) {
  const feature = {
    type: 'Feature',
    properties: { name },
    geometry: { type: 'Point', coordinates: [130.4, 33.59] },
  };
  const text = JSON.stringify({ type: 'FeatureCollection', features: [feature] });
  return { name: `${name}.geojson`, mimeType: 'application/geo+json', buffer: Buffer.from(text) };
}
