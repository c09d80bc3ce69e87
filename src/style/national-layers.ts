import type { LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { NationalRaster } from '../catalog/national.js';

/** A national hazard map on the map, and how strongly. */
export interface DrawnNational {
  raster: NationalRaster;
  /** 0–1 */
  opacity: number;
}

/** Sources of raster tiles; beyond `maxZoom` the engine enlarges the last tile. */
export function nationalSources(drawn: readonly DrawnNational[]): Record<string, SourceSpecification> {
  return Object.fromEntries(
    drawn.map(({ raster }): [string, SourceSpecification] => [
      raster.id,
      {
        type: 'raster',
        tiles: [raster.url],
        tileSize: 256,
        minzoom: raster.minZoom,
        maxzoom: raster.maxZoom,
        attribution: `<a href="${raster.creditUrl}">${raster.credit}</a>`,
      },
    ]),
  );
}

/** Official colours stay untouched: no blending between classes, no change by theme; only the opacity is chosen. */
export function nationalLayers(drawn: readonly DrawnNational[]): LayerSpecification[] {
  return drawn.map(({ raster, opacity }) => ({
    id: raster.id,
    type: 'raster',
    source: raster.id,
    paint: { 'raster-opacity': opacity, 'raster-resampling': 'nearest', 'raster-fade-duration': 0 },
  }));
}
