import type { Geometry } from 'geojson';
import type { LayerCollection, LayerFeature } from '../layer-collection.js';
import type { DriverContext, PropertyValue } from './import-driver.js';

interface Named {
  id: string;
  name: string;
  nameEn: string;
  note?: string | null;
}

/** A feature with the provenance every layer carries, filled from the data set it was read from. */
export function officialFeature(
  { credit, asOf, accuracyMeters }: DriverContext,
  named: Named,
  properties: Record<string, PropertyValue>,
  geometry: Geometry,
): LayerFeature {
  const { id, name, nameEn, note = null } = named;
  return {
    type: 'Feature',
    properties: {
      ...{ id, name, nameEn, source: credit, page: null, asOf, method: 'official', accuracyMeters, note },
      ...properties,
    },
    geometry,
  };
}

/** A text property of a built feature, or ''. */
export function propertyText(feature: LayerFeature, property: string): string {
  const value: unknown = feature.properties?.[property];
  return typeof value === 'string' ? value : '';
}

/** Built features under the key two spellings of a name share; several under one key are ambiguous. */
export function featuresByKey(
  collection: LayerCollection | null,
  keyOf: (feature: LayerFeature) => string,
): Map<string, LayerFeature[]> {
  const table = new Map<string, LayerFeature[]>();
  for (const feature of collection?.features ?? []) {
    const key = keyOf(feature);
    const alike = table.get(key);
    if (alike) alike.push(feature);
    else table.set(key, [feature]);
  }
  return table;
}

/** Names of built features none of the imported ones stands for. */
export function noteMissing(
  collection: LayerCollection | null,
  found: ReadonlySet<string>,
  context: DriverContext,
): void {
  for (const feature of collection?.features ?? []) {
    if (!found.has(propertyText(feature, 'id')))
      context.tally.note('not-in-file', propertyText(feature, 'name'));
  }
}
