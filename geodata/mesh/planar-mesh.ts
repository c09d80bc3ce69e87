import { doubleArea, insideRings, pointKey, type GridPoint } from './grid.js';
import { nodeSegments, type Segment } from './node-segments.js';

/** Faces cut out of the plane by a set of lines; every layer of areas is a merger of these faces. */
export interface PlanarMesh {
  /** Start point of each half-edge; the twin of half-edge h is h ^ 1. */
  origins: readonly GridPoint[];
  /** Next half-edge around the face on the left. */
  next: readonly number[];
  /** Face on the left of each half-edge; -1 is the unbounded outside. */
  faceOf: readonly number[];
  faces: readonly MeshFace[];
  /** Keys of points that areas merged from the faces leave out; none unless said. */
  needless?: ReadonlySet<number>;
}

export interface MeshFace {
  /** Outer ring (counter-clockwise) and holes, first point not repeated. */
  rings: readonly (readonly GridPoint[])[];
  /** A point well inside, with half-integer y. */
  sample: GridPoint;
}

function half([dx, dy]: GridPoint): number {
  return dy > 0 || (dy === 0 && dx > 0) ? 0 : 1;
}

/** Counter-clockwise order of directions, exactly. */
function byAngle(a: GridPoint, b: GridPoint): number {
  return half(a) - half(b) || -Math.sign(a[0] * b[1] - a[1] * b[0]);
}

/** Drops lines that end in nothing: they bound no face. */
function withoutDangling(segments: readonly Segment[]): Segment[] {
  let kept = [...segments];
  for (;;) {
    const degree = new Map<number, number>();
    for (const segment of kept) {
      for (const point of segment) degree.set(pointKey(point), (degree.get(pointKey(point)) ?? 0) + 1);
    }
    const next = kept.filter((segment) => segment.every((point) => degree.get(pointKey(point))! > 1));
    if (next.length === kept.length) return kept;
    kept = next;
  }
}

/** The middle of the widest stretch a horizontal line cuts from the rings; y is half-integer. */
export function samplePoint(rings: readonly (readonly GridPoint[])[]): GridPoint {
  let low = Infinity;
  let high = -Infinity;
  for (const [, y] of rings[0]!) {
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  let best: { width: number; point: GridPoint } = { width: -1, point: rings[0]![0]! };
  for (const share of [0.5, 0.25, 0.75, 0.1, 0.9, 0.4, 0.6]) {
    const y = Math.floor(low + (high - low) * share) + 0.5;
    const crossings: number[] = [];
    for (const ring of rings) {
      let previous = ring[ring.length - 1]!;
      for (const current of ring) {
        if (current[1] > y !== previous[1] > y) {
          crossings.push(
            previous[0] + ((y - previous[1]) / (current[1] - previous[1])) * (current[0] - previous[0]),
          );
        }
        previous = current;
      }
    }
    crossings.sort((a, b) => a - b);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const width = crossings[index + 1]! - crossings[index]!;
      if (width > best.width) best = { width, point: [(crossings[index]! + crossings[index + 1]!) / 2, y] };
    }
  }
  return best.point;
}

/** Builds the faces cut out by lines; lines may cross, overlap and repeat. */
export function buildMesh(lines: Iterable<Segment>): PlanarMesh {
  const segments = withoutDangling(nodeSegments(lines));
  const origins: GridPoint[] = [];
  const edgesAtPoint = new Map<number, number[]>();
  for (const [a, b] of segments) {
    for (const point of [a, b]) {
      const list = edgesAtPoint.get(pointKey(point));
      if (list === undefined) edgesAtPoint.set(pointKey(point), [origins.length]);
      else list.push(origins.length);
      origins.push(point);
    }
  }
  const direction = (edge: number): GridPoint => {
    const from = origins[edge]!;
    const to = origins[edge ^ 1]!;
    return [to[0] - from[0], to[1] - from[1]];
  };
  const next = new Array<number>(origins.length);
  for (const list of edgesAtPoint.values()) {
    list.sort((p, q) => byAngle(direction(p), direction(q)));
    // Arriving along the twin of an edge, the left face goes on with the edge just clockwise of it.
    list.forEach((edge, at) => (next[edge ^ 1] = list[(at + list.length - 1) % list.length]!));
  }
  return { origins, next, ...facesOf(origins, next) };
}

function facesOf(
  origins: readonly GridPoint[],
  next: readonly number[],
): { faceOf: number[]; faces: MeshFace[] } {
  const cycleOf = new Array<number>(origins.length).fill(-1);
  const cycles: GridPoint[][] = [];
  for (let start = 0; start < origins.length; start++) {
    if (cycleOf[start] !== -1) continue;
    const ring: GridPoint[] = [];
    for (let edge = start; cycleOf[edge] === -1; edge = next[edge]!) {
      cycleOf[edge] = cycles.length;
      ring.push(origins[edge]!);
    }
    cycles.push(ring);
  }
  const areas = cycles.map(doubleArea);
  const outer = cycles.flatMap((_, cycle) => (areas[cycle]! > 0 ? [cycle] : []));
  const faceOfCycle = new Array<number>(cycles.length).fill(-1);
  outer.forEach((cycle, face) => (faceOfCycle[cycle] = face));
  const holes: GridPoint[][][] = outer.map(() => []);
  cycles.forEach((ring, cycle) => {
    if (areas[cycle]! > 0) return;
    const lowest = ring.reduce((a, b) => (b[1] < a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a));
    // Just below the lowest vertex lies the face the whole component floats in.
    const below: GridPoint = [lowest[0], lowest[1] - 0.5];
    let container = -1;
    for (const candidate of outer) {
      if (container !== -1 && areas[candidate]! >= areas[container]!) continue;
      if (insideRings(below, [cycles[candidate]!])) container = candidate;
    }
    if (container === -1) return;
    faceOfCycle[cycle] = faceOfCycle[container]!;
    holes[faceOfCycle[container]!]!.push(ring);
  });
  const faces = outer.map((cycle, face) => {
    const rings = [cycles[cycle]!, ...holes[face]!];
    return { rings, sample: samplePoint(rings) };
  });
  return { faceOf: cycleOf.map((cycle) => faceOfCycle[cycle]!), faces };
}
