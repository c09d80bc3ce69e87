import Flatbush from 'flatbush';
import type { Geometry } from '../recipes/feature.js';
import { toGrid, type GridPoint } from '../mesh/grid.js';

export type Ring = readonly GridPoint[];

/** Rings of every polygon of a geometry on the grid, last point dropped; none for points and lines. */
export function gridPolygons(geometry: Geometry | null): Ring[][] {
  if (geometry === null) return [];
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  return polygons.map((rings) => rings.map((ring) => ring.slice(0, -1).map(toGrid)));
}

function side(a: GridPoint, b: GridPoint, c: GridPoint): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

function between(a: GridPoint, b: GridPoint, p: GridPoint): boolean {
  return (
    p[0] >= Math.min(a[0], b[0]) &&
    p[0] <= Math.max(a[0], b[0]) &&
    p[1] >= Math.min(a[1], b[1]) &&
    p[1] <= Math.max(a[1], b[1])
  );
}

/** Whether two segments meet anywhere but in a common end. Exact. */
export function intersectsInvalidly(a: GridPoint, b: GridPoint, c: GridPoint, d: GridPoint): boolean {
  const [s1, s2, s3, s4] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (s1 * s2 < 0 && s3 * s4 < 0) return true;
  const same = (p: GridPoint, q: GridPoint): boolean => p[0] === q[0] && p[1] === q[1];
  const touches = (p: GridPoint, q: GridPoint, r: GridPoint, turn: number): boolean =>
    turn === 0 && between(p, q, r) && !same(p, r) && !same(q, r);
  return touches(a, b, c, s1) || touches(a, b, d, s2) || touches(c, d, a, s3) || touches(c, d, b, s4);
}

/** Pairs of segments, out of all rings, that meet anywhere but in a common end. */
export function invalidIntersections(rings: readonly Ring[]): number {
  const segments = rings.flatMap((ring) =>
    ring.map((point, at) => [point, ring[(at + 1) % ring.length]!] as const),
  );
  if (segments.length === 0) return 0;
  const index = new Flatbush(segments.length);
  const boxes = segments.map(
    ([a, b]) =>
      [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])] as const,
  );
  for (const box of boxes) index.add(...box);
  index.finish();
  let found = 0;
  segments.forEach(([a, b], at) => {
    for (const other of index.search(...boxes[at]!)) {
      if (other > at && intersectsInvalidly(a, b, ...segments[other]!)) found++;
    }
  });
  return found;
}
