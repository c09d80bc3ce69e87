import { Delaunay } from 'd3-delaunay';
import { insideRings, metersPerStepX, metersPerStepY, type GridPoint } from './grid.js';
import type { Segment } from './node-segments.js';

type Rings = readonly (readonly GridPoint[])[];

/** Parameters 0–1 along a→b where it crosses the rings. */
function cuts(a: GridPoint, b: GridPoint, rings: Rings): number[] {
  const found: number[] = [];
  for (const ring of rings) {
    let c = ring[ring.length - 1]!;
    for (const d of ring) {
      const denominator = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0]);
      if (denominator !== 0) {
        const t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / denominator;
        const u = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / denominator;
        if (t > 0 && t < 1 && u >= 0 && u <= 1) found.push(t);
      }
      c = d;
    }
  }
  return found.sort((p, q) => p - q);
}

/** The parts of a line that lie inside the rings. */
function clip(a: GridPoint, b: GridPoint, rings: Rings): Segment[] {
  const stops = [0, ...cuts(a, b, rings), 1];
  const at = (t: number): GridPoint => {
    // a + 1 × (b − a) is not b in floating point: three lines that meet half-way between two grid points would be
    // rounded to either side, and the cell left open would be lost.
    if (t === 1) return b;
    return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
  };
  const pieces: Segment[] = [];
  for (let index = 1; index < stops.length; index++) {
    const [from, to] = [stops[index - 1]!, stops[index]!];
    if (!insideRings(at((from + to) / 2), rings)) continue;
    const round = ([x, y]: GridPoint): GridPoint => [Math.round(x), Math.round(y)];
    pieces.push([round(at(from)), round(at(to))]);
  }
  return pieces;
}

/**
 * Lines half-way between neighbouring sites (Voronoi cell edges, distances in metres), clipped to the rings of
 * one piece of land.
 * @param owners whose each site is: no line runs between two of one owner
 */
export function cellEdges(
  sites: readonly GridPoint[],
  rings: Rings,
  owners: readonly string[] = sites.map((_, at) => String(at)),
): Segment[] {
  if (sites.length < 2) return [];
  const metric = sites.map(([x, y]) => [x * metersPerStepX, y * metersPerStepY] as const);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of [...rings.flat(), ...sites]) {
    west = Math.min(west, x * metersPerStepX);
    south = Math.min(south, y * metersPerStepY);
    east = Math.max(east, x * metersPerStepX);
    north = Math.max(north, y * metersPerStepY);
  }
  const voronoi = Delaunay.from(metric.map(([x, y]): [number, number] => [x, y])).voronoi([
    west - 100,
    south - 100,
    east + 100,
    north + 100,
  ]);
  const edges = new Map<string, { segment: Segment; owners: Set<string> }>();
  for (let site = 0; site < sites.length; site++) {
    const cell = voronoi.cellPolygon(site) ?? [];
    for (let index = 1; index < cell.length; index++) {
      const [a, b] = [cell[index - 1]!, cell[index]!].map(
        ([x, y]) => [x / metersPerStepX, y / metersPerStepY] as const,
      ) as [GridPoint, GridPoint];
      const ends = [a, b].map(([x, y]) => `${Math.round(x)},${Math.round(y)}`).sort();
      const edge = edges.get(ends.join(' ')) ?? { segment: [a, b], owners: new Set() };
      edges.set(ends.join(' '), edge.owners.add(owners[site]!) && edge);
    }
  }
  return [...edges.values()].flatMap(({ segment: [a, b], owners: beside }) =>
    beside.size === 1 ? [] : clip(a, b, rings),
  );
}
