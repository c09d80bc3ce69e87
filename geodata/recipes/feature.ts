import type { Position } from '../../src/geometry/position.js';
import * as v from 'valibot';
import { roleSchemas, type PropertiesOf, type ReportRole } from '../../src/catalog/properties.js';
import { sharedProperties, withoutShared } from '../../src/catalog/shared-properties.js';
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
  'page',
  'how',
  'districtDoubt',
  'outerAccuracyMeters',
  'depthMinMeters',
  'depthMaxMeters',
]);

/**
 * Without what says nothing: the page keeps every layer for use without a network, and 1,300 towns add up. Where most
 * have a value in common, absent would be read as that value.
 */
function said({ properties }: Feature, shared: object | null): Record<string, unknown> {
  const readAsNull = (name: string) => nullWhereAbsent.has(name) && !(shared !== null && name in shared);
  return Object.fromEntries(
    Object.entries(properties).filter(([name, value]) => value !== null || !readAsNull(name)),
  );
}

/**
 * Bytes of a layer file: one feature a line, so that a difference of two builds can be read; before them what most of
 * them have in common (src/catalog/shared-properties.ts).
 */
export function collectionText(features: readonly Feature[]): string {
  const shared = sharedProperties(features.map(({ properties }) => ({ ...properties })));
  const lines = features.map((each) =>
    JSON.stringify({
      type: each.type,
      properties: withoutShared(said(each, shared), shared),
      geometry: each.geometry,
    }),
  );
  const common = shared === null ? '' : `"shared":${JSON.stringify(shared)},`;
  return `{"type":"FeatureCollection",${common}"features":[\n${lines.join(',\n')}\n]}\n`;
}
