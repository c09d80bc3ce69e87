import type { Position } from '../../src/geometry/position.js';
import { city } from '../../src/catalog/city.js';

/**
 * The integer grid every constructed outline stands on.
 *
 * One step is 1e-6 degree (about 0.1 m), so a grid point written with 6 decimals is exact and two layers that
 * share an edge share its very coordinates. Coordinates are counted from an origin south-west of the city (its `grid`), which
 * keeps every cross product far below 2^53: orientation tests are exact.
 */
export type GridPoint = readonly [x: number, y: number];
const stepsPerDegree = 1_000_000;
const { origin, metersPerDegree } = city.grid;
const originX = Math.round(origin[0] * stepsPerDegree);
const originY = Math.round(origin[1] * stepsPerDegree);

/** Metres a grid step spans in the middle of the city; it is small enough for one figure. */
export const metersPerStepX = metersPerDegree[0] / stepsPerDegree;
export const metersPerStepY = metersPerDegree[1] / stepsPerDegree;
/** Square metres of one grid square. */
export const squareMetersPerStep = metersPerStepX * metersPerStepY;

/** [longitude, latitude] in degrees → nearest grid point. */
export function toGrid([longitude, latitude]: Position): GridPoint {
  return [Math.round(longitude * stepsPerDegree) - originX, Math.round(latitude * stepsPerDegree) - originY];
}

/** Grid point → [longitude, latitude] in degrees, at most 6 decimals. */
export function toPosition([x, y]: GridPoint): [number, number] {
  return [(x + originX) / stepsPerDegree, (y + originY) / stepsPerDegree];
}

/** One number a point, for maps and sets. */
export function pointKey([x, y]: GridPoint): number {
  return x * 4_194_304 + y;
}

/** Distance in metres between two grid points. */
export function distanceMeters(a: GridPoint, b: GridPoint): number {
  return Math.hypot((a[0] - b[0]) * metersPerStepX, (a[1] - b[1]) * metersPerStepY);
}

/** Twice the signed area of a ring (first point not repeated) in grid squares; positive = counter-clockwise. */
export function doubleArea(ring: readonly GridPoint[]): number {
  let sum = 0;
  for (let index = 0; index < ring.length; index++) {
    const a = ring[index]!;
    const b = ring[(index + 1) % ring.length]!;
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum;
}

/** Area of a ring in hectares, unsigned. */
export function ringHectares(ring: readonly GridPoint[]): number {
  return (Math.abs(doubleArea(ring)) / 2) * squareMetersPerStep * 1e-4;
}

/**
 * Whether a point lies inside rings by the even-odd rule. Points with half-integer y never meet a vertex, so
 * callers that sample faces pass those.
 */
export function insideRings(point: GridPoint, rings: readonly (readonly GridPoint[])[]): boolean {
  let inside = false;
  for (const ring of rings) {
    let previous = ring[ring.length - 1]!;
    for (const current of ring) {
      if (current[1] > point[1] !== previous[1] > point[1]) {
        const x =
          previous[0] + ((point[1] - previous[1]) / (current[1] - previous[1])) * (current[0] - previous[0]);
        if (point[0] < x) inside = !inside;
      }
      previous = current;
    }
  }
  return inside;
}
