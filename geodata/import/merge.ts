import type { LayerCollection, LayerFeature } from './layer-collection.js';
import { importLayers, type ImportLayer } from './layers.js';

const textOf = (feature: LayerFeature, property: string): string =>
  String(feature.properties?.[property] ?? '');

/** The constructed feature with its official place. Facts stay; what follows from the outline changes with it. */
function placed(feature: LayerFeature, official: LayerFeature, layer: ImportLayer): LayerFeature {
  const { accuracyMeters, note, asOf, drawnAreaHectares } = official.properties ?? {};
  const dated = importLayers[layer].dated === 'outline' ? { asOf } : {};
  const drawn = drawnAreaHectares === undefined ? {} : { drawnAreaHectares };
  return {
    type: 'Feature',
    properties: {
      ...feature.properties,
      source: `${textOf(feature, 'source')}。位置は${textOf(official, 'source')}`,
      method: 'official',
      accuracyMeters,
      note,
      ...dated,
      ...drawn,
    },
    geometry: official.geometry,
  };
}

/**
 * What a layer becomes when official features meet the constructed ones (policies in layers.ts).
 * Pure: the constructed collection is not changed, and without official features it comes back as it is.
 */
export function mergeOfficial(
  layer: ImportLayer,
  constructed: LayerCollection,
  official: readonly LayerFeature[] | null,
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
        return own ? placed(feature, own, layer) : feature;
      });
      return { type: 'FeatureCollection', features };
    }
  }
}
