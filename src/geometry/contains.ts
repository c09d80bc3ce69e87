import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Geometry } from 'geojson';
import { closedRing, polygonsOf } from './explode.js';
import { turfPosition } from './measure.js';
import type { Position } from './position.js';

/**
 * Whether a position `[longitude, latitude]` lies in a polygon, a multipolygon or any polygon of a collection, by
 * turf's booleanPointInPolygon. The boundary counts as inside, that of a hole too; a hole is outside. Rings need not be
 * closed. False for points, lines and null.
 */
export function geometryContains(geometry: Geometry | null, position: Position): boolean {
  return polygonsOf(geometry).some(
    (rings) =>
      rings[0]?.length &&
      booleanPointInPolygon(turfPosition(position), {
        type: 'Polygon',
        coordinates: rings.filter((ring) => ring.length > 0).map(closedRing),
      }),
  );
}
