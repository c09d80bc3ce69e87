import type { FeatureReference } from '../catalog/feature-reference.js';
import type { Map as EngineMap, PointLike } from 'maplibre-gl';
import type { LayerEntry } from '../catalog/layer-entry.js';

/** Pixels around a tap within which a sign or line counts as meant. */
const reach = 8;

/**
 * The topmost clickable feature at a pixel: signs and lines within reach first, then the area
 * beneath. It says which thing is meant, never what holds there: answers come from the report.
 */
export function featureAt(
  map: EngineMap,
  catalogue: readonly LayerEntry[],
  pixel: { x: number; y: number },
): FeatureReference | null {
  const clickable = catalogue.filter((entry) => entry.clickable);
  const clickBox: [PointLike, PointLike] = [
    [pixel.x - reach, pixel.y - reach],
    [pixel.x + reach, pixel.y + reach],
  ];
  return (
    first(map, clickable, ['point', 'line'], clickBox) ?? first(map, clickable, ['fill'], [pixel.x, pixel.y])
  );
}

function first(
  map: EngineMap,
  entries: readonly LayerEntry[],
  parts: readonly string[],
  where: PointLike | [PointLike, PointLike],
): FeatureReference | null {
  const layers = entries
    .flatMap(({ id }) => parts.map((part) => `${id}/${part}`))
    .filter((id) => map.getLayer(id));
  if (layers.length === 0) return null;
  for (const feature of map.queryRenderedFeatures(where, { layers })) {
    const id: unknown = feature.properties['id'];
    if (typeof id === 'string') return { layer: feature.source, id };
  }
  return null;
}
