import type { Geometry, Position as GeoJsonPosition } from 'geojson';
import { distanceMeters } from '../../geometry/measure.js';
import type { Position } from '../../geometry/position.js';

const radians = Math.PI / 180;
const semiMajorMeters = 6_378_137;
const flattening = 1 / 298.257222101;
const eccentricitySquared = flattening * (2 - flattening);
const eccentricity = Math.sqrt(eccentricitySquared);

/** q(φ) of the authalic latitude: the area of the ellipsoid's belt from the equator to φ, in units of a²/2 per radian. */
function belt(latitude: number): number {
  const sine = Math.sin(latitude * radians);
  const es = eccentricity * sine;
  return (1 - eccentricitySquared) * (sine / (1 - es * es) + Math.atanh(es) / eccentricity);
}

/**
 * Area of a closed ring on the GRS80 ellipsoid in square metres, positive whichever way it runs.
 * Edges are taken straight on the equal-area cylinder: under 0.001 % off for edges of a few kilometres.
 */
export function ringAreaSquareMeters(ring: readonly GeoJsonPosition[]): number {
  let sum = 0;
  for (let index = 0; index + 1 < ring.length; index++) {
    const [lon1 = 0, lat1 = 0] = ring[index] ?? [];
    const [lon2 = 0, lat2 = 0] = ring[index + 1] ?? [];
    sum += (lon2 - lon1) * radians * (belt(lat1) + belt(lat2));
  }
  return Math.abs((sum * semiMajorMeters ** 2) / 4);
}

/** Area in square metres; holes are taken away. 0 for points and lines. */
export function areaSquareMeters(geometry: Geometry | null): number {
  if (geometry === null) return 0;
  switch (geometry.type) {
    case 'Polygon':
      return polygonArea(geometry.coordinates);
    case 'MultiPolygon':
      return geometry.coordinates.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
    case 'GeometryCollection':
      return geometry.geometries.reduce((sum, part) => sum + areaSquareMeters(part), 0);
    default:
      return 0;
  }
}

function polygonArea([outer = [], ...holes]: readonly GeoJsonPosition[][]): number {
  return ringAreaSquareMeters(outer) - holes.reduce((sum, hole) => sum + ringAreaSquareMeters(hole), 0);
}

/** Length along a line in metres. */
export function pathLengthMeters(path: readonly GeoJsonPosition[]): number {
  let length = 0;
  for (let index = 1; index < path.length; index++)
    length += distanceMeters(degrees(path[index - 1]), degrees(path[index]));
  return length;
}

/** Length of lines, perimeter of polygons, 0 for points. */
export function lengthMeters(geometry: Geometry | null): number {
  if (geometry === null) return 0;
  switch (geometry.type) {
    case 'LineString':
      return pathLengthMeters(geometry.coordinates);
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.reduce((sum, path) => sum + pathLengthMeters(path), 0);
    case 'MultiPolygon':
      return geometry.coordinates.flat().reduce((sum, ring) => sum + pathLengthMeters(ring), 0);
    case 'GeometryCollection':
      return geometry.geometries.reduce((sum, part) => sum + lengthMeters(part), 0);
    default:
      return 0;
  }
}

function degrees([longitude = NaN, latitude = NaN]: GeoJsonPosition = []): Position {
  return [longitude, latitude];
}

/** A line whose ends meet within a metre encloses an area; drawings have no polygons, only such lines. */
export function asArea(geometry: Geometry | null): Geometry | null {
  if (geometry?.type !== 'LineString' || geometry.coordinates.length < 4) return geometry;
  const [first, last] = [geometry.coordinates[0], geometry.coordinates.at(-1)];
  if (!first || !last || distanceMeters(degrees(first), degrees(last)) > 1) return geometry;
  return { type: 'Polygon', coordinates: [[...geometry.coordinates.slice(0, -1), first]] };
}
