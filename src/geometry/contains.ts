import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Geometry, Position as GeoJsonPosition } from 'geojson';
import { polygonsOf, type PolygonRings } from './explode.js';
import { turfPosition } from './measure.js';
import type { Position } from './position.js';

/** turf refuses a ring whose ends differ, and an empty one. */
function closedRings(rings: PolygonRings): GeoJsonPosition[][] {
  return rings.flatMap((ring) => {
    const [first, last] = [ring[0], ring.at(-1)];
    if (!first || !last) return [];
    return [first[0] === last[0] && first[1] === last[1] ? [...ring] : [...ring, first]];
  });
}

/**
 * Whether a position `[longitude, latitude]` lies in a polygon, a multipolygon or any polygon of a collection, by
 * turf's booleanPointInPolygon. The boundary counts as inside, that of a hole too; a hole is outside. Rings need not be
 * closed. False for points, lines and null.
 */
export function geometryContains(geometry: Geometry | null, position: Position): boolean {
  return polygonsOf(geometry).some(
    (rings) =>
      rings[0]?.length &&
      booleanPointInPolygon(turfPosition(position), { type: 'Polygon', coordinates: closedRings(rings) }),
  );
}
