import type { Position } from '../../src/geometry/position.js';
import * as v from 'valibot';
import { roleSchemas, type PropertiesOf, type ReportRole } from '../../src/catalog/properties.js';
import type { MultiPolygon, Polygon } from '../mesh/dissolve.js';

export type Geometry =
  | Polygon
  | MultiPolygon
  | { type: 'Point'; coordinates: Position }
  | { type: 'LineString'; coordinates: readonly Position[] }
  | { type: 'MultiLineString'; coordinates: readonly (readonly Position[])[] };

export interface Feature<Role extends ReportRole = ReportRole> {
  type: 'Feature';
  properties: PropertiesOf<Role>;
  geometry: Geometry | null;
}

/**
 * A feature whose properties keep its role's schema; throws naming the feature when they do not.
 * Without geometry `accuracyMeters` becomes null: an unplaced thing has no accuracy.
 */
export function feature<Role extends ReportRole>(
  role: Role,
  properties: PropertiesOf<Role>,
  geometry: Geometry | null,
): Feature<Role> {
  const result = v.safeParse(roleSchemas[role], {
    ...properties,
    accuracyMeters: geometry === null ? null : properties.accuracyMeters,
  });
  if (!result.success) {
    const issue = result.issues[0];
    throw new Error(`${role} ${properties.id}: ${v.getDotPath(issue) ?? 'properties'}: ${issue.message}`);
  }
  return { type: 'Feature', properties: result.output, geometry };
}

/** Properties that every schema which has them reads as null where they are absent. */
const nullWhereAbsent: ReadonlySet<string> = new Set([
  'note',
  'districtDoubt',
  'outerAccuracyMeters',
  'depthMinMeters',
  'depthMaxMeters',
]);

/** Without what says nothing: the page keeps every layer for use without a network, and 1,300 towns add up. */
function line({ type, properties, geometry }: Feature): string {
  const said = Object.entries(properties).filter(
    ([name, value]) => value !== null || !nullWhereAbsent.has(name),
  );
  return JSON.stringify({ type, properties: Object.fromEntries(said), geometry });
}

/** Bytes of a layer file: one feature a line, so that a difference of two builds can be read. */
export function collectionText(features: readonly Feature[]): string {
  return `{"type":"FeatureCollection","features":[\n${features.map(line).join(',\n')}\n]}\n`;
}
