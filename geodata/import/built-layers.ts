import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectionOf } from './collection-of.js';
import type { LayerCollection } from './layer-collection.js';

/** A layer as it is built in `folder` now, or null when there is none (or it is damaged). */
export function builtLayer(folder: string, id: string): LayerCollection | null {
  const path = join(folder, `${id}.geojson`);
  if (!existsSync(path)) return null;
  try {
    return collectionOf(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
