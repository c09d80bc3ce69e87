import * as v from 'valibot';
import { spreadShared } from '../../src/catalog/shared-properties.js';
import type { LayerCollection } from './layer-collection.js';
import { geometryOf } from '../../src/formats/geometry-of.js';

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

/** The layer a built file's JSON holds, or null when it is none. */
export function collectionOf(json: unknown): LayerCollection | null {
  const result = v.safeParse(
    collectionSchema,
    typeof json === 'object' && json !== null ? spreadShared(json) : json,
  );
  return result.success ? result.output : null;
}
