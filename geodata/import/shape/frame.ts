import { intersection } from 'polyclip-ts';
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

/** The part of a polygon geometry inside the frame, or null. The caller repairs it: cuts leave new corners. */
export function cutAtFrame(geometry: Geometry, frame: BoundingBox): Geometry | null {
  const [west, south, east, north] = frame;
  const edge: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const kept = polygonsOf(geometry).flatMap((rings): Position[][][] => {
    const place = placeInFrame({ type: 'Polygon', coordinates: rings.map((ring) => [...ring]) }, frame);
    if (place === 'outside') return [];
    if (place === 'inside') return [rings.map((ring) => [...ring])];
    return intersection(
      [rings.map((ring) => ring.map(([x = 0, y = 0]): [number, number] => [x, y]))],
      [[edge]],
    );
  });
  return kept.length > 0 ? { type: 'MultiPolygon', coordinates: kept } : null;
}
