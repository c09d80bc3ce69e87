import { convertLength, degreesToRadians } from '@turf/helpers';
import { edgeEnds } from './position.js';

/** Metres of one degree along a meridian of turf's sphere (radius 6,371,008.8 m). */
export const metersPerDegreeOnSphere = convertLength(1, 'degrees', 'meters');

/** How much shorter than along a meridian a degree is along the parallel at a latitude in degrees. */
export function parallelShare(latitude: number): number {
  return Math.cos(degreesToRadians(latitude));
}

/**
 * Metres that a straight line in degrees lies from the great circle between its ends, at the most. Who goes along it
 * turns by sin φ Δλ √(cos²φ Δλ² + 4 Δφ²) (its geodesic curvature; steep lines turn the most): an eighth of that.
 */
export function bendMeters(x1: number, y1: number, x2: number, y2: number): number {
  const turn = Math.abs(x2 - x1) * Math.hypot(x2 - x1, 2 * (y2 - y1));
  const sine = Math.sin(degreesToRadians(Math.max(Math.abs(y1), Math.abs(y2))));
  return 1.1 * (((turn * sine) / 8) * (Math.PI / 180)) * metersPerDegreeOnSphere;
}

/** The most of any edge's bend. @param ends longitude, latitude of the first end and of the second, edge after edge */
export function greatestBend(ends: ArrayLike<number>): number {
  let most = 0;
  for (let edge = 0; edge * 4 < ends.length; edge++)
    most = Math.max(most, bendMeters(...edgeEnds(ends, edge)));
  return most;
}
