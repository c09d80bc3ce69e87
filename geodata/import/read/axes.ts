import type { Geometry, Position } from 'geojson';
import { runsOf } from '../../../src/geometry/explode.js';

/** Smallest and largest of the first and the second number, as they stand in a file. */
export type Extent = readonly [number, number, number, number];

export function growExtent(extent: Extent | null, geometry: Geometry | null): Extent | null {
  let [west, south, east, north] = extent ?? [Infinity, Infinity, -Infinity, -Infinity];
  for (const run of runsOf(geometry)) {
    for (const [x = NaN, y = NaN] of run) {
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
  }
  return west <= east && south <= north ? [west, south, east, north] : extent;
}

/** The geometry with every position turned into another; null stays null. */
export function mapPositions(
  geometry: Geometry | null,
  to: (position: Position) => Position,
): Geometry | null {
  switch (geometry?.type) {
    case undefined:
      return null;
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
      return { ...geometry, geometries: geometry.geometries.flatMap((part) => mapPositions(part, to) ?? []) };
  }
}

/** First and second number of every position exchanged. */
export function swapAxes(geometry: Geometry | null): Geometry | null {
  return mapPositions(geometry, ([x = NaN, y = NaN]) => [y, x]);
}
