import type { Geometry, MultiPolygon, Position as GeoJsonPosition } from 'geojson';
import { turfRings } from './measure.js';

/** Rings of one polygon: the outer one, then its holes. */
export type PolygonRings = readonly (readonly GeoJsonPosition[])[];

/** Every single polygon of a geometry; none for null, points and lines. */
export function polygonsOf(geometry: Geometry | null): PolygonRings[] {
  switch (geometry?.type) {
    case 'Polygon':
      return geometry.coordinates.length > 0 ? [geometry.coordinates] : [];
    case 'MultiPolygon':
      return geometry.coordinates.filter((polygon) => polygon.length > 0);
    case 'GeometryCollection':
      return geometry.geometries.flatMap(polygonsOf);
    default:
      return [];
  }
}

/** The same polygons as one geometry, as turf takes it; of none for null, points and lines. */
export function multiPolygonOf(geometry: Geometry | null): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: polygonsOf(geometry).map(turfRings) };
}

/**
 * Every run of positions a distance can be measured to: polygon rings, lines,
 * and points as runs of one. None for null.
 */
export function runsOf(geometry: Geometry | null): (readonly GeoJsonPosition[])[] {
  switch (geometry?.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [position]);
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    case 'GeometryCollection':
      return geometry.geometries.flatMap(runsOf);
    default:
      return [];
  }
}

/** The ring with its first corner at its end, as turf wants it. */
export function closedRing(ring: readonly GeoJsonPosition[]): GeoJsonPosition[] {
  const [first, end] = [ring[0], ring.at(-1)];
  const isClosed = first !== undefined && end !== undefined && first[0] === end[0] && first[1] === end[1];
  return isClosed && ring.length > 1 ? [...ring] : [...ring, ...ring.slice(0, 1)];
}
