import type { Geometry, Position } from 'geojson';
import { runsOf } from './explode.js';

/** Calls `visit` for every position of a geometry, in its order; none for null. */
export function eachPosition(geometry: Geometry | null, visit: (position: Position) => void): void {
  for (const run of runsOf(geometry)) for (const position of run) visit(position);
}

/** The same geometry with every position replaced. */
export function mapPositions<Shape extends Geometry>(
  geometry: Shape,
  to: (position: Position) => Position,
): Shape;
export function mapPositions(geometry: Geometry, to: (position: Position) => Position): Geometry {
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: to(geometry.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { ...geometry, coordinates: geometry.coordinates.map(to) };
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map((run) => run.map(to)) };
    case 'MultiPolygon':
      return {
        ...geometry,
        coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(to))),
      };
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map((part) => mapPositions(part, to)) };
  }
}

export type GeometryKind = 'point' | 'line' | 'polygon';

const kindOf = {
  Point: 'point',
  MultiPoint: 'point',
  LineString: 'line',
  MultiLineString: 'line',
  Polygon: 'polygon',
  MultiPolygon: 'polygon',
} as const;

/** Kinds of geometry inside, without repetition; none for null. */
export function kindsOf(geometry: Geometry | null): GeometryKind[] {
  if (!geometry) return [];
  if (geometry.type === 'GeometryCollection') return [...new Set(geometry.geometries.flatMap(kindsOf))];
  return [kindOf[geometry.type]];
}
