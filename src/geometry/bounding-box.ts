import { bbox } from '@turf/bbox';
import type { Geometry, Position as GeoJsonPosition } from 'geojson';
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
  return boundingBox({ type: 'MultiPoint', coordinates: [...positions] as GeoJsonPosition[] });
}
