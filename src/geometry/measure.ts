import { bearing } from '@turf/bearing';
import { distance } from '@turf/distance';
import type { Position as GeoJsonPosition } from 'geojson';
import type { Position } from './position.js';

/**
 * Distances and bearings, turf's, like lengths and areas (`length-area.ts`). turf measures on a sphere of 6,371,008.8 m; on the
 * ellipsoid a north–south length here is 0.25 % shorter, an east–west one 0.21 % longer, an area 0.04 % smaller.
 * Where a survey needs better there is the plane zone (`plane-rectangular.ts`).
 */

/** turf's own types are not read-only; it does not change what it is given. */
export const turfPosition = (position: Position): GeoJsonPosition => position as unknown as GeoJsonPosition;

/** Likewise for rings or lines. */
export const turfRings = (rings: readonly (readonly GeoJsonPosition[])[]): GeoJsonPosition[][] =>
  rings as GeoJsonPosition[][];

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
