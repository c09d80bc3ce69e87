/** [longitude, latitude] in degrees, JGD2011 / WGS84 (the two agree within centimetres here). */
export type Position = readonly [number, number];

/** [west, south, east, north] in degrees. */
export type BoundingBox = readonly [number, number, number, number];

export function boxContains(box: BoundingBox, [longitude, latitude]: Position): boolean {
  return longitude >= box[0] && longitude <= box[2] && latitude >= box[1] && latitude <= box[3];
}

/** The box grown by `degrees` on every side. */
export function growBox(box: BoundingBox, degrees: number): BoundingBox {
  return [box[0] - degrees, box[1] - degrees, box[2] + degrees, box[3] + degrees];
}

/** Smallest box around the positions; null when there are none. */
export function boxAround(positions: Iterable<readonly number[]>): BoundingBox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  // A loop, not Math.min(...ring): spreading a long ring overflows the argument stack.
  for (const [longitude, latitude] of positions) {
    if (longitude === undefined || latitude === undefined) continue;
    if (longitude < west) west = longitude;
    if (longitude > east) east = longitude;
    if (latitude < south) south = latitude;
    if (latitude > north) north = latitude;
  }
  return west <= east ? [west, south, east, north] : null;
}
