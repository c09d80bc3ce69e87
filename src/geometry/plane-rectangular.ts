import type { Geometry, Position as GeoJsonPosition } from 'geojson';
import proj4 from 'proj4';
import { polygonsOf, runsOf } from './explode.js';
import type { Position } from './position.js';

/** 平面直角座標: X counts north and Y counts east, the reverse of a drawing's x and y. */
export interface PlanePosition {
  northMeters: number;
  eastMeters: number;
}

/** Definitions by EPSG code. Zone II of JGD2011 has its origin at 33°N 131°E. */
const definitions = {
  6670: '+proj=tmerc +lat_0=33 +lon_0=131 +k=0.9999 +x_0=0 +y_0=0 +ellps=GRS80 +units=m +no_defs',
} as const;
export type PlaneEpsg = keyof typeof definitions;

const converters = new Map<PlaneEpsg, proj4.Converter>();

function converter(epsg: PlaneEpsg): proj4.Converter {
  const known = converters.get(epsg);
  if (known) return known;
  // JGD2011 longitude and latitude in; no datum shift, both sides stand on GRS80.
  const made = proj4('+proj=longlat +ellps=GRS80 +no_defs', definitions[epsg]);
  converters.set(epsg, made);
  return made;
}

/** [longitude, latitude] in degrees → metres north (X) and east (Y) of the zone's origin. */
export function toPlane(position: Position, epsg: PlaneEpsg = 6670): PlanePosition {
  const [eastMeters, northMeters] = converter(epsg).forward([position[0], position[1]]);
  return { northMeters, eastMeters };
}

/** Metres north (X) and east (Y) of the zone's origin → [longitude, latitude] in degrees. */
export function fromPlane(plane: PlanePosition, epsg: PlaneEpsg = 6670): Position {
  const [longitude, latitude] = converter(epsg).inverse([plane.eastMeters, plane.northMeters]);
  return [longitude, latitude];
}

/**
 * Lengths and areas as a survey or a drawing in the zone has them: plane arithmetic in the zone's metres. They are
 * exact there and differ from the ground by the zone's scale (0.9999 at its meridian, about 0.99994 in this city).
 * turf measures on the sphere only (`measure.ts`).
 */

/** Metres of the zone between two positions of it. */
export function planeDistanceMeters(from: PlanePosition, to: PlanePosition): number {
  return Math.hypot(to.eastMeters - from.eastMeters, to.northMeters - from.northMeters);
}

/** Metres of the zone along a path of plane positions; 0 for fewer than two. */
export function planePathMeters(path: readonly PlanePosition[]): number {
  return path.reduce((sum, to, index) => sum + planeDistanceMeters(path[index - 1] ?? to, to), 0);
}

function runInPlane(run: readonly GeoJsonPosition[], epsg: PlaneEpsg): PlanePosition[] {
  return run.map(([longitude = NaN, latitude = NaN]) => toPlane([longitude, latitude], epsg));
}

/**
 * Length of lines and perimeter of polygons (holes included) in metres of the zone; 0 for points and null.
 * @param geometry in degrees, [longitude, latitude]
 */
export function planeLengthMeters(geometry: Geometry | null, epsg: PlaneEpsg = 6670): number {
  return runsOf(geometry).reduce((sum, run) => sum + planePathMeters(runInPlane(run, epsg)), 0);
}

/**
 * Area in square metres of the zone, holes taken away; 0 for points, lines and null. Edges are straight in the plane.
 * @param geometry in degrees, [longitude, latitude]
 */
export function planeAreaSquareMeters(geometry: Geometry | null, epsg: PlaneEpsg = 6670): number {
  return polygonsOf(geometry).reduce((sum, [outer = [], ...holes]) => {
    const own = ringArea(runInPlane(outer, epsg));
    return sum + holes.reduce((left, hole) => left - ringArea(runInPlane(hole, epsg)), own);
  }, 0);
}

/** Gauss's area formula about the ring's first corner: near zero no digits are lost. */
function ringArea(ring: readonly PlanePosition[]): number {
  const [origin] = ring;
  if (!origin) return 0;
  const twice = ring.reduce((sum, one, index) => {
    const next = ring[index + 1] ?? origin;
    const [x, y] = [one.eastMeters - origin.eastMeters, one.northMeters - origin.northMeters];
    const [nextX, nextY] = [next.eastMeters - origin.eastMeters, next.northMeters - origin.northMeters];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}
