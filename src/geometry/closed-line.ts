import type { Geometry } from 'geojson';
import { distanceMeters } from './measure.js';
import { positionOf } from './position.js';

/** Ends nearer than this meet. */
const meetMeters = 1;

/**
 * A line whose ends meet within a metre, as the polygon it encloses; anything else as it is. Drawings have no polygons,
 * only such lines.
 */
export function closedLineAsPolygon(geometry: Geometry | null): Geometry | null {
  if (geometry?.type !== 'LineString' || geometry.coordinates.length < 4) return geometry;
  const [first, last] = [geometry.coordinates[0], geometry.coordinates.at(-1)];
  if (!first || !last || distanceMeters(positionOf(first), positionOf(last)) > meetMeters) return geometry;
  return { type: 'Polygon', coordinates: [[...geometry.coordinates.slice(0, -1), first]] };
}
