import type { Feature, FeatureCollection, Geometry, Point, Position as GeoJsonPosition } from 'geojson';
import { polygonsOf, type PolygonRings } from '../geometry/explode.js';

/**
 * One label point a feature: the recipe's own (`labelLongitude`, `labelLatitude`), else the point
 * of the largest part that lies deepest inside. The engine itself would write a polygon's name
 * once in every tile the polygon touches.
 * @param keep properties the words and their colours need
 */
export function labelPoints(
  collection: FeatureCollection<Geometry | null>,
  keep: readonly string[],
): FeatureCollection<Point> {
  const features = collection.features.flatMap((feature): Feature<Point>[] => {
    const position = labelPosition(feature);
    if (!position) return [];
    const properties = Object.fromEntries(keep.map((name) => [name, feature.properties?.[name] ?? null]));
    return [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: position } }];
  });
  return { type: 'FeatureCollection', features };
}

function labelPosition(feature: Feature<Geometry | null>): GeoJsonPosition | null {
  const { labelLongitude, labelLatitude } = feature.properties ?? {};
  if (typeof labelLongitude === 'number' && typeof labelLatitude === 'number') {
    return [labelLongitude, labelLatitude];
  }
  const parts = polygonsOf(feature.geometry);
  const [first] = parts;
  if (!first) return null;
  return deepestPoint(parts.reduce((best, part) => (area(part) > area(best) ? part : best), first));
}

interface Cell {
  x: number;
  y: number;
  half: number;
  /** Distance of the middle to the nearest edge, negative outside. */
  depth: number;
  /** Depth no point of the cell can exceed. */
  reach: number;
}

/**
 * Pole of inaccessibility: squares are split where a deeper point may still hide, until none can
 * be deeper by more than a 60th of the polygon's extent (after Garcia-Castellanos & Lombardo 2007).
 */
export function deepestPoint(rings: PolygonRings): GeoJsonPosition {
  const outer = rings[0] ?? [];
  const shrink = Math.cos(((outer[0]?.[1] ?? 0) * Math.PI) / 180);
  const flat = rings.map((ring) => ring.map(([x = 0, y = 0]) => [x * shrink, y] as const));
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of flat[0] ?? []) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  const cell = (x: number, y: number, half: number): Cell => {
    const depth = depthAt(flat, x, y);
    return { x, y, half, depth, reach: depth + half * Math.SQRT2 };
  };
  const side = Math.min(east - west, north - south);
  const precision = Math.max(east - west, north - south) / 60;
  let best = cell((west + east) / 2, (south + north) / 2, 0);
  const queue: Cell[] = [];
  const half = side / 2;
  if (half > 0) {
    for (let x = west + half; x < east + half; x += side) {
      for (let y = south + half; y < north + half; y += side) queue.push(cell(x, y, half));
    }
  }
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (next.depth > best.depth) best = next;
    if (next.reach - best.depth <= precision) continue;
    const quarter = next.half / 2;
    for (const dx of [-quarter, quarter]) {
      for (const dy of [-quarter, quarter]) queue.push(cell(next.x + dx, next.y + dy, quarter));
    }
    queue.sort((a, b) => a.reach - b.reach);
  }
  return [round(best.x / shrink), round(best.y)];
}

type FlatRings = readonly (readonly (readonly [number, number])[])[];

function depthAt(rings: FlatRings, x: number, y: number): number {
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i] as readonly [number, number];
      const [bx, by] = ring[j] as readonly [number, number];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      nearest = Math.min(nearest, squaredDistance(x, y, ax, ay, bx, by));
    }
  }
  return (inside ? 1 : -1) * Math.sqrt(nearest);
}

function squaredDistance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2;
}

function area([outer = []]: PolygonRings): number {
  let twice = 0;
  outer.forEach(([x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = outer[index + 1] ?? outer[0] ?? [];
    twice += x * nextY - nextX * y;
  });
  return Math.abs(twice);
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
