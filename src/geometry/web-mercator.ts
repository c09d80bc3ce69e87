import type { Position } from './position.js';
import { parallelShare } from './sphere.js';

/** The map projection of web maps (EPSG:3857) on a sphere of the equator's radius, and the pixels of its tiles. */

const radians = Math.PI / 180;
const radiusMeters = 6_378_137;
const equatorMeters = 2 * Math.PI * radiusMeters;

/** The map engine's zoom counts tiles of so many pixels; picture tiles have 256. */
export const engineTilePixels = 512;

/** A place in the picture of the whole world, counted in pixels from its upper left corner; whole numbers are edges. */
export interface WorldPixel {
  x: number;
  y: number;
}

/** Metres of the projection north of the equator; on the ground they are shorter by the cosine of the latitude. */
export function mercatorY(latitude: number): number {
  return radiusMeters * Math.asinh(Math.tan(latitude * radians));
}

/** Degrees of latitude at metres of the projection north of the equator. */
export function latitudeOfMercatorY(y: number): number {
  return Math.atan(Math.sinh(y / radiusMeters)) / radians;
}

/** Metres of the projection that one degree of latitude takes at a latitude. */
export function mercatorMetersPerDegree(latitude: number): number {
  return (radiusMeters * radians) / parallelShare(latitude);
}

/**
 * Metres on the ground that one pixel spans.
 * @param latitude degrees
 * @param tilePixels width of a tile: 256 for picture tiles, 512 for the zoom of the map engine
 */
export function metersPerPixel(latitude: number, zoom: number, tilePixels: number): number {
  return (equatorMeters * parallelShare(latitude)) / (tilePixels * 2 ** zoom);
}

/** Where a position `[longitude, latitude]` lies in the picture of the world at a zoom. */
export function worldPixelOf([longitude, latitude]: Position, zoom: number, tilePixels: number): WorldPixel {
  const across = tilePixels * 2 ** zoom;
  return {
    x: ((longitude + 180) / 360) * across,
    y: (0.5 - mercatorY(latitude) / equatorMeters) * across,
  };
}

/** The position `[longitude, latitude]` of a place in the picture of the world at a zoom. */
export function positionOfWorldPixel({ x, y }: WorldPixel, zoom: number, tilePixels: number): Position {
  const across = tilePixels * 2 ** zoom;
  return [(x / across) * 360 - 180, latitudeOfMercatorY((0.5 - y / across) * equatorMeters)];
}
