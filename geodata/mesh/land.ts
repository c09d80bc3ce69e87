import { distanceMeters, insideRings, metersPerStepX, metersPerStepY, type GridPoint } from './grid.js';
import type { Segment } from './node-segments.js';

export type Rings = readonly (readonly GridPoint[])[];

export interface LandPiece {
  ward: string;
  /** Outer ring and holes, first point not repeated. */
  rings: Rings;
}
export interface Site {
  id: string;
  ward: string;
  point: GridPoint;
}
/** Outline of a town (census, or imported): goes before the cell of its point. */
export interface Outline {
  id: string;
  ward: string;
  /** All rings of all parts, for the even-odd rule; first point not repeated. */
  rings: Rings;
  /** Where several towns share it: their points; the town of the nearest one has the place. */
  sites?: readonly Site[];
}

/** West, south, east, north on the grid. */
export type GridBox = readonly [number, number, number, number];

export function boxOf(rings: Rings): GridBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of rings.flat()) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

/** Whether a point lies in a box, or no further outside it than so many steps. */
export function inBox([x, y]: GridPoint, [west, south, east, north]: GridBox, margin: number): boolean {
  return x >= west - margin && x <= east + margin && y >= south - margin && y <= north + margin;
}

export function ringSegments(rings: Rings): Segment[] {
  return rings.flatMap((ring) => ring.map((point, at): Segment => [point, ring[(at + 1) % ring.length]!]));
}

/** The point of the rings nearest to a point, on the grid, and how far it is. */
export function nearestOnRings(point: GridPoint, rings: Rings): { point: GridPoint; meters: number } {
  let best = { point: rings[0]![0]!, meters: Infinity };
  for (const [a, b] of ringSegments(rings)) {
    const dx = (b[0] - a[0]) * metersPerStepX;
    const dy = (b[1] - a[1]) * metersPerStepY;
    const px = (point[0] - a[0]) * metersPerStepX;
    const py = (point[1] - a[1]) * metersPerStepY;
    const t = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy)));
    const meters = Math.hypot(px - t * dx, py - t * dy);
    if (meters < best.meters)
      best = {
        point: [Math.round(a[0] + t * (b[0] - a[0])), Math.round(a[1] + t * (b[1] - a[1]))],
        meters,
      };
  }
  return best;
}

/** The sites that divide a piece of land: those on it, or the ward's nearest one where an islet has none. */
export function sitesOfPieces(pieces: readonly LandPiece[], sites: readonly Site[]): Site[][] {
  const shares: Site[][] = pieces.map(() => []);
  for (const site of sites) {
    const own = pieces.flatMap((piece, at) => (piece.ward === site.ward ? [at] : []));
    const on = own.find((at) => insideRings([site.point[0], site.point[1] + 0.5], pieces[at]!.rings));
    const nearest = own.reduce((a, b) =>
      nearestOnRings(site.point, pieces[b]!.rings).meters <
      nearestOnRings(site.point, pieces[a]!.rings).meters
        ? b
        : a,
    );
    shares[on ?? nearest]!.push(site);
  }
  return shares.map((share, at) => {
    if (share.length > 0) return share;
    const { ward, rings } = pieces[at]!;
    const centre = rings[0]![0]!;
    const nearest = sites
      .filter((site) => site.ward === ward)
      .reduce((a, b) => (distanceMeters(b.point, centre) < distanceMeters(a.point, centre) ? b : a));
    return [nearest];
  });
}
