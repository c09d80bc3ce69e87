import type { Position } from './position.js';

const radians = Math.PI / 180;

/** GRS80, the ellipsoid of JGD2011; WGS84 differs by 0.1 mm in the minor axis. */
const semiMajorMeters = 6_378_137;
const flattening = 1 / 298.257222101;
const eccentricitySquared = flattening * (2 - flattening);

export interface MetersPerDegree {
  /** Along the parallel, eastward. */
  east: number;
  /** Along the meridian, northward. */
  north: number;
}

/** How long one degree is at this latitude, from the ellipsoid's two radii of curvature. */
export function metersPerDegree(latitude: number): MetersPerDegree {
  const sine = Math.sin(latitude * radians);
  const w = Math.sqrt(1 - eccentricitySquared * sine * sine);
  const primeVertical = semiMajorMeters / w;
  const meridian = (primeVertical * (1 - eccentricitySquared)) / (w * w);
  return {
    east: primeVertical * Math.cos(latitude * radians) * radians,
    north: meridian * radians,
  };
}

/**
 * Distance in metres, taken flat at the middle latitude.
 * Within a city the error against the geodesic is under a millimetre a kilometre.
 */
export function distanceMeters(from: Position, to: Position): number {
  const scale = metersPerDegree((from[1] + to[1]) / 2);
  return Math.hypot((to[0] - from[0]) * scale.east, (to[1] - from[1]) * scale.north);
}

/**
 * Compass bearing of `to` as seen from `from`: degrees clockwise from north, 0 ≤ bearing < 360.
 * Two equal positions have no bearing and give 0.
 */
export function bearingDegrees(from: Position, to: Position): number {
  const middle = (from[1] + to[1]) / 2;
  const scale = metersPerDegree(middle);
  const east = (to[0] - from[0]) * scale.east;
  const north = (to[1] - from[1]) * scale.north;
  // Meridians converge: the bearing turns by Δλ·sin φ on the way, half of it by the middle.
  const convergence = ((to[0] - from[0]) / 2) * Math.sin(middle * radians);
  const bearing = Math.atan2(east, north) / radians - convergence;
  return ((bearing % 360) + 360) % 360;
}
