import type { LayerCollection, LayerFeature } from './layer-collection.js';
import { layerById } from '../../src/catalog/layers.js';
import { withSharedOutlines } from '../../src/catalog/shared-outlines.js';
import { importLayers, type ImportLayer } from './layers.js';

const textOf = (feature: LayerFeature, property: string): string =>
  String(feature.properties?.[property] ?? '');

const placeFrom = '。位置は';

/** Facts and place come from two sources, each with its day. One that was placed before gets the new place alone. */
function sourceOf(facts: LayerFeature, place: LayerFeature): string {
  const [printed = '', before] = textOf(facts, 'source').split(placeFrom);
  const dated = before === undefined ? `${printed}（${textOf(facts, 'asOf')}）` : printed;
  return `${dated}${placeFrom}${textOf(place, 'source')}（${textOf(place, 'asOf')}）`;
}

/** The constructed feature with its official place. Facts stay; what follows from the outline changes with it. */
function placed(
  feature: LayerFeature,
  official: LayerFeature,
  layer: ImportLayer,
  geometry: LayerFeature['geometry'],
): LayerFeature {
  const { accuracyMeters, note, asOf, drawnAreaHectares }: Record<string, unknown> =
    official.properties ?? {};
  const ofOutline: readonly string[] = importLayers[layer].ofOutline;
  const day = importLayers[layer].dated === 'outline' ? { asOf } : {};
  const drawn = drawnAreaHectares === undefined ? {} : { drawnAreaHectares };
  const facts = Object.entries(feature.properties ?? {}).filter(([name]) => !ofOutline.includes(name));
  return {
    ...feature,
    properties: {
      ...Object.fromEntries(facts),
      source: sourceOf(feature, official),
      method: 'official',
      accuracyMeters,
      note,
      ...day,
      ...drawn,
    },
    geometry,
  };
}

/**
 * What a layer becomes when official features meet the constructed ones (policies in layers.ts).
 * `in-build`: outlines of towns and wards are taken as the build cut them, corner on corner with their neighbours.
 * Pure: the constructed collection is not changed, and without official features it comes back as it is.
 */
export function mergeOfficial(
  layer: ImportLayer,
  constructed: LayerCollection,
  official: readonly LayerFeature[] | null,
  drawn: 'from-file' | 'in-build' = 'from-file',
): LayerCollection {
  if (official === null) return constructed;
  switch (importLayers[layer].policy) {
    case 'replace':
      return { type: 'FeatureCollection', features: [...official] };
    case 'append':
      return { type: 'FeatureCollection', features: [...constructed.features, ...official] };
    case 'place': {
      const byId = new Map(official.map((feature) => [textOf(feature, 'id'), feature]));
      const features = constructed.features.map((feature) => {
        const own = byId.get(textOf(feature, 'id'));
        if (!own) return feature;
        const inBuild = drawn === 'in-build' && importLayers[layer].meshed;
        return placed(feature, own, layer, inBuild ? feature.geometry : own.geometry);
      });
      const shared = layerById(layer)?.sharedOutlines === true;
      return { type: 'FeatureCollection', features: shared ? withSharedOutlines(features) : features };
    }
  }
}

/**
 * The same over a layer that was built already: what an import of the build appended gives way to the new features,
 * so that no area stands there twice.
 */
export function mergeOverBuilt(
  layer: ImportLayer,
  built: LayerCollection,
  official: readonly LayerFeature[],
): LayerCollection {
  const appended = importLayers[layer].policy === 'append';
  const features = appended
    ? built.features.filter((feature) => textOf(feature, 'method') !== 'official')
    : built.features;
  return mergeOfficial(layer, { ...built, features }, official);
}
