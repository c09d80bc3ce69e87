import type { LayerEntry } from '../catalog/layer-entry.js';
import { baseProperties } from '../catalog/provenance.js';
import type { Position } from '../geometry/position.js';
import type { AreaLayer } from './area-layer.js';
import type { RoleFeature } from './layer-set.js';
import type { NearestLayer } from './nearest.js';
import type { SectionAnswer, SectionFeature } from './site-report-types.js';

/** A layer of role `section`, ready to be asked; null parts: its file is missing or damaged, or it is the other kind. */
export interface Section {
  entry: LayerEntry;
  features: readonly RoleFeature<'section'>[];
  areas: AreaLayer | null;
  nearest: NearestLayer | null;
}

const nearestCount = 3;

/** What else the city's catalogue declares, in its order: one answer a layer, empty where nothing is near. */
export function sectionsAt(
  sections: readonly Section[],
  position: Position,
  positionMeters = 0,
): SectionAnswer[] {
  return sections.map((section) => ({
    layer: section.entry.id,
    features: [...holding(section, position, positionMeters), ...nearest(section, position)],
  }));
}

function holding(
  { entry, features, areas }: Section,
  position: Position,
  positionMeters: number,
): SectionFeature[] {
  if (!areas) return [];
  return areas
    .hits(position, positionMeters)
    .flatMap(({ area, certainty, inside, edgeMeters, accuracyMeters }) => {
      const properties = features[area]?.properties;
      if (!properties) return [];
      return [{ ...told(entry, properties), certainty, inside, meters: edgeMeters, accuracyMeters }];
    });
}

function nearest({ entry, features, nearest: layer }: Section, position: Position): SectionFeature[] {
  const found = layer?.find(position, entry.section?.count ?? nearestCount) ?? [];
  return found.flatMap(({ id, certainty, meters, accuracyMeters }) => {
    const properties = features.find((feature) => feature.properties.id === id)?.properties;
    return properties
      ? [{ ...told(entry, properties), certainty, inside: false, meters, accuracyMeters }]
      : [];
  });
}

/** Name, provenance and the values of the fields the layer shows. */
function told({ fields }: LayerEntry, properties: RoleFeature<'section'>['properties']) {
  const { id, name, nameEn, method, asOf, source, page } = properties;
  const own = fields.filter(({ property }) => !Object.hasOwn(baseProperties, property));
  return {
    ...{ id, name, nameEn, method, asOf, source: { document: source, page } },
    values: Object.fromEntries(own.map(({ property }) => [property, properties[property] ?? null])),
  };
}
