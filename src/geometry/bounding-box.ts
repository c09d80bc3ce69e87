import { bbox } from '@turf/bbox';
import { bboxClip } from '@turf/bbox-clip';
import type { Geometry, MultiPolygon } from 'geojson';
import { multiPolygonOf } from './explode.js';
import type { BoundingBox } from './position.js';

/**
 * Smallest box `[west, south, east, north]` around a geometry; null where it has no position. A `bbox` member the
 * geometry brought along is not believed.
 */
export function boundingBox(geometry: Geometry | null): BoundingBox | null {
  if (geometry === null) return null;
  const [west, south, east, north] = bbox(geometry, { recompute: true });
  return west <= east && south <= north ? [west, south, east, north] : null;
}

/** Smallest box around positions; null when there are none. Positions that are no numbers are passed over. */
export function boundingBoxOf(positions: Iterable<readonly number[]>): BoundingBox | null {
  return boundingBox({ type: 'MultiPoint', coordinates: Array.from(positions, (position) => [...position]) });
}

/**
 * The part of the polygons of a geometry that lies inside a box, as turf's `bboxClip` cuts it; null when there is none.
 * A ring that leaves the box several times comes back as one that runs to and fro along the box's side.
 */
export function clipToBox(geometry: Geometry | null, box: BoundingBox): MultiPolygon | null {
  const clipped = bboxClip(multiPolygonOf(geometry), [...box]).geometry;
  // What it is given is a MultiPolygon, and what it gives back is of the same kind.
  if (clipped.type !== 'MultiPolygon') return null;
  const kept = clipped.coordinates.filter((rings) => rings.length > 0);
  return kept.length > 0 ? { type: 'MultiPolygon', coordinates: kept } : null;
}
