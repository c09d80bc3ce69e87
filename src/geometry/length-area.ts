import { area } from '@turf/area';
import { length } from '@turf/length';
import type { Geometry } from 'geojson';

/** Lengths and areas on turf's sphere; how far that is from the ellipsoid stands in `measure.ts`. */

/** Length of lines and perimeter of polygons (holes included) in metres; 0 for points and null. */
export function lengthMeters(geometry: Geometry | null): number {
  return geometry ? length({ type: 'Feature', properties: null, geometry }, { units: 'meters' }) : 0;
}

/** Area in square metres, holes taken away; 0 for points, lines and null. */
export function areaSquareMeters(geometry: Geometry | null): number {
  return geometry ? area(geometry) : 0;
}
