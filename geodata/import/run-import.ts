import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { LayerCollection } from './layer-collection.js';
import { layerById } from '../../src/catalog/layers.js';
import { builtLayer } from './built-layers.js';
import { differenceBetween } from './difference.js';
import { propertyText } from './driver/official-feature.js';
import { importLayerIds, importLayerNamed, importLayers, type ImportLayer } from './layers.js';
import { parseMapping, type Mapping } from './mapping.js';
import { mergeOfficial } from './merge.js';
import { officialFolder, readOfficialFile } from './official-layer.js';
import { writeOfficial, type OfficialFile } from './official-file.js';
import { exchangeOfficial } from './official-store.js';
import { crsUsed, prepareImport, type Prepared } from './prepare.js';
import { ImportFailure, type ImportProblem } from './problem.js';
import { sha256Of } from './read/node-files.js';
import { openDataSets } from './read/open-data-sets.js';
import { ReadFailure } from './read/read-failure.js';
import { rebuildTiles } from './rebuild.js';
import { depthTable, reportLines, type ImportReport } from './report.js';
import { Tally, type TallySummary } from './tally.js';
import { problemWording } from './wording.js';

export interface ImportArgs {
  /** The file to read; '' with `remove`. */
  file: string;
  /** Layer id or one of its short names (layers.ts). */
  layer: string;
  dryRun: boolean;
  mappingFile?: string;
  /** `EPSG:6670`: goes before what the file says. */
  crs?: string;
  /** ISO date, where the file's name does not carry one. */
  asOf?: string;
  /** Takes the imported layer away again; the constructed one comes back. */
  remove?: boolean;
}

export interface ImportIo {
  /** One line for people (stderr on the command line). */
  say: (line: string) => void;
  officialFolder?: string;
  tilesFolder?: string;
  /** Builds the map's layers anew after a change; the default runs `npm run data`'s script. */
  rebuild?: () => Promise<void>;
}

export type ImportResult =
  | { ok: true; action: 'imported' | 'dry-run'; report: ImportReport }
  | { ok: true; action: 'removed'; layer: ImportLayer; difference: ImportReport['difference'] }
  | {
      ok: false;
      problem: ImportProblem;
      message: string;
      remedy: string;
      detail: string;
      tally: TallySummary | null;
    };

const tilesOfRepository = join(import.meta.dirname, '..', '..', 'public', 'tiles');
/** Layers made of town cells: when towns or wards change, they change too. */
const madeOfTowns = ['treatment-districts', 'priority-districts', 'rainbow-plan', 'inundation-zones'];

/**
 * Reads official or own data into a layer (docs/import.md): checks, mends, reports, compares, and unless `dryRun`
 * writes geodata/official/<layer>.geojson and builds the map anew. Whatever fails, the old layer stays.
 */
export async function runImport(args: ImportArgs, io: ImportIo): Promise<ImportResult> {
  const tally = new Tally();
  try {
    const layer = importLayerNamed(args.layer);
    if (layer === null) throw new ImportFailure('unknown-layer', importLayerIds.join(', '));
    const folders = {
      official: io.officialFolder ?? officialFolder,
      tiles: io.tilesFolder ?? tilesOfRepository,
    };
    const rebuild = io.rebuild ?? rebuildTiles;
    if (args.remove) return await remove(layer, folders, rebuild);
    const result = await bring(layer, args, folders, rebuild, tally);
    for (const line of reportLines(result.report)) io.say(line);
    return result;
  } catch (error) {
    if (!(error instanceof ImportFailure) && !(error instanceof ReadFailure)) throw error;
    const { what, remedy } = problemWording[error.problem];
    const message = error.detail === '' ? what : `${what}（${error.detail}）`;
    io.say(message);
    io.say(`→ ${remedy}`);
    const summary = tally.read > 0 ? tally.summary() : null;
    return { ok: false, problem: error.problem, message, remedy, detail: error.detail, tally: summary };
  }
}

interface Folders {
  official: string;
  tiles: string;
}

async function bring(
  layer: ImportLayer,
  args: ImportArgs,
  folders: Folders,
  rebuild: () => Promise<void>,
  tally: Tally,
): Promise<Extract<ImportResult, { action: 'imported' | 'dry-run' }>> {
  const mapping = args.mappingFile === undefined ? null : await readMapping(args.mappingFile);
  const current = (id: string) => builtLayer(folders.tiles, id);
  const crs = args.crs?.toUpperCase() ?? null;
  const opened = await openDataSets(args.file, {
    crs: crs ?? mapping?.crs ?? null,
    encoding: mapping?.encoding ?? null,
  });
  try {
    const fileName = basename(args.file);
    const asOf = args.asOf ?? null;
    const prepared = await prepareImport({
      layer,
      fileName,
      dataSets: opened.dataSets,
      mapping,
      crs,
      asOf,
      current,
      tally,
    });
    if (!layerById(layer)) tally.note('not-on-map', layer);
    const sha256 = await sha256Of(args.file);
    const earlier = readOfficialFile(layer, folders.official);
    const official = officialFrom(earlier, prepared, { fileName, sha256, layer });
    const before = current(layer);
    const kind = importLayers[layer].geometry;
    const without = withoutEarlier(before, layer, earlier);
    const preview = mergeOfficial(layer, without, official.features);
    const { size: bytes } = await stat(args.file);
    const file = { name: fileName, bytes, sha256 };
    const report = reportOf(prepared, file, differenceBetween(before, preview, kind), tally);
    if (args.dryRun) return { ok: true, action: 'dry-run', report };
    const watched = layer === 'towns' || layer === 'wards' ? madeOfTowns : [];
    const old = watched.map((id) => ({ id, collection: current(id) }));
    await exchangeOfficial(folders.official, layer, writeOfficial(official), rebuild);
    const rebuilt = old.flatMap(({ id, collection }) => {
      const anew = current(id);
      return anew ? [{ layer: id, difference: differenceBetween(collection, anew, 'polygon') }] : [];
    });
    const after = layerById(layer) ? current(layer) : null;
    const difference = after ? differenceBetween(before, after, kind) : report.difference;
    return { ok: true, action: 'imported', report: { ...report, difference, rebuilt } };
  } finally {
    await opened.close();
  }
}

async function readMapping(path: string): Promise<Mapping> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) throw new ImportFailure('file-missing', path);
  const result = parseMapping(text);
  if (!result.ok) throw new ImportFailure('mapping-unreadable', result.issues.join('; '));
  return result.mapping;
}

/** Appended features of an earlier import are not part of what the new ones are appended to. */
function withoutEarlier(
  before: LayerCollection | null,
  layer: ImportLayer,
  earlier: OfficialFile | null,
): LayerCollection {
  const features = before?.features ?? [];
  if (importLayers[layer].policy !== 'append' || !earlier) return { type: 'FeatureCollection', features };
  const old = new Set(earlier.features.map((feature) => propertyText(feature, 'id')));
  const left = features.filter((feature) => !old.has(propertyText(feature, 'id')));
  return { type: 'FeatureCollection', features: left };
}

/**
 * The file to write. Towns come ward by ward (e-Stat packs them so): wards the new file does not speak for keep what
 * an earlier file brought. Every other layer is replaced as a whole.
 */
function officialFrom(
  earlier: OfficialFile | null,
  { features, sources, driver, context, coverage }: Prepared,
  { fileName, sha256, layer }: { fileName: string; sha256: string; layer: ImportLayer },
): OfficialFile {
  const crs = [...new Set(sources.map(crsUsed))].join(', ');
  const record = { driver: driver.id, file: fileName, sha256, asOf: context.asOf, crs, coverage };
  if (layer !== 'towns' || !earlier) return { layer, imports: [record], features };
  const fresh = new Set(features.map((feature) => propertyText(feature, 'ward')));
  const kept = earlier.features.filter((feature) => !fresh.has(propertyText(feature, 'ward')));
  const older = earlier.imports
    .map((one) => ({ ...one, coverage: one.coverage.filter((code) => !coverage.includes(code)) }))
    .filter((one) => one.coverage.length > 0);
  const all = [...kept, ...features].sort((a, b) => (propertyText(a, 'id') < propertyText(b, 'id') ? -1 : 1));
  return { layer, imports: [...older, record], features: all };
}

function reportOf(
  { driver, sources, context, features, coverage, datum }: Prepared,
  file: ImportReport['file'],
  difference: ImportReport['difference'],
  tally: Tally,
): ImportReport {
  const { layer, credit, asOf, accuracyMeters } = context;
  return {
    layer,
    driver: driver.id,
    title: driver.title,
    file,
    dataSets: sources.map((source) => {
      const { name, format, encoding } = source.dataSet;
      return { name, format, encoding, crs: crsUsed(source) };
    }),
    source: credit,
    asOf,
    accuracyMeters,
    coverage,
    features: features.length,
    ...tally.summary(),
    datum,
    depths: depthTable(features),
    difference,
    rebuilt: [],
  };
}

async function remove(
  layer: ImportLayer,
  folders: Folders,
  rebuild: () => Promise<void>,
): Promise<ImportResult> {
  if (readOfficialFile(layer, folders.official) === null) throw new ImportFailure('not-imported', layer);
  const before = builtLayer(folders.tiles, layer);
  await exchangeOfficial(folders.official, layer, null, rebuild);
  const after = builtLayer(folders.tiles, layer) ?? { type: 'FeatureCollection', features: [] };
  const difference = differenceBetween(before, after, importLayers[layer].geometry);
  return { ok: true, action: 'removed', layer, difference };
}
