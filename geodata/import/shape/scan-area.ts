import type { Geometry } from 'geojson';
import { polygonsOf } from '../../../src/geometry/explode.js';
import { metersPerDegreeOnSphere, parallelShare } from '../../../src/geometry/sphere.js';

/** Areas in hectares; `gained` is what the second set covers and the first does not. */
export interface AreaChange {
  beforeHectares: number;
  afterHectares: number;
  gainedHectares: number;
  lostHectares: number;
}

/** One polygon edge with the side it belongs to: y from low to high, x at low, dx/dy. */
interface Edge {
  high: number;
  x: number;
  low: number;
  slope: number;
  /** Number of the polygon among both sets; `later` = of the second set. */
  polygon: number;
  later: boolean;
}

function edgesOf(geometries: readonly (Geometry | null)[], later: boolean, first: number): Edge[] {
  let polygon = first;
  const edges: Edge[] = [];
  for (const geometry of geometries) {
    for (const rings of polygonsOf(geometry)) {
      for (const ring of rings) {
        for (let i = 0; i + 1 < ring.length; i++) {
          const [ax = 0, ay = 0] = ring[i] ?? [];
          const [bx = 0, by = 0] = ring[i + 1] ?? [];
          if (ay === by) continue;
          const [low, high, x, far] = ay < by ? [ay, by, ax, bx] : [by, ay, bx, ax];
          edges.push({ low, high, x, slope: (far - x) / (high - low), polygon, later });
        }
      }
      polygon++;
    }
  }
  return edges;
}

/**
 * Compares what two sets of polygons cover, overlaps within a set counted once.
 * Rows of the plane are cut exactly, the area between rows is the mean of them: with thousands of rows the error
 * is far below a per mille, and a city of a million corners takes a second where exact clipping takes an hour.
 */
export function compareAreas(
  before: readonly (Geometry | null)[],
  after: readonly (Geometry | null)[],
  rows = 8000,
): AreaChange {
  const edges = [...edgesOf(before, false, 0), ...edgesOf(after, true, 1e9)].sort((a, b) => a.low - b.low);
  const change: AreaChange = { beforeHectares: 0, afterHectares: 0, gainedHectares: 0, lostHectares: 0 };
  let [south, north] = [Infinity, -Infinity];
  for (const edge of edges) {
    south = Math.min(south, edge.low);
    north = Math.max(north, edge.high);
  }
  if (!(north > south)) return change;
  const step = (north - south) / rows;
  let open: Edge[] = [];
  let next = 0;
  for (let row = 0; row < rows; row++) {
    const y = south + (row + 0.5) * step;
    while (next < edges.length && (edges[next] as Edge).low <= y) open.push(edges[next++] as Edge);
    open = open.filter((edge) => edge.high > y);
    if (open.length === 0) continue;
    addRow(change, open, y, (metersPerDegreeOnSphere ** 2 * parallelShare(y) * step) / 10_000);
  }
  return change;
}

function addRow(change: AreaChange, open: readonly Edge[], y: number, hectaresPerDegree: number): void {
  const crossings = open
    .map((edge) => ({ x: edge.x + (y - edge.low) * edge.slope, edge }))
    .sort((a, b) => a.x - b.x);
  const inside = new Set<number>();
  let [earlier, later] = [0, 0];
  let from = 0;
  for (const { x, edge } of crossings) {
    const width = (x - from) * hectaresPerDegree;
    if (earlier > 0) change.beforeHectares += width;
    if (later > 0) change.afterHectares += width;
    if (earlier > 0 && later === 0) change.lostHectares += width;
    if (later > 0 && earlier === 0) change.gainedHectares += width;
    const turn = inside.delete(edge.polygon) ? -1 : 1;
    if (turn === 1) inside.add(edge.polygon);
    if (edge.later) later += turn;
    else earlier += turn;
    from = x;
  }
}
