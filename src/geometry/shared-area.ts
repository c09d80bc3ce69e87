import { area } from '@turf/area';
import { bboxClip } from '@turf/bbox-clip';
import { intersect } from '@turf/intersect';
import type { Feature, Geometry, MultiPolygon, Polygon, Position as GeoJsonPosition } from 'geojson';
import { boundingBox } from './bounding-box.js';
import { polygonsOf } from './explode.js';
import type { PolygonIndex } from './polygon-index.js';
import { growBox } from './position.js';

/** turf's `bboxClip` leaves edges along the box's sides: they lie this much outside, so that they cut off nothing. */
const marginDegrees = 1e-4;

/**
 * How many square metres of a geometry each indexed one covers, by its number, as turf's `intersect` and `area` say. The index names those whose
 * box is near, and `bboxClip` cuts them to the neighbourhood first.
 * @param geometry areas that do not overlap; null and what is no area has no share
 * @param index an index over `geometries`, in the same order
 */
export function sharedAreas(
  geometry: Geometry | null,
  index: PolygonIndex,
  geometries: readonly (Geometry | null)[],
): Map<number, number> {
  const areas = new Map<number, number>();
  for (const rings of polygonsOf(geometry)) {
    const own: Polygon = { type: 'Polygon', coordinates: rings as GeoJsonPosition[][] };
    const box = boundingBox(own);
    if (!box) continue;
    for (const owner of index.near(box)) {
      const clipped = bboxClip(multiPolygonOf(geometries[owner] ?? null), [...growBox(box, marginDegrees)]);
      const coordinates = (clipped.geometry as MultiPolygon).coordinates.filter(
        (polygon) => polygon.length > 0,
      );
      if (coordinates.length === 0) continue;
      const shared = intersect({
        type: 'FeatureCollection',
        features: [feature(own), feature({ type: 'MultiPolygon', coordinates })],
      });
      if (shared) areas.set(owner, (areas.get(owner) ?? 0) + area(shared));
    }
  }
  return areas;
}

const multiPolygonOf = (geometry: Geometry | null): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: polygonsOf(geometry) as GeoJsonPosition[][][],
});

const feature = <Shape extends Polygon | MultiPolygon>(geometry: Shape): Feature<Shape> => ({
  type: 'Feature',
  properties: {},
  geometry,
});
