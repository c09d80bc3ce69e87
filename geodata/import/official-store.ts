import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf } from '../disk/disk-failure.js';
import { exchangeFiles } from '../disk/exchange-files.js';
import type { Exchange, OnStep } from '../disk/journal.js';
import { holderText, InUse, type LockHolder } from '../disk/lock.js';
import type { ImportLayer } from './layers.js';
import { workFolderOf } from './official-layer.js';
import { ImportFailure } from './problem.js';
import { exchangeOfBuild, withLayersOf, type BuildFolders } from './staged-build.js';

/** The data an import changes, and how it is built. */
export interface DataPlace {
  official: string;
  tiles: string;
  /** Builds the layers into a folder (geodata/build/rebuild.ts). */
  rebuild: (folders: BuildFolders) => Promise<void>;
  /** Told when another process works on the same data and is waited for. */
  onWait?: (holder: LockHolder | null) => void;
  waitSeconds?: number;
  onStep?: OnStep;
}

/**
 * Changes official files and built layers together, one process at a time, whole or not at all: see `exchangeFiles`.
 * @throws ImportFailure `in-use` and `write-failed`; what `prepare` throws
 */
export async function exchangeData<T>(
  { official, onWait, onStep, waitSeconds }: DataPlace,
  prepare: (staging: string) => Promise<{ exchange: Exchange; value: T }>,
): Promise<T> {
  let refusal: unknown = null;
  try {
    return await exchangeFiles(
      workFolderOf(official),
      async (staging) => {
        try {
          return await prepare(staging);
        } catch (error) {
          refusal = error;
          throw error;
        }
      },
      {
        ...(onWait && { onWait }),
        ...(onStep && { onStep }),
        ...(waitSeconds !== undefined && { waitSeconds }),
      },
    );
  } catch (error) {
    if (error === refusal) throw error;
    if (error instanceof InUse) throw new ImportFailure('in-use', holderText(error.holder));
    throw writeFailed(error);
  }
}

/** A layer's official file as it shall be (null = none), and the layers built with it: all of it in the staging folder. */
export async function stageOfficial(
  { official, tiles, rebuild }: DataPlace,
  staging: string,
  layer: ImportLayer,
  text: string | null,
): Promise<{ exchange: Exchange; built: string }> {
  const [freshOfficial, built] = [join(staging, 'official'), join(staging, 'tiles')];
  const name = `${layer}.geojson`;
  try {
    withLayersOf(official, freshOfficial, name);
    await mkdir(built);
    if (text !== null) await writeFile(join(freshOfficial, name), text);
  } catch (error) {
    throw writeFailed(error);
  }
  await builtBy(rebuild, { official: freshOfficial, tiles: built, networkIn: tiles });
  const { moves, removes } = exchangeOfBuild(built, tiles);
  const [from, to] = [join(freshOfficial, name), join(official, name)];
  const exchange =
    text === null ? { moves, removes: [to, ...removes] } : { moves: [{ from, to }, ...moves], removes };
  return { exchange, built };
}

/** @throws ImportFailure `build-failed` with the build's own words */
export async function builtBy(rebuild: DataPlace['rebuild'], folders: BuildFolders): Promise<void> {
  try {
    await rebuild(folders);
  } catch (error) {
    throw new ImportFailure('build-failed', error instanceof Error ? error.message : String(error));
  }
}

export const writeFailed = (error: unknown): ImportFailure =>
  error instanceof ImportFailure ? error : new ImportFailure('write-failed', reasonOf(error));
