import { mkdir, readFile, rmdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { networkFolder, type Network } from '../../src/catalog/network.js';
import { holderText } from '../disk/lock.js';
import { isSameFile } from '../disk/same-file.js';
import type { ImportArgs } from '../import/import-options.js';
import type { LayerFeature } from '../import/layer-collection.js';
import { parseMapping } from '../import/mapping.js';
import { prepareImport } from '../import/prepare.js';
import { problemOf, ReadFailure } from '../../src/formats/read-failure.js';
import { ImportFailure, refusalOf, type ImportProblem } from '../import/problem.js';
import { openFile } from '../import/open-file.js';
import { exchangeOfBuild } from '../import/staged-build.js';
import { Tally, type TallySummary } from '../import/tally.js';
import { builtBy, exchangeData, writeFailed, type DataPlace } from '../import/official-store.js';
import { refusalText, wordingOf, type Wording } from '../import/wording.js';
import type { Locale } from '../../src/i18n/locale.js';
import {
  buildNetwork,
  gradeOfWidth,
  networkFiles,
  removalOfNetwork,
  type NetworkItem,
  type NetworkMetadata,
} from './build-network.js';

export interface NetworkPlace extends DataPlace {
  say: (line: string) => void;
  /** Language of a refusal; Japanese unless told otherwise. */
  locale?: Locale;
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
  const words = wordingOf(place.locale ?? 'ja');
  const folder = join(place.tiles, networkFolder);
  const data: DataPlace = {
    onWait: (holder) => place.say(words.waiting({ holder: holderText(holder) })),
    ...place,
  };
  try {
    if (args.remove) {
      await exchangeData(data, (staging) => stageRemoval(data, staging));
      await rmdir(folder).catch(() => undefined);
      return { ok: true, action: 'removed' };
    }
    const tally = new Tally();
    if (args.dryRun) {
      await readAndSay(args, tally, place, words);
      return { ok: true, action: 'dry-run', network: null, tally: tally.summary() };
    }
    if (networkFiles.some((name) => isSameFile(args.file, join(folder, name))))
      throw new ImportFailure('reads-what-it-writes', args.file);
    const network = await exchangeData(data, async (staging) => {
      const { features, about } = await readAndSay(args, tally, place, words);
      return stageNetwork(data, staging, features, about);
    });
    for (const { file, bytes } of [network.tiles, network.lines]) place.say(`${file} ${bytes} B`);
    return { ok: true, action: 'imported', network, tally: tally.summary() };
  } catch (error) {
    const { problem, detail } = refusalOf(error);
    const { what, remedy } = words.problems[problem];
    const message = refusalText(words, what, detail);
    place.say(message);
    place.say(`→ ${remedy}`);
    return { ok: false, problem, message };
  }
}

/** The network's files and the manifest that names them. */
async function stageNetwork(
  { official, tiles, rebuild }: DataPlace,
  staging: string,
  features: readonly LayerFeature[],
  about: NetworkMetadata,
) {
  const built = join(staging, 'tiles');
  const fresh = join(built, networkFolder);
  const value = await buildNetwork(items(features), about, fresh).catch((error: unknown) => {
    throw writeFailed(error);
  });
  await builtBy(rebuild, { official, tiles: built, networkIn: built });
  return { exchange: exchangeOfBuild(built, tiles), value };
}

async function stageRemoval({ official, tiles, rebuild }: DataPlace, staging: string) {
  const folder = join(tiles, networkFolder);
  if (!(await stat(folder).catch(() => null))) throw new ImportFailure('not-imported', 'network');
  const built = join(staging, 'tiles');
  await mkdir(built);
  await builtBy(rebuild, { official, tiles: built, networkIn: null });
  const { moves, removes } = exchangeOfBuild(built, tiles);
  const gone = removalOfNetwork(folder).removes;
  return { exchange: { moves, removes: [...removes, ...gone] }, value: null };
}

async function readAndSay(args: ImportArgs, tally: Tally, { say }: NetworkPlace, words: Wording) {
  const found = await read(args, tally);
  say(words.counts({ read: tally.read, features: found.features.length }));
  return found;
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
  }).catch((error: unknown) => {
    throw new ReadFailure(problemOf(error));
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
