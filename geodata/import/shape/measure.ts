import { booleanClockwise } from '@turf/boolean-clockwise';
import type { Geometry, Position } from 'geojson';
import { closedRing } from '../../../src/geometry/explode.js';
import { areaSquareMeters, lengthMeters } from '../../../src/geometry/length-area.js';

type Ring = readonly Position[];

/** Signed area of a ring in square metres, positive = counter-clockwise; a ring that is not closed is closed. */
export function ringSquareMeters(ring: Ring): number {
  if (ring.length < 3) return 0;
  const closed = closedRing(ring);
  const area = areaSquareMeters({ type: 'Polygon', coordinates: [closed] });
  return booleanClockwise(closed) ? -area : area;
}

/** Length of a line or ring in metres. */
export function runMeters(run: Ring): number {
  return lengthMeters({ type: 'LineString', coordinates: run as Position[] });
}

/** Area in hectares, holes taken off; 0 for points and lines. */
export function polygonHectares(geometry: Geometry | null): number {
  return areaSquareMeters(geometry) / 10_000;
}
