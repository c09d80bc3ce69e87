import type { LayerCollection } from '../../geodata/import/layer-collection.js';
import type { ImportLayer } from '../../geodata/import/layers.js';
import { mergeOverBuilt } from '../../geodata/import/merge.js';
import { layerById } from '../catalog/layers.js';
import { parseOfficial, type OfficialFile } from '../../geodata/import/official-file.js';

/** What a kept import says of itself. */
export interface ImportFacts {
  layer: ImportLayer;
  file: string;
  sha256: string;
  asOf: string;
  credit: string;
  features: number;
}
export type Merged =
  | { ok: true; facts: ImportFacts; merged: Blob }
  /** `damaged`: what was kept is no import any more; `no-layer`: the built layer did not come. */
  | { ok: false; reason: 'damaged' | 'no-layer' };

/** Reads a stored import and merges it with the layer as it is built now. */
export async function mergeStoredImport(
  text: string,
  built: (layer: ImportLayer) => Promise<LayerCollection | null>,
): Promise<Merged> {
  const official = parsed(text);
  const record = official?.imports.at(-1);
  if (!official || !record) return { ok: false, reason: 'damaged' };
  const { layer, features } = official;
  const below = (await built(layer)) ?? nothingBuilt(layer);
  if (!below) return { ok: false, reason: 'no-layer' };
  const merged = mergeOverBuilt(layer, below, features);
  const { file, sha256, asOf } = record;
  const credit = String(features[0]?.properties?.['source'] ?? '');
  return {
    ok: true,
    facts: { layer, file, sha256, asOf, credit, features: features.length },
    merged: new Blob([JSON.stringify(merged)], { type: 'application/geo+json' }),
  };
}

/** Of an optional layer there is nothing until somebody imports it. */
function nothingBuilt(layer: ImportLayer): LayerCollection | null {
  return layerById(layer)?.optional ? { type: 'FeatureCollection', features: [] } : null;
}

function parsed(text: string): OfficialFile | null {
  try {
    const official = parseOfficial(text, 'kept import');
    const ids = new Set(official.features.map(({ properties }) => String(properties?.['id'])));
    return ids.size === official.features.length ? official : null;
  } catch {
    return null;
  }
}
