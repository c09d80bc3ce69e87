import { readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { networkFolder, type Network } from '../../src/catalog/network.js';
import type { ImportArgs } from '../import/import-options.js';
import type { LayerFeature } from '../import/layer-collection.js';
import { parseMapping } from '../import/mapping.js';
import { prepareImport } from '../import/prepare.js';
import { ImportFailure, refusalOf, type ImportProblem } from '../import/problem.js';
import { openFile } from '../import/open-file.js';
import { Tally, type TallySummary } from '../import/tally.js';
import { refusalText, wordingOf } from '../import/wording.js';
import type { Locale } from '../../src/i18n/locale.js';
import { buildNetwork, gradeOfWidth, type NetworkItem } from './build-network.js';

export interface NetworkPlace {
  /** public/tiles */
  tiles: string;
  say: (line: string) => void;
  /** Language of a refusal; Japanese unless told otherwise. */
  locale?: Locale;
  /** Lets the manifest name the network (geodata/build/rebuild.ts). */
  rebuild: () => Promise<void>;
}

export type NetworkImportResult =
  | { ok: true; action: 'imported' | 'dry-run'; network: Network | null; tally: TallySummary }
  | { ok: true; action: 'removed' }
  | { ok: false; problem: ImportProblem; message: string };

/**
 * Sewers too many for one GeoJSON: read, mended and checked by the same driver as `--layer sewers`, then written as
 * PMTiles and packed lines into `<tiles>/network`. Whatever fails, the old network stays.
 */
export async function importNetwork(args: ImportArgs, place: NetworkPlace): Promise<NetworkImportResult> {
  const folder = join(place.tiles, networkFolder);
  const { rebuild } = place;
  try {
    if (args.remove) {
      if (!(await stat(folder).catch(() => null))) throw new ImportFailure('not-imported', 'network');
      await rm(folder, { recursive: true });
      await rebuild();
      return { ok: true, action: 'removed' };
    }
    const tally = new Tally();
    const { features, about } = await read(args, tally);
    place.say(wordingOf(place.locale ?? 'ja').counts({ read: tally.read, features: features.length }));
    if (args.dryRun) return { ok: true, action: 'dry-run', network: null, tally: tally.summary() };
    const network = await buildNetwork(items(features), about, folder).catch((error: unknown) => {
      throw new ImportFailure('write-failed', error instanceof Error ? error.message : String(error));
    });
    await rebuild();
    for (const { file, bytes } of [network.tiles, network.lines]) place.say(`${file} ${bytes} B`);
    return { ok: true, action: 'imported', network, tally: tally.summary() };
  } catch (error) {
    const { problem, detail } = refusalOf(error);
    const words = wordingOf(place.locale ?? 'ja');
    const { what, remedy } = words.problems[problem];
    const message = refusalText(words, what, detail);
    place.say(message);
    place.say(`→ ${remedy}`);
    return { ok: false, problem, message };
  }
}

/** @throws ImportFailure, ReadFailure */
async function read(args: ImportArgs, tally: Tally) {
  if (args.mappingFile === undefined) throw new ImportFailure('mapping-missing', 'sewers');
  const text = await readFile(args.mappingFile, 'utf8').catch(() => null);
  if (text === null) throw new ImportFailure('file-missing', args.mappingFile);
  const parsed = parseMapping(text);
  if (!parsed.ok) throw new ImportFailure('mapping-unreadable', parsed.issues.join('; '));
  const { mapping } = parsed;
  const crs = args.crs?.toUpperCase() ?? null;
  const opened = await openFile(args.file, {
    crs: crs ?? mapping.crs ?? null,
    encoding: mapping.encoding ?? null,
  });
  try {
    const { features, context } = await prepareImport({
      layer: 'sewers',
      fileName: basename(args.file),
      dataSets: opened.dataSets,
      mapping,
      crs,
      asOf: args.asOf ?? null,
      current: () => null,
      tally,
    });
    const { credit: source, asOf, accuracyMeters } = context;
    return { features, about: { source, asOf, accuracyMeters } };
  } finally {
    await opened.close();
  }
}

/** A line of several parts is several lines of one name. */
function* items(features: readonly LayerFeature[]): Generator<NetworkItem> {
  for (const { properties, geometry } of features) {
    const parts =
      geometry?.type === 'LineString'
        ? [geometry.coordinates]
        : geometry?.type === 'MultiLineString'
          ? geometry.coordinates
          : [];
    const text = (name: string) => {
      const value: unknown = properties?.[name];
      return typeof value === 'string' && value !== '' ? value : null;
    };
    const width: unknown = properties?.['diameterMillimeters'];
    const diameterMillimeters = typeof width === 'number' ? width : null;
    const built = Number.parseInt(text('built') ?? '', 10);
    for (const coordinates of parts)
      yield {
        layer: 'sewers',
        grade: gradeOfWidth(diameterMillimeters),
        line: {
          name: text('name') ?? '',
          kind: text('kind'),
          material: text('material'),
          diameterMillimeters,
          built: Number.isNaN(built) ? null : built,
          coordinates,
        },
      };
  }
}
