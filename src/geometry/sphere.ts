import { convertLength, degreesToRadians } from '@turf/helpers';

/** Metres of one degree along a meridian of turf's sphere (radius 6,371,008.8 m). */
export const metersPerDegreeOnSphere = convertLength(1, 'degrees', 'meters');

/** How much shorter than along a meridian a degree is along the parallel at a latitude in degrees. */
export function parallelShare(latitude: number): number {
  return Math.cos(degreesToRadians(latitude));
}
