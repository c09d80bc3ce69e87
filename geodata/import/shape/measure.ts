import type { Geometry } from 'geojson';
import { polygonsOf } from '../../../src/geometry/explode.js';
import { metersPerDegree } from '../../../src/geometry/metric.js';

type Ring = readonly (readonly number[])[];

/** Signed area of a ring in square metres, positive = counter-clockwise; flat at the ring's own latitude. */
export function ringSquareMeters(ring: Ring): number {
  const [first] = ring;
  if (!first) return 0;
  // Counted from the ring's own corner: figures of 130° × 33° would eat the digits a small ring needs.
  const [originX = 0, originY = 0] = first;
  let [doubled, latitudes] = [0, 0];
  for (let i = 0; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[(i + 1) % ring.length] ?? [];
    doubled += (ax - originX) * (by - originY) - (bx - originX) * (ay - originY);
    latitudes += ay;
  }
  const scale = metersPerDegree(latitudes / ring.length);
  return (doubled / 2) * scale.east * scale.north;
}

/** Length of a line or ring in metres. */
export function runMeters(run: Ring): number {
  let meters = 0;
  for (let i = 0; i + 1 < run.length; i++) {
    const [ax = 0, ay = 0] = run[i] ?? [];
    const [bx = 0, by = 0] = run[i + 1] ?? [];
    const scale = metersPerDegree((ay + by) / 2);
    meters += Math.hypot((bx - ax) * scale.east, (by - ay) * scale.north);
  }
  return meters;
}

/** Area in hectares, holes taken off; 0 for points and lines. */
export function polygonHectares(geometry: Geometry | null): number {
  let squareMeters = 0;
  for (const [outer = [], ...holes] of polygonsOf(geometry)) {
    squareMeters += Math.abs(ringSquareMeters(outer));
    for (const hole of holes) squareMeters -= Math.abs(ringSquareMeters(hole));
  }
  return squareMeters / 10_000;
}
