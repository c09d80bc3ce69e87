import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportLayer } from './layers.js';
import { ImportFailure } from './problem.js';

/**
 * Puts a layer's official file in place (null = takes it away), runs `then`, and undoes the change when that fails.
 * The new text is written beside the old file and renamed over it: at every moment one whole file stands there.
 */
export async function exchangeOfficial(
  folder: string,
  layer: ImportLayer,
  text: string | null,
  then: () => Promise<void>,
): Promise<void> {
  const path = join(folder, `${layer}.geojson`);
  const before = await readFile(path, 'utf8').catch(() => null);
  await put(folder, path, text);
  try {
    await then();
  } catch (error) {
    await put(folder, path, before);
    // The failed build may have written some layers already: build the old state again.
    await then().catch(() => undefined);
    throw new ImportFailure('build-failed', error instanceof Error ? error.message : String(error));
  }
}

async function put(folder: string, path: string, text: string | null): Promise<void> {
  const fresh = `${path}.${process.pid}.tmp`;
  try {
    if (text === null) {
      await rm(path, { force: true });
      return;
    }
    await mkdir(folder, { recursive: true });
    const handle = await open(fresh, 'w');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    throw new ImportFailure('write-failed', error instanceof Error ? error.message : String(error));
  }
}
