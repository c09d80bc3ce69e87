import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature } from 'geojson';
import type { BoundingBox } from '../../src/geometry/position.js';
import { worldPixelOf } from '../../src/geometry/web-mercator.js';
import type { ArchiveTile } from './pmtiles-writer.js';

/** A feature with the first zoom it is in the tiles. */
export interface TiledFeature {
  minZoom: number;
  feature: Feature;
}

const extent = 4096;
/** Beyond a tile's edge, in its units: a wide street's other half. */
const buffer = 64;
/** What may be left out of a line below the deepest zoom, in a tile's units. */
const tolerance = 4;

/**
 * Cuts layers into vector tiles (MVT 2, geojson-vt and vt-pbf). Below the last zoom lines and rings are simplified;
 * at the last one every corner is there. A tile without anything is none.
 * @param layers name of the layer in the tiles → its features
 */
export function cutTiles(
  layers: Readonly<Record<string, readonly TiledFeature[]>>,
  zooms: { min: number; max: number },
  box: BoundingBox,
): ArchiveTile[] {
  const tiles: ArchiveTile[] = [];
  for (let z = zooms.min; z <= zooms.max; z++) {
    const indexes = Object.entries(layers).flatMap(([name, features]) => {
      const drawn = features.filter(({ minZoom }) => minZoom <= z).map(({ feature }) => feature);
      if (drawn.length === 0) return [];
      const data = { type: 'FeatureCollection' as const, features: drawn };
      const options = { maxZoom: zooms.max, indexMaxZoom: 0, indexMaxPoints: 0, tolerance, extent, buffer };
      return [[name, new GeoJSONVT(data, options)] as const];
    });
    const [first, last] = [worldPixelOf([box[0], box[3]], z, 1), worldPixelOf([box[2], box[1]], z, 1)];
    for (let x = Math.floor(first.x); x <= Math.floor(last.x); x++)
      for (let y = Math.floor(first.y); y <= Math.floor(last.y); y++) {
        const content: Record<string, GeoJSONVTTile> = {};
        for (const [name, index] of indexes) {
          const tile = index.getTile(z, x, y);
          if (tile && tile.features.length > 0) content[name] = tile;
        }
        if (Object.keys(content).length === 0) continue;
        tiles.push({ z, x, y, bytes: fromGeojsonVt(content, { version: 2, extent }) });
      }
  }
  return tiles;
}
