import type { Geometry, Position } from 'geojson';
import { polygonsOf, runsOf } from '../../../src/geometry/explode.js';
import { boxAround, boxContains, type BoundingBox } from '../../../src/geometry/position.js';

/** How a geometry lies to a frame. */
export function placeInFrame(geometry: Geometry, frame: BoundingBox): 'inside' | 'outside' | 'across' {
  let [inside, outside] = [0, 0];
  for (const run of runsOf(geometry)) {
    for (const [longitude = NaN, latitude = NaN] of run) {
      if (boxContains(frame, [longitude, latitude])) inside++;
      else outside++;
    }
  }
  if (outside === 0) return 'inside';
  if (inside > 0) return 'across';
  // No corner in the frame: a long edge may still run through it.
  const box = boxAround(runsOf(geometry).flat());
  const apart = !box || box[0] > frame[2] || box[2] < frame[0] || box[1] > frame[3] || box[3] < frame[1];
  return apart ? 'outside' : 'across';
}

/** A closed ring with everything beyond one side of the frame pulled onto it (Sutherland & Hodgman 1974). */
function cutAtSide(ring: readonly Position[], axis: 0 | 1, limit: number, sign: 1 | -1): Position[] {
  const cut: Position[] = [];
  const beyond = (position: Position) => sign * ((position[axis] ?? NaN) - limit) > 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i] as Position, ring[i + 1] as Position];
    if (!beyond(a)) cut.push(a);
    if (beyond(a) === beyond(b)) continue;
    const share = (limit - (a[axis] ?? 0)) / ((b[axis] ?? 0) - (a[axis] ?? 0));
    const other = axis === 0 ? 1 : 0;
    const across = (a[other] ?? 0) + share * ((b[other] ?? 0) - (a[other] ?? 0));
    cut.push(axis === 0 ? [limit, across] : [across, limit]);
  }
  return [...cut, ...cut.slice(0, 1)];
}

/**
 * The part of a polygon geometry inside the frame, or null. A ring that leaves the frame several times comes back as
 * one that runs to and fro along its side: the caller mends it, and inside the frame it winds around the same land.
 */
export function cutAtFrame(geometry: Geometry, [west, south, east, north]: BoundingBox): Geometry | null {
  const kept = polygonsOf(geometry).flatMap((rings): Position[][][] => {
    const cut = rings.map((ring) => {
      const sides = cutAtSide(cutAtSide([...ring], 0, west, -1), 0, east, 1);
      return cutAtSide(cutAtSide(sides, 1, south, -1), 1, north, 1);
    });
    // A ring without a corner left lies outside.
    const [outer = [], ...holes] = cut;
    return outer.length === 0 ? [] : [[outer, ...holes.filter((hole) => hole.length > 0)]];
  });
  return kept.length > 0 ? { type: 'MultiPolygon', coordinates: kept } : null;
}
