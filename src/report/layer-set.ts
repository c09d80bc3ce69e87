import type { FeatureCollection, Geometry } from 'geojson';
import * as v from 'valibot';
import type { LayerEntry } from '../catalog/layer-entry.js';
import { isWellFormed } from '../geometry/well-formed.js';
import { roleSchemas, type PropertiesOf, type ReportRole } from '../catalog/properties.js';
import type { Unavailable } from './site-report-types.js';

/** What a layer file turned out to be: its features, or why they could not be had. */
export type LayerSource = FeatureCollection | { failed: string };
/** By layer id; a layer that is not there counts as failed. */
export type LayerSources = Readonly<Record<string, LayerSource>>;

export interface RoleFeature<Role extends ReportRole> {
  /** Id of the layer it comes from. */
  layer: string;
  geometry: Geometry | null;
  properties: PropertiesOf<Role>;
}

/** All features of one report role, from every layer that has it. */
export interface RoleLayer<Role extends ReportRole> {
  /** Whether the city's catalogue has a layer of this role at all. */
  declared: boolean;
  features: readonly RoleFeature<Role>[];
  /** Layers of this role that could not be read; empty when the answer is complete. */
  unavailable: readonly Unavailable[];
}

/** Collects the features of a role, each checked against the role's schema. */
export function roleLayer<Role extends ReportRole>(
  role: Role,
  catalogue: readonly LayerEntry[],
  sources: LayerSources,
): RoleLayer<Role> {
  const features: RoleFeature<Role>[] = [];
  const unavailable: Unavailable[] = [];
  const entries = catalogue.filter((entry) => entry.role === role);
  for (const { id, optional } of entries) {
    // Nobody imported one: nothing is missing.
    if (optional && sources[id] === undefined) continue;
    const read = readLayer(role, id, sources[id]);
    if (Array.isArray(read)) features.push(...read);
    else unavailable.push({ unavailable: true, layer: id, reason: read.failed });
  }
  return { declared: entries.length > 0, features, unavailable };
}

function readLayer<Role extends ReportRole>(
  role: Role,
  layer: string,
  source: LayerSource | undefined,
): RoleFeature<Role>[] | { failed: string } {
  if (!source) return { failed: 'missing' };
  if ('failed' in source) return { failed: source.failed };
  const read: RoleFeature<Role>[] = [];
  for (const feature of source.features) {
    const parsed = v.safeParse(roleSchemas[role], feature.properties);
    if (!parsed.success) {
      const issue = parsed.issues[0];
      const path = v.getDotPath(issue) ?? 'properties';
      return {
        failed: `invalid: ${String(feature.properties?.id ?? read.length)} ${path}: ${issue.message}`,
      };
    }
    if (!isWellFormed(feature.geometry))
      return { failed: `invalid: ${String(feature.properties?.id ?? read.length)} geometry` };
    read.push({ layer, geometry: feature.geometry, properties: parsed.output });
  }
  return read;
}
