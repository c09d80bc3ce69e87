import { VectorTile } from '@mapbox/vector-tile';
import type { Geometry } from 'geojson';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import { basemapLayers, type BasemapLayer } from '../catalog/basemap.js';
import { boundingBox } from '../geometry/bounding-box.js';
import type { BoundingBox } from '../geometry/position.js';
import { worldPixelOf } from '../geometry/web-mercator.js';
import { KeptOrServed } from './ground-source.js';
import { PatientSource } from './patient-source.js';

/** A piece of the base map, as it is in one tile. */
export interface GroundShape {
  layer: BasemapLayer;
  kind: string;
  geometry: Geometry;
}

/** What a small picture shows: beyond it there are only names. */
const tileZoom = 14;

/**
 * The base map in a box, for drawings that are not the engine's; in draw order.
 * @param url absolute address of the archive
 * @throws where the archive does not come or is damaged
 */
export async function groundInBox(url: string, box: BoundingBox): Promise<GroundShape[]> {
  const archive = new PMTiles(new KeptOrServed(url, new PatientSource(url)));
  const [west, south, east, north] = box;
  const first = worldPixelOf([west, north], tileZoom, 1);
  const last = worldPixelOf([east, south], tileZoom, 1);
  const wanted: { x: number; y: number }[] = [];
  for (let x = Math.floor(first.x); x <= Math.floor(last.x); x++)
    for (let y = Math.floor(first.y); y <= Math.floor(last.y); y++) wanted.push({ x, y });
  const tiles = await Promise.all(
    wanted.map(async ({ x, y }) => {
      const answer = await archive.getZxy(tileZoom, x, y);
      return answer ? [{ x, y, tile: new VectorTile(new PbfReader(new Uint8Array(answer.data))) }] : [];
    }),
  );
  return basemapLayers.flatMap((layer) =>
    tiles.flat().flatMap(({ x, y, tile }) => {
      const content = tile.layers[layer];
      if (!content) return [];
      return Array.from({ length: content.length }, (_, index) => content.feature(index))
        .map((feature) => feature.toGeoJSON(x, y, tileZoom))
        .filter(({ geometry }) => touches(boundingBox(geometry), box))
        .map(({ geometry, properties }) => ({ layer, kind: String(properties?.['kind']), geometry }));
    }),
  );
}

const touches = (own: BoundingBox | null, [west, south, east, north]: BoundingBox): boolean =>
  own !== null && own[0] <= east && own[2] >= west && own[1] <= north && own[3] >= south;
