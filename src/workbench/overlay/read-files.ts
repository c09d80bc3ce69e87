import { bytesSource, type ByteSource } from '../../formats/byte-source.js';
import { findSets, type FileSet } from '../../formats/file-sets.js';
import { stemOf } from '../../formats/format-table.js';
import type { GdalPort } from '../../formats/gdal/gdal-port.js';
import { openSet } from '../../formats/open-set.js';
import { problemOf, ReadFailure } from '../../formats/read-failure.js';
import { readLimits } from './limits.js';
import { overlayProblem, type ReadResult } from './overlay.js';
import { placeLayer, type CityFrame } from './place-layer.js';

export type ReadStage = 'unpacking' | 'loading-engine' | 'reading' | 'checking';
export type ReadProgress = { stage: ReadStage; fileName: string; fraction: number | null };

export interface ReadOptions {
  city: CityFrame;
  /** Fetches GDAL when a file needs it; `onFraction` hears 0–1. */
  loadGdal(onFraction: (fraction: number) => void): Promise<GdalPort>;
  onProgress(progress: ReadProgress): void;
  /** The number of the set to begin with: those before it were read by a thread that had to be ended. */
  from?: number;
  /** Hears each result at once; `next` is the number of the set that follows. */
  onResult?(result: ReadResult, next: number): void;
}

/**
 * Everything that was dropped → a result for each file: its layers, or the named reason it could not be read.
 * One file's failure never touches another's.
 */
export async function readFiles(
  dropped: readonly (ByteSource | { name: string; bytes: Uint8Array })[],
  options: ReadOptions,
): Promise<ReadResult[]> {
  const sources = dropped.map((file) => ('bytes' in file ? bytesSource(file.name, file.bytes) : file));
  options.onProgress({ stage: 'unpacking', fileName: sources[0]?.name ?? '', fraction: null });
  const found = await findSets(sources, { limits: readLimits, withGdal: true, twins: 'all' });
  const { from = 0 } = options;
  const results: ReadResult[] = [];
  const add = (result: ReadResult, next: number) => {
    results.push(result);
    options.onResult?.(result, next);
  };
  if (from === 0)
    for (const { fileName, problem } of found.problems)
      add({ ok: false, fileName, problem: overlayProblem(problem) }, 0);
  for (const [index, set] of found.sets.entries()) {
    if (index < from) continue;
    const report = (stage: ReadStage, part: number | null) =>
      options.onProgress({
        stage,
        fileName: set.files[0].name,
        fraction: part === null ? null : (index + part) / found.sets.length,
      });
    add(await readSet(set, options, report), index + 1);
  }
  return results;
}

async function readSet(
  set: FileSet,
  options: ReadOptions,
  report: (stage: ReadStage, part: number | null) => void,
): Promise<ReadResult> {
  const fileName = set.files[0].name;
  const startGdal = async () => {
    report('loading-engine', null);
    const gdal = await options.loadGdal((fraction) =>
      options.onProgress({ stage: 'loading-engine', fileName, fraction }),
    );
    report('reading', 0);
    return gdal;
  };
  try {
    report('reading', 0);
    const opened = await openSet(set, { limits: readLimits, startGdal, foreignCrs: 'ask' });
    try {
      const filled = opened.layers.filter(({ featureCount }) => featureCount !== 0);
      if (filled.length === 0) throw new ReadFailure({ reason: 'no-features' });
      const layers = [];
      for (const [index, layer] of filled.entries()) {
        report('reading', (0.9 * index) / filled.length);
        requireFewFeatures(layer.featureCount);
        const name = opened.layers.length === 1 ? layer.name : `${stemOf(fileName)} ${layer.name}`;
        layers.push(await placeLayer(layer, name, options.city));
      }
      report('checking', 0.9);
      return { ok: true, layers };
    } finally {
      await opened.close();
    }
  } catch (error) {
    return { ok: false, problem: overlayProblem(problemOf(error)), fileName };
  }
}

/** Told by the file itself, before anything is read. */
function requireFewFeatures(count: number | null): void {
  if (count !== null && count > readLimits.features)
    throw new ReadFailure({ reason: 'too-many-features', limit: readLimits.features });
}
