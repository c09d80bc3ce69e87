import type { Geometry, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { polygonsOf, runsOf } from '../../../src/geometry/explode.js';
import { PolygonIndex } from '../../../src/geometry/polygon-index.js';
import type { Tally } from '../tally.js';
import { repairPolygon, repairablePositions } from './repair-polygon.js';
import { eachCrossing, Entangled } from './self-crossing.js';
import { windingUnion } from './winding-union.js';

type Rings = Position[][];

/** Groups of parts that overlap or share an edge; a part alone is a group of one. @throws Entangled */
function clusters(parts: readonly Rings[]): Rings[][] {
  const parent = parts.map((_, at) => at);
  const root = (at: number): number => {
    let here = at;
    // Each step shortens the way for whoever comes next: thousands of parts may hold one another.
    while (parent[here] !== here) here = parent[here] = parent[parent[here] as number] as number;
    return here;
  };
  const join = (a: number, b: number) => {
    parent[root(b)] = root(a);
  };
  const owners = parts.flatMap((rings, at) => rings.map(() => at));
  eachCrossing(parts.flat(), (ring, other) => {
    join(owners[ring] as number, owners[other] as number);
    return false;
  });
  const index = new PolygonIndex(parts.map((coordinates) => ({ type: 'Polygon', coordinates })));
  parts.forEach(([outer = []], at) => {
    const [ax = 0, ay = 0] = outer[0] ?? [];
    const [bx = 0, by = 0] = outer[1] ?? [];
    // One is enough: two that hold it hold one another, or cross.
    const holder = index.strictHolderBeside([(ax + bx) / 2, (ay + by) / 2], at);
    if (holder >= 0) join(holder, at);
  });
  const groups = new Map<number, Rings[]>();
  parts.forEach((rings, at) => {
    const group = groups.get(root(at));
    if (group) group.push(rings);
    else groups.set(root(at), [rings]);
  });
  return [...groups.values()];
}

/** Every part a group of its own where it could not be told which overlap; the reader is told. */
function clustersOf(parts: readonly Rings[], tally: Tally, label: string): Rings[][] {
  try {
    return clusters(parts);
  } catch (error) {
    if (!(error instanceof Entangled)) throw error;
    tally.note('overlap-left', label);
    return parts.map((part) => [part]);
  }
}

/**
 * Pieces of one thing as one geometry. Polygon pieces that overlap or share an edge are dissolved, so that the
 * multi-polygon is valid; pieces that only lie side by side stay as they are. All pieces must be clean already.
 */
export function joinParts(pieces: readonly Geometry[], tally: Tally, label: string): Geometry | null {
  const [first] = pieces;
  if (!first || pieces.length === 1) return first ?? null;
  if (first.type === 'Point' || first.type === 'MultiPoint') return first;
  if (first.type === 'LineString' || first.type === 'MultiLineString') {
    const lines = pieces.flatMap(runsOf).map((run) => [...run]);
    return { type: 'MultiLineString', coordinates: lines } satisfies MultiLineString;
  }
  const parts = pieces.flatMap(polygonsOf).map((rings) => rings.map((ring) => [...ring]));
  const joined = clustersOf(parts, tally, label).flatMap((group): Rings[] => {
    if (group.length === 1) return group;
    if (group.flat(2).length > repairablePositions) {
      tally.note('overlap-left', label);
      return group;
    }
    const merged = repairPolygon(windingUnion(group) ?? group, tally, label);
    return merged.ok ? polygonsOf(merged.geometry).map((rings) => rings.map((ring) => [...ring])) : group;
  });
  const [only = []] = joined;
  return joined.length === 1
    ? ({ type: 'Polygon', coordinates: only } satisfies Polygon)
    : ({ type: 'MultiPolygon', coordinates: joined } satisfies MultiPolygon);
}
