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
/** Published outline of a town (geodata/import): goes before the cell of its point. */
export interface Outline {
  id: string;
  ward: string;
  /** All rings of all parts, for the even-odd rule; first point not repeated. */
  rings: Rings;
}
export function ringSegments(rings: Rings): Segment[] {
  return rings.flatMap((ring) => ring.map((point, at): Segment => [point, ring[(at + 1) % ring.length]!]));
}

function distanceToRings(point: GridPoint, rings: Rings): number {
  let best = Infinity;
  for (const [a, b] of ringSegments(rings)) {
    const dx = (b[0] - a[0]) * metersPerStepX;
    const dy = (b[1] - a[1]) * metersPerStepY;
    const px = (point[0] - a[0]) * metersPerStepX;
    const py = (point[1] - a[1]) * metersPerStepY;
    const t = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy)));
    best = Math.min(best, Math.hypot(px - t * dx, py - t * dy));
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
      distanceToRings(site.point, pieces[b]!.rings) < distanceToRings(site.point, pieces[a]!.rings) ? b : a,
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
