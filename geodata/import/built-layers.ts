import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LayerCollection } from './layer-collection.js';
import * as v from 'valibot';
import { geometryOf } from './read/geojson.js';

const collectionSchema = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.object({
      type: v.literal('Feature'),
      properties: v.record(v.string(), v.unknown()),
      geometry: v.pipe(v.unknown(), v.transform(geometryOf)),
    }),
  ),
});

/** A layer as it is built in `folder` now, or null when there is none (or it is damaged). */
export function builtLayer(folder: string, id: string): LayerCollection | null {
  const path = join(folder, `${id}.geojson`);
  if (!existsSync(path)) return null;
  try {
    const result = v.safeParse(collectionSchema, JSON.parse(readFileSync(path, 'utf8')));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
