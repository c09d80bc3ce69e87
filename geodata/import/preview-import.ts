import { layersRecognised } from './choose-driver.js';
import { differenceBetween } from './difference.js';
import type { LayerCollection } from './layer-collection.js';
import { importLayers, type ImportLayer } from './layers.js';
import { mergeOverBuilt } from './merge.js';
import { planImport } from './plan-import.js';
import { ImportFailure, refusalOf, type ImportProblem } from './problem.js';
import type { ByteSource } from '../../src/formats/byte-source.js';
import type { RawLayer } from '../../src/formats/raw-layer.js';
import type { StartGdal } from '../../src/formats/gdal/gdal-port.js';
import { openFiles, type OpenFilesOptions } from './open-files.js';
import type { ImportReport } from './report.js';
import { Tally, type TallySummary } from './tally.js';

/** `engine`: GDAL is on its way, some 40 MB. */
export type PreviewStep = 'opening' | 'engine' | 'reading' | 'comparing';

export interface PreviewInput {
  source: ByteSource;
  /** Of the whole file, 64 hex digits. */
  sha256: string;
  /** Null = recognised by the columns. */
  layer: ImportLayer | null;
  /** Layers that this surface can import; a file for another one is named, not read. */
  supported: readonly ImportLayer[];
  crs: string | null;
  asOf: string | null;
  /** Starts GDAL for formats and coordinate systems that need it; null where there is none. */
  gdal?: StartGdal | null;
  /** Keeps what is taken out of a zip; in memory unless told otherwise. */
  keep?: OpenFilesOptions['keep'];
  /** The layer as built, without anything imported on this device. */
  built: (layer: ImportLayer) => Promise<LayerCollection | null>;
  /** The layer as it is in use now: what the difference is measured against. */
  inUse: (layer: ImportLayer) => Promise<LayerCollection | null>;
  /** `share` of the file read in this step, 0–1. */
  onStep?: (step: PreviewStep, share: number) => void;
}

export type ImportPreview =
  | {
      kind: 'ready';
      report: ImportReport;
      /** The imported features with their record, as geodata/official keeps them. */
      text: string;
    }
  /** The columns fit several layers: one has to be chosen. */
  | { kind: 'choose'; layers: ImportLayer[] }
  /** Only the command line can import it: other layers are built anew, or a mapping is needed. */
  | { kind: 'unsupported'; layer: ImportLayer }
  | { kind: 'refused'; problem: ImportProblem; detail: string; tally: TallySummary | null };

/** Everything an import does short of keeping the result; nothing is written. Pure: runs in a browser's worker. */
export async function previewImport(input: PreviewInput): Promise<ImportPreview> {
  const tally = new Tally();
  try {
    return await previewOf(input, tally);
  } catch (error) {
    return { kind: 'refused', ...refusalOf(error), tally: tally.read > 0 ? tally.summary() : null };
  }
}

async function previewOf(input: PreviewInput, tally: Tally): Promise<ImportPreview> {
  const { sha256, crs, asOf, onStep } = input;
  let step: PreviewStep = 'opening';
  const source: ByteSource = {
    ...input.source,
    read: (offset, length) => {
      onStep?.(step, Math.min(1, (offset + length) / input.source.size));
      return input.source.read(offset, length);
    },
  };
  // A layer that is not supported is named before the file is read.
  if (input.layer !== null && !input.supported.includes(input.layer))
    return { kind: 'unsupported', layer: input.layer };
  const { dataSets, leftOut, close } = await openFiles([source], {
    crs,
    startGdal: input.gdal ?? null,
    ...(input.keep ? { keep: input.keep } : {}),
  });
  try {
    const layers = input.layer === null ? layersOf(dataSets) : [input.layer];
    const [layer] = layers;
    if (!layer || layers.length > 1) return { kind: 'choose', layers };
    if (!input.supported.includes(layer)) return { kind: 'unsupported', layer };
    for (const path of leftOut) tally.note('data-set-ignored', path);
    step = 'reading';
    const built = await input.built(layer);
    const { official, text, report } = await planImport({
      layer,
      file: { name: source.name, bytes: source.size, sha256 },
      dataSets,
      mapping: null,
      crs,
      asOf,
      current: (id) => (id === layer ? built : null),
      // Towns of other wards are not at hand on a page.
      earlier: null,
      tally,
    });
    onStep?.('comparing', 0);
    const empty: LayerCollection = { type: 'FeatureCollection', features: [] };
    const after = mergeOverBuilt(layer, built ?? empty, official.features);
    const difference = differenceBetween(await input.inUse(layer), after, importLayers[layer].geometry);
    return { kind: 'ready', report: report(difference, []), text };
  } finally {
    await close();
  }
}

function layersOf(dataSets: readonly RawLayer[]): ImportLayer[] {
  const layers = layersRecognised(dataSets);
  if (layers.length > 0) return layers;
  const columns = dataSets.map(({ name, fields }) => `${name}: ${[...fields].slice(0, 30).join(', ')}`);
  throw new ImportFailure('not-this-data', columns.join(' | '));
}
