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

/**
 * How long one degree is at a latitude, from the ellipsoid's two radii of curvature: what a scale on paper needs and
 * turf, which knows a sphere, does not have (docs/decisions/0003-what-turf-does-not-do.md).
 * @param latitude degrees
 */
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
