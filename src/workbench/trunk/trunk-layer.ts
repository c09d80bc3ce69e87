import type { Geometry } from 'geojson';
import * as v from 'valibot';
import { sewerProperties, type PropertiesOf } from '../../catalog/properties.js';
import { cleanGeometry } from '../overlay/clean-geometry.js';

export type TrunkProperties = PropertiesOf<'sewer'>;

export interface TrunkSewer {
  properties: TrunkProperties;
  /** Schematic, or null: 位置未公表. */
  geometry: Geometry | null;
}

const collection = v.object({
  features: v.array(v.object({ properties: sewerProperties, geometry: v.nullable(v.unknown()) })),
});

/** The layer `trunk-sewers` as it was fetched; null when it is not what it should be. */
export function readTrunkSewers(value: unknown): TrunkSewer[] | null {
  const parsed = v.safeParse(collection, value);
  if (!parsed.success) return null;
  const findings = { broken: 0, closedRings: 0, selfCrossing: 0, positions: 0 };
  return parsed.output.features.map(({ properties, geometry }) => ({
    properties,
    geometry: cleanGeometry(geometry, findings),
  }));
}
