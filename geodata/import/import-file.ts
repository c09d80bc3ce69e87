import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { builtLayer } from './built-layers.js';
import { differenceBetween } from './difference.js';
import type { ImportArgs, ImportResult, Preview } from './import-options.js';
import type { LayerCollection } from './layer-collection.js';
import { importLayers, type ImportLayer } from './layers.js';
import { parseMapping, type Mapping } from './mapping.js';
import { mergeOfficial } from './merge.js';
import { readOfficialFile } from './official-layer.js';
import { exchangeOfficial } from './official-store.js';
import { withoutEarlierImport } from './import-record.js';
import { planImport } from './plan-import.js';
import { ImportFailure } from './problem.js';
import { sha256Of } from '../../src/formats/node/node-files.js';
import { openFile } from './open-file.js';
import type { ImportReport } from './report.js';
import type { Tally } from './tally.js';

/** Layers made of town cells: when towns or wards change, they change too. */
const madeOfTowns = ['treatment-districts', 'priority-districts', 'rainbow-plan', 'inundation-zones'];

/** What an import reads and writes outside the file: folders of data, and the build. */
export interface ImportEnvironment {
  official: string;
  tiles: string;
  rebuild: () => Promise<void>;
  preview: (officialFolder: string, name: string, text: string) => Promise<Preview>;
}

type FileImportResult = Extract<ImportResult, { action: 'imported' | 'dry-run' }>;
type LayerOf = (id: string) => LayerCollection | null;

/** Layers that are cut from towns and wards, before and after. */
function changesOf(
  before: ReadonlyMap<string, LayerCollection | null>,
  after: LayerOf,
): ImportReport['rebuilt'] {
  return [...before].flatMap(([id, collection]) => {
    const anew = after(id);
    return anew ? [{ layer: id, difference: differenceBetween(collection, anew, 'polygon') }] : [];
  });
}

/** Reads, checks, compares; unless `dryRun` writes and builds. @throws ImportFailure, ReadFailure */
export async function importFile(
  layer: ImportLayer,
  args: ImportArgs,
  environment: ImportEnvironment,
  tally: Tally,
): Promise<FileImportResult> {
  const mapping = args.mappingFile === undefined ? null : await readMapping(args.mappingFile);
  const current: LayerOf = (id) => builtLayer(environment.tiles, id);
  const crs = args.crs?.toUpperCase() ?? null;
  const opened = await openFile(args.file, {
    crs: crs ?? mapping?.crs ?? null,
    encoding: mapping?.encoding ?? null,
  });
  try {
    const file = {
      name: basename(args.file),
      bytes: (await stat(args.file)).size,
      sha256: await sha256Of(args.file),
    };
    const earlier = readOfficialFile(layer, environment.official);
    const { official, text, report } = await planImport({
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
    const { geometry: kind, meshed } = importLayers[layer];
    const before = current(layer);
    const old = new Map((meshed ? madeOfTowns : []).map((id) => [id, current(id)]));
    if (args.dryRun) {
      const merged = mergeOfficial(layer, withoutEarlierImport(before, layer, earlier), official.features);
      const preview = meshed
        ? await environment.preview(environment.official, `${layer}.geojson`, text)
        : null;
      const built: LayerOf = (id) => {
        const features = preview?.get(id);
        return features ? { type: 'FeatureCollection', features: [...features] } : null;
      };
      const difference = differenceBetween(before, built(layer) ?? merged, kind);
      return {
        ok: true,
        action: 'dry-run',
        report: report(difference, changesOf(old, built)),
      };
    }
    await exchangeOfficial(environment.official, layer, text, environment.rebuild);
    const after = current(layer) ?? { type: 'FeatureCollection', features: official.features };
    const difference = differenceBetween(before, after, kind);
    return {
      ok: true,
      action: 'imported',
      report: report(difference, changesOf(old, current)),
    };
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
