import type { Geometry } from 'geojson';
import { boundingBox, clipToBox } from '../../../src/geometry/bounding-box.js';
import { runsOf } from '../../../src/geometry/explode.js';
import { boxContains, type BoundingBox } from '../../../src/geometry/position.js';

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
  const box = boundingBox(geometry);
  const apart = !box || box[0] > frame[2] || box[2] < frame[0] || box[1] > frame[3] || box[3] < frame[1];
  return apart ? 'outside' : 'across';
}

/**
 * The part of a polygon geometry inside the frame, or null. A ring that leaves the frame several times comes back as
 * one that runs to and fro along its side: the caller mends it, and inside the frame it winds around the same land.
 */
export function cutAtFrame(geometry: Geometry, frame: BoundingBox): Geometry | null {
  return clipToBox(geometry, frame);
}
