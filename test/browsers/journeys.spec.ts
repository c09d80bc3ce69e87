/** The main journeys in one engine after the other: `npm run test:browsers`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, inject, it, vi } from 'vitest';
import { enginePrograms, engines } from '../../scripts/engines.mjs';
import { startEngine } from './engines.js';
import { journeys } from './journeys/journeys.js';
import type { RunningEngine, WindowDriver } from './page-driver.js';
import { expectInPage } from './seen.js';
import { startServer } from './site.js';

const id = inject('engine');
/** Where pictures of every journey are put, in both sizes; they cost time. */
const pictures = process.env['PICTURES'];
const sizes = [
  [390, 844],
  [1280, 800],
] as const;

describe.skipIf(enginePrograms(id) === null)(engines[id].name, () => {
  let engine: RunningEngine;
  let server: Awaited<ReturnType<typeof startServer>>;

  beforeAll(async () => {
    [engine, server] = await Promise.all([startEngine(id), startServer()]);
  });
  afterAll(async () => {
    await engine?.close();
    await server?.close();
  });

  it.each(journeys)('$title', async ({ id: journey, go }) => {
    const { window } = engine;
    // Wide enough for panel and map side by side, small enough to be drawn by software.
    await window.resize(1024, 640);
    const look = async (ours = true) => {
      for (const [width, height] of sizes) {
        await window.resize(width, height);
        if (ours) await expectInPage(window, true, () => document.documentElement.scrollWidth <= innerWidth);
        if (pictures === undefined) continue;
        await mkdir(pictures, { recursive: true });
        await writeFile(join(pictures, `${id}-${journey}-${width}.png`), await stillPicture(window));
      }
    };
    await go({ window, site: await server.openSite(), look });
  });
});

/** The first picture that the next one is the same as: everything has come to rest. */
async function stillPicture(window: WindowDriver): Promise<Buffer> {
  let former = await window.screenshot();
  return vi.waitFor(
    async () => {
      const now = await window.screenshot();
      const same = now.equals(former);
      former = now;
      if (!same) throw new Error('the page still moves');
      return now;
    },
    { timeout: 20_000, interval: 300 },
  );
}
