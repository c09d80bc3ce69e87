import type { LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { LayerContext } from './layer-context.js';

/** Addresses of this scheme are PMTiles archives, read by ranges; src/map knows how. */
export const tilesScheme = 'pmtiles://';

/** Points of a network, from the zoom on at which they can be told apart. */
const networkPoints = [
  { layer: 'manholes', minZoom: 15, radius: 2.4 },
  { layer: 'inlets', minZoom: 16, radius: 1.4 },
] as const;

/** A layer's source: one GeoJSON file, or tiles where there is too much for one. */
export function sourceOfLayer(address: string): SourceSpecification {
  return address.startsWith(tilesScheme)
    ? { type: 'vector', url: address }
    : { type: 'geojson', data: address, promoteId: 'id' };
}

/** Manholes and inlets, drawn where a layer of lines comes from a network's tiles; they answer nothing. */
export function networkPointLayers(
  { entry, source, visibility, opacity, flavour }: LayerContext,
  sources: Readonly<Record<string, SourceSpecification>>,
): LayerSpecification[] {
  if (sources[source]?.type !== 'vector') return [];
  return networkPoints.map(({ layer, minZoom, radius }) => ({
    id: `${entry.id}/${layer}`,
    type: 'circle',
    source,
    'source-layer': layer,
    minzoom: minZoom,
    layout: { visibility },
    paint: { 'circle-radius': radius, 'circle-color': flavour.ink, 'circle-opacity': opacity },
  }));
}

/** Names the layer inside the tiles, where a source is made of them: it is called as the source is. */
export function insideTiles(
  layers: readonly LayerSpecification[],
  sources: Readonly<Record<string, SourceSpecification>>,
): LayerSpecification[] {
  return layers.map((layer) => {
    if (!('source' in layer) || typeof layer.source !== 'string' || 'source-layer' in layer) return layer;
    const tiled = sources[layer.source]?.type === 'vector';
    return tiled ? { ...layer, 'source-layer': layer.source } : layer;
  });
}
