import { findSets, type NamedBytes, type SetToRead } from './file-sets.js';
import { formatById } from './formats.js';
import type { GdalEngine } from './gdal-engine.js';
import { OverlayFailure, type OverlayProblem, type ReadResult } from './overlay.js';
import { placeLayer, type CityFrame } from './place-layer.js';
import type { RawLayer } from './raw-layer.js';
import { readCsv } from './read-csv.js';
import { readGeoJson } from './read-geojson.js';
import { readKml } from './read-kml.js';
import { readSfc } from './read-sfc.js';
import { readWithGdal } from './read-with-gdal.js';

export type ReadStage = 'unpacking' | 'loading-engine' | 'reading' | 'checking';
export type ReadProgress = { stage: ReadStage; fileName: string; fraction: number | null };

export interface ReadOptions {
  city: CityFrame;
  /** Fetches GDAL when a file needs it; `onFraction` hears 0–1. */
  loadGdal(onFraction: (fraction: number) => void): Promise<GdalEngine>;
  onProgress(progress: ReadProgress): void;
}

/** One reader a format, all of one shape. GDAL's formats go through the engine. */
const ownReaders = { geojson: readGeoJson, csv: readCsv, kml: readKml, sfc: readSfc } as const;

/**
 * Everything that was dropped → a result for each file: its layers, or the named reason it could not be read.
 * One file's failure never touches another's.
 */
export async function readFiles(dropped: readonly NamedBytes[], options: ReadOptions): Promise<ReadResult[]> {
  options.onProgress({ stage: 'unpacking', fileName: dropped[0]?.name ?? '', fraction: null });
  const { sets, problems } = findSets(dropped);
  const results: ReadResult[] = problems.map(({ fileName, problem }) => ({ ok: false, problem, fileName }));
  for (const [index, set] of sets.entries()) {
    const report = (stage: ReadStage, part: number | null) =>
      options.onProgress({
        stage,
        fileName: set.main,
        fraction: part === null ? null : (index + part) / sets.length,
      });
    results.push(await readSet(set, options, report));
  }
  return results;
}

async function readSet(
  set: SetToRead,
  options: ReadOptions,
  report: (stage: ReadStage, part: number | null) => void,
): Promise<ReadResult> {
  try {
    const raw = await readRaw(set, options, report);
    report('checking', 0.9);
    const layers = raw.map((layer) =>
      placeLayer({ ...layer, notes: [...set.notes, ...layer.notes] }, options.city),
    );
    return { ok: true, layers };
  } catch (error) {
    return { ok: false, problem: asProblem(error), fileName: set.main };
  }
}

async function readRaw(
  set: SetToRead,
  options: ReadOptions,
  report: (stage: ReadStage, part: number | null) => void,
): Promise<RawLayer[]> {
  const { reader } = formatById(set.format);
  if (reader !== 'gdal') {
    report('reading', 0);
    return [ownReaders[reader](set.files.get(set.main) ?? new Uint8Array(), set.main)];
  }
  report('loading-engine', null);
  let gdal: GdalEngine;
  try {
    gdal = await options.loadGdal((fraction) =>
      options.onProgress({ stage: 'loading-engine', fileName: set.main, fraction }),
    );
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new OverlayFailure({ reason: 'engine-failed', detail });
  }
  report('reading', 0);
  return readWithGdal(gdal, set, (done, total) => report('reading', (0.9 * done) / total));
}

/** Readers throw OverlayFailure for what they foresaw; memory and stack overflow have a name too. */
function asProblem(error: unknown): OverlayProblem {
  if (error instanceof OverlayFailure) return error.problem;
  const detail = error instanceof Error ? error.message : String(error);
  return { reason: 'unreadable', detail: detail.slice(0, 300) };
}
