import Flatbush from 'flatbush';
import type { Position } from 'geojson';

type Ring = readonly Position[];
type GridPoint = readonly [number, number];

/** Twice the signed area of a triangle; exact on the integer grid. */
function side(a: GridPoint, b: GridPoint, c: GridPoint): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** Micro-degrees from a corner of the area: integers, so that "on the line" is exact. */
const toGrid = ([x = 0, y = 0]: Position): GridPoint => [
  Math.round(x * 1e6) - 129_000_000,
  Math.round(y * 1e6) - 33_000_000,
];
const fromGrid = ([x, y]: GridPoint): Position => [(x + 129_000_000) / 1e6, (y + 33_000_000) / 1e6];
const boxOf = (a: GridPoint, b: GridPoint): [number, number, number, number] => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
];

/** True when two segments cross at an inner point of both, or lie on one another for a length. */
function crosses(a: GridPoint, b: GridPoint, c: GridPoint, d: GridPoint): boolean {
  const [ac, ad, ca, cb] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (ac === 0 && ad === 0) {
    const axis = a[0] === b[0] ? 1 : 0;
    const low = Math.max(Math.min(a[axis], b[axis]), Math.min(c[axis], d[axis]));
    const high = Math.min(Math.max(a[axis], b[axis]), Math.max(c[axis], d[axis]));
    return high > low;
  }
  // Ends that only touch the other segment do not cross it.
  return ac > 0 !== ad > 0 && ca > 0 !== cb > 0 && ac !== 0 && ad !== 0 && ca !== 0 && cb !== 0;
}

/** Edges of closed rings on the grid, found by their boxes; `owners` says whose each is. */
function edgesOf(rings: readonly Ring[]): {
  starts: GridPoint[];
  ends: GridPoint[];
  owners: number[];
  tree: Flatbush;
} | null {
  const [starts, ends]: [GridPoint[], GridPoint[]] = [[], []];
  const owners: number[] = [];
  rings.forEach((ring, owner) => {
    for (let i = 0; i + 1 < ring.length; i++) {
      starts.push(toGrid(ring[i] as Position));
      ends.push(toGrid(ring[i + 1] as Position));
      owners.push(owner);
    }
  });
  if (starts.length === 0) return null;
  const tree = new Flatbush(starts.length);
  starts.forEach((a, i) => tree.add(...boxOf(a, ends[i] as GridPoint)));
  tree.finish();
  return { starts, ends, owners, tree };
}

/** The edges lie over one another so often that holding each against each would not end. */
export class Entangled extends Error {}

/** Pairs of edges held against each other: some for each edge, and enough for any honest outline. */
class Patience {
  #left: number;
  constructor(edges: number) {
    this.#left = 1_000_000 + 50 * edges;
  }
  /** @throws Entangled */
  spend(): void {
    if (--this.#left < 0) throw new Entangled('too many edges over one another');
  }
}

/**
 * Calls `visit` for crossings of closed rings with themselves and one another, until it answers true.
 * Rings that meet in a position do not cross; rings that run along one another do.
 * Positions in degrees, at most six decimals. Returns whether `visit` stopped it.
 * @throws Entangled where it could not be told in bounded time
 */
export function eachCrossing(
  rings: readonly Ring[],
  visit: (ring: number, other: number, at: Position) => boolean,
): boolean {
  const edges = edgesOf(rings);
  if (edges === null) return false;
  const { starts, ends, owners, tree } = edges;
  const patience = new Patience(starts.length);
  for (let i = 0; i < starts.length; i++) {
    const a = starts[i] as GridPoint;
    const b = ends[i] as GridPoint;
    let stopped = false;
    tree.search(...boxOf(a, b), (j) => {
      patience.spend();
      if (stopped || j <= i || !crosses(a, b, starts[j] as GridPoint, ends[j] as GridPoint)) return false;
      stopped = visit(owners[i] as number, owners[j] as number, fromGrid(a));
      return false;
    });
    if (stopped) return true;
  }
  return false;
}

/** Near where closed rings cross themselves or one another, first found; null when nowhere. @throws Entangled */
export function firstCrossing(rings: readonly Ring[]): Position | null {
  let found: Position | null = null;
  eachCrossing(rings, (_ring, _other, at) => {
    found = at;
    return true;
  });
  return found;
}

/** Where closed rings come back to a position of their own (their closing one aside), or null. */
function firstReturn(rings: readonly Ring[]): Position | null {
  for (const ring of rings) {
    const seen = new Set<number>();
    for (const position of ring.slice(0, -1)) {
      const [x, y] = toGrid(position);
      // Micro-degrees of the area stay below 2^22 each way.
      const key = x * 4_194_304 + y;
      if (seen.has(key)) return position;
      seen.add(key);
    }
  }
  return null;
}

/**
 * Where the closed rings of one polygon touch: a position that one of them passes twice, or a corner of one that lies
 * on an edge of one, between its ends. Null when they share whole corners or nothing. @throws Entangled
 */
export function firstTouch(rings: readonly Ring[]): Position | null {
  const returned = firstReturn(rings);
  if (returned !== null) return returned;
  const edges = edgesOf(rings);
  if (edges === null) return null;
  const { starts, ends, tree } = edges;
  const patience = new Patience(starts.length);
  for (const corner of starts) {
    const isCorner = (end: GridPoint) => end[0] === corner[0] && end[1] === corner[1];
    let touched = false;
    tree.search(...boxOf(corner, corner), (j) => {
      patience.spend();
      const [a, b] = [starts[j] as GridPoint, ends[j] as GridPoint];
      if (!isCorner(a) && !isCorner(b) && side(a, b, corner) === 0) touched = true;
      return false;
    });
    if (touched) return fromGrid(corner);
  }
  return null;
}
