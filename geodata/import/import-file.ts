import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { layerById } from '../../src/catalog/layers.js';
import { problemOf, ReadFailure } from '../../src/formats/read-failure.js';
import { isSameFile } from '../disk/same-file.js';
import { builtLayer } from './built-layers.js';
import { differenceBetween } from './difference.js';
import type { ImportArgs, ImportResult, Preview } from './import-options.js';
import type { LayerCollection } from './layer-collection.js';
import { importLayers, type ImportLayer } from './layers.js';
import { parseMapping, type Mapping } from './mapping.js';
import { mergeOfficial } from './merge.js';
import { asCollection } from './official-file.js';
import { readOfficialFile } from './official-layer.js';
import { exchangeData, stageOfficial, type DataPlace } from './official-store.js';
import { withoutEarlierImport } from './import-record.js';
import { planImport } from './plan-import.js';
import { ImportFailure } from './problem.js';
import { sha256Of } from '../../src/formats/node/node-files.js';
import { openFile } from './open-file.js';
import type { ImportReport } from './report.js';
import type { Tally } from './tally.js';

/** What an import reads and writes outside the file: folders of data, and the build. */
export interface ImportEnvironment extends DataPlace {
  preview: (officialFolder: string, name: string, text: string) => Promise<Preview>;
}

type FileImportResult = Extract<ImportResult, { action: 'imported' | 'dry-run' }>;
type LayerOf = (id: string) => LayerCollection | null;

/** Layers that rest on the imported one, before and after. */
function changesOf(
  before: ReadonlyMap<string, LayerCollection | null>,
  after: LayerOf,
): ImportReport['rebuilt'] {
  return [...before].flatMap(([id, collection]) => {
    const anew = after(id);
    if (!anew) return [];
    return [
      { layer: id, difference: differenceBetween(collection, anew, layerById(id)?.geometry ?? 'polygon') },
    ];
  });
}

/** Reads, checks, compares; unless `dryRun` writes and builds. @throws ImportFailure, ReadFailure */
export async function importFile(
  layer: ImportLayer,
  args: ImportArgs,
  environment: ImportEnvironment,
  tally: Tally,
): Promise<FileImportResult> {
  if (args.dryRun) return dryRun(layer, args, environment, tally);
  for (const written of [environment.official, environment.tiles])
    if (isSameFile(args.file, join(written, `${layer}.geojson`)))
      throw new ImportFailure('reads-what-it-writes', args.file);
  // From the first look at what was imported before: nobody else may change it meanwhile.
  return exchangeData(environment, async (staging) => {
    const { plan, before, old } = await read(layer, args, environment, tally);
    const { exchange, built } = await stageOfficial(environment, staging, layer, plan.text);
    const after = builtLayer(built, layer) ?? {
      type: 'FeatureCollection' as const,
      features: plan.official.features,
    };
    const difference = differenceBetween(before, after, importLayers[layer].geometry);
    const report = plan.report(
      difference,
      changesOf(old, (id) => builtLayer(built, id)),
    );
    return { exchange, value: { ok: true, action: 'imported', report } };
  });
}

async function dryRun(
  layer: ImportLayer,
  args: ImportArgs,
  environment: ImportEnvironment,
  tally: Tally,
): Promise<FileImportResult> {
  const { plan, before, old, earlier } = await read(layer, args, environment, tally);
  const { official, text, report } = plan;
  const { geometry: kind, under } = importLayers[layer];
  const merged = mergeOfficial(layer, withoutEarlierImport(before, layer, earlier), official.features);
  const preview =
    under.length > 0 ? await environment.preview(environment.official, `${layer}.geojson`, text) : null;
  const built: LayerOf = (id) => {
    const features = preview?.get(id);
    return features ? { type: 'FeatureCollection', features: [...features] } : null;
  };
  const difference = differenceBetween(before, built(layer) ?? merged, kind);
  return { ok: true, action: 'dry-run', report: report(difference, changesOf(old, built)) };
}

/** What would be written, and the layers it would change as they are. @throws ImportFailure, ReadFailure */
async function read(layer: ImportLayer, args: ImportArgs, environment: ImportEnvironment, tally: Tally) {
  const mapping = args.mappingFile === undefined ? null : await readMapping(args.mappingFile);
  const current: LayerOf = (id) => builtLayer(environment.tiles, id);
  const crs = args.crs?.toUpperCase() ?? null;
  const opened = await openFile(args.file, {
    crs: crs ?? mapping?.crs ?? null,
    encoding: mapping?.encoding ?? null,
  }).catch((error: unknown) => {
    throw new ReadFailure(problemOf(error));
  });
  try {
    const file = {
      name: basename(args.file),
      bytes: (await stat(args.file)).size,
      sha256: await sha256Of(args.file),
    };
    const earlier = readOfficialFile(layer, environment.official);
    const plan = await planImport({
      layer,
      file,
      dataSets: opened.dataSets,
      mapping,
      crs,
      asOf: args.asOf ?? null,
      current,
      earlier,
      tally,
    });
    const old = new Map(importLayers[layer].under.map((id) => [id, current(id)]));
    // What is no layer of the map stands in its own file alone.
    const before = current(layer) ?? (earlier && asCollection(earlier));
    return { plan, before, old, earlier };
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
