import type { GeoJSONSource, LayerSpecification, Map as EngineMap } from 'maplibre-gl';
import type { MapOverlay } from '../state/map-host.js';

const prefix = 'overlay/';
const colour = ['to-color', ['get', 'colour'], '#333333'] as const;
const is = (kind: string) => ['==', ['geometry-type'], kind] as const;

/** The four layers of one overlay, lowest first. */
function layersOf(overlay: MapOverlay): LayerSpecification[] {
  const source = prefix + overlay.id;
  const layers: unknown[] = [
    {
      id: `${source}/fill`,
      type: 'fill',
      source,
      filter: is('Polygon'),
      paint: { 'fill-color': colour, 'fill-opacity': overlay.opacity * overlay.fillOpacity },
    },
    {
      id: `${source}/line`,
      type: 'line',
      source,
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-width': overlay.lineWidthPixels,
        'line-opacity': overlay.opacity,
        ...(overlay.dashed && { 'line-dasharray': [2.5, 2] }),
      },
    },
    {
      id: `${source}/point`,
      type: 'circle',
      source,
      filter: is('Point'),
      paint: {
        'circle-color': colour,
        'circle-radius': overlay.pointRadiusPixels,
        'circle-opacity': overlay.opacity,
        'circle-stroke-color': '#ffffff',
        'circle-stroke-width': 1.5,
        'circle-stroke-opacity': overlay.opacity,
      },
    },
  ];
  if (overlay.labels) {
    layers.push({
      id: `${source}/label`,
      type: 'symbol',
      source,
      filter: ['!=', ['get', 'label'], ''],
      layout: {
        'text-field': ['get', 'label'],
        'text-size': 12,
        'text-offset': [0, 1],
        'text-anchor': 'top',
        'symbol-placement': 'point',
      },
      paint: { 'text-color': '#1a1a1a', 'text-halo-color': '#ffffff', 'text-halo-width': 1.5 },
    });
  }
  // Expressions are written as constants here; the engine's own types want them mutable.
  return layers as LayerSpecification[];
}

/** Draws a list of overlays on a map and brings it from one list to the next. */
export class OverlayLayers {
  readonly #map: EngineMap;
  #drawn: readonly MapOverlay[] = [];

  constructor(map: EngineMap) {
    this.#map = map;
  }

  /** @param overlays the whole list, lowest first */
  set(overlays: readonly MapOverlay[]): void {
    const before = new Map(this.#drawn.map((overlay) => [overlay.id, overlay]));
    for (const overlay of this.#drawn) this.#removeLayers(overlay);
    const kept = new Set(overlays.map(({ id }) => id));
    for (const { id } of this.#drawn) if (!kept.has(id)) this.#map.removeSource(prefix + id);
    const above = this.#map.getStyle().layers.find(({ id }) => id.startsWith('selection/'))?.id;
    for (const overlay of overlays) {
      const source = this.#map.getSource<GeoJSONSource>(prefix + overlay.id);
      if (!source) this.#map.addSource(prefix + overlay.id, { type: 'geojson', data: overlay.data });
      else if (before.get(overlay.id)?.data !== overlay.data) void source.setData(overlay.data);
      for (const layer of layersOf(overlay)) this.#map.addLayer(layer, above);
    }
    this.#drawn = overlays;
  }

  /** Layers a click may hit, topmost first. */
  get clickable(): string[] {
    const ids = this.#map.getStyle().layers.map(({ id }) => id);
    return ids.filter((id) => id.startsWith(prefix) && !id.endsWith('/label')).reverse();
  }

  #removeLayers(overlay: MapOverlay): void {
    for (const { id } of layersOf(overlay)) if (this.#map.getLayer(id)) this.#map.removeLayer(id);
  }
}

/** The overlay a drawn layer belongs to: the inverse of the ids above. */
export function overlayOfLayer(layerId: string): string {
  return layerId.slice(prefix.length, layerId.lastIndexOf('/'));
}
