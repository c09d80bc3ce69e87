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

/** The longitude and latitude of GeoJSON's position, which may hold a height or nothing; NaN for what is missing. */
export function positionOf(position: readonly number[]): Position {
  return [position[0] ?? NaN, position[1] ?? NaN];
}

/** Both ends of an edge out of a flat list of four numbers an edge: longitude, latitude, longitude, latitude. */
export function edgeEnds(ends: ArrayLike<number>, edge: number): [number, number, number, number] {
  const at = edge * 4;
  return [ends[at] ?? NaN, ends[at + 1] ?? NaN, ends[at + 2] ?? NaN, ends[at + 3] ?? NaN];
}
