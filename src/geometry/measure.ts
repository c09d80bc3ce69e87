import { area } from '@turf/area';
import { bearing } from '@turf/bearing';
import { circle } from '@turf/circle';
import { distance } from '@turf/distance';
import { length } from '@turf/length';
import type { Geometry, Polygon, Position as GeoJsonPosition } from 'geojson';
import type { Position } from './position.js';

/**
 * Distances, bearings, lengths and areas, all of them turf's. turf measures on a sphere of 6,371,008.8 m; on the
 * ellipsoid a north–south length here is 0.25 % shorter, an east–west one 0.21 % longer, an area 0.04 % smaller.
 * Where a survey needs better there is the plane zone (`plane-rectangular.ts`).
 */

/** turf's own types are not read-only; it does not change what it is given. */
export const turfPosition = (position: Position): GeoJsonPosition => position as unknown as GeoJsonPosition;

const meters = { units: 'meters' } as const;

/** Metres between two positions `[longitude, latitude]`, along the great circle. */
export function distanceMeters(from: Position, to: Position): number {
  return distance(turfPosition(from), turfPosition(to), meters);
}

/**
 * Compass bearing of `to` as seen from `from`: degrees clockwise from north, 0 ≤ bearing < 360.
 * Two equal positions have no bearing and give 0.
 */
export function bearingDegrees(from: Position, to: Position): number {
  return (bearing(turfPosition(from), turfPosition(to)) + 360) % 360;
}

/** Length of lines and perimeter of polygons (holes included) in metres; 0 for points and null. */
export function lengthMeters(geometry: Geometry | null): number {
  return geometry ? length({ type: 'Feature', properties: null, geometry }, meters) : 0;
}

/** Area in square metres, holes taken away; 0 for points, lines and null. */
export function areaSquareMeters(geometry: Geometry | null): number {
  return geometry ? area(geometry) : 0;
}

/** Corners of a circle: at a hand's breadth on the screen no corner is seen. */
const circleSteps = 72;

/** A circle of `radiusMeters` around a position, anticlockwise. */
export function circleAround(position: Position, radiusMeters: number): Polygon {
  return circle(turfPosition(position), radiusMeters, { ...meters, steps: circleSteps }).geometry;
}
