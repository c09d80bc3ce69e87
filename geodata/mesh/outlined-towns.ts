import type { CityMesh } from './city-faces.js';
import { distanceMeters, insideRings, pointKey, type GridPoint } from './grid.js';
import {
  boxOf,
  inBox,
  nearestOnRings,
  ringSegments,
  type LandPiece,
  type Outline,
  type Site,
} from './land.js';
import type { Segment } from './node-segments.js';
import type { PlanarMesh } from './planar-mesh.js';
import { cellEdges } from './voronoi.js';

/** A town border ends at most this far short of the ward's line; what is farther is land the outlines do not know. */
const gapMeters = 100;

/** Lines the outlines of towns bring into the mesh: their own, those that divide a shared one, and their way to the land's edge. */
export function outlineLines(outlines: readonly Outline[], pieces: readonly LandPiece[]): Segment[] {
  return [
    ...outlines.flatMap(({ rings, sites = [] }) => [
      ...ringSegments(rings),
      ...cellEdges(
        sites.map(({ point }) => point),
        rings,
        sites.map(({ id }) => id),
      ),
    ]),
    ...bordersToTheEdge(outlines, pieces),
  ];
}

/**
 * Outlines of towns and the ward's line come from two surveys and run some metres beside each other. Where the border of
 * two towns ends short of the ward's line it goes on to it by the shortest way, so that the strip left between falls to
 * the town it lies along, not as a whole to one of them.
 */
function bordersToTheEdge(outlines: readonly Outline[], pieces: readonly LandPiece[]): Segment[] {
  const lines: Segment[] = [];
  for (const ward of new Set(outlines.map((outline) => outline.ward))) {
    const land = pieces
      .filter((piece) => piece.ward === ward)
      .map(({ rings }) => ({ rings, box: boxOf(rings) }));
    for (const point of endsOfBorders(outlines.filter((outline) => outline.ward === ward))) {
      const high: GridPoint = [point[0], point[1] + 0.5];
      const on = land.find(({ rings, box }) => inBox(point, box, 1) && insideRings(high, rings));
      if (on === undefined) continue;
      const edge = nearestOnRings(point, on.rings);
      if (edge.meters > 0 && edge.meters < gapMeters) lines.push([point, edge.point]);
    }
  }
  return lines;
}

/** Points on the outer edge of a ward's outlines at which two towns meet. */
function endsOfBorders(outlines: readonly Outline[]): GridPoint[] {
  const townsAt = new Map<number, Set<string>>();
  const edges = new Map<string, Segment>();
  for (const { id, rings } of outlines) {
    for (const [a, b] of ringSegments(rings)) {
      for (const point of [a, b]) {
        const towns = townsAt.get(pointKey(point)) ?? new Set();
        townsAt.set(pointKey(point), towns.add(id));
      }
      // An edge that two towns of the ward have is inside it.
      const [p, q] = [pointKey(a), pointKey(b)];
      const key = p < q ? `${p}/${q}` : `${q}/${p}`;
      if (!edges.delete(key)) edges.set(key, [a, b]);
    }
  }
  const ends = new Map<number, GridPoint>();
  for (const point of [...edges.values()].flat())
    if (townsAt.get(pointKey(point))!.size > 1) ends.set(pointKey(point), point);
  return [...ends.values()];
}

/** Town whose outline a face lies in; an outline does not reach over the ward's own line. */
export function outlinesOfFaces(
  { faces }: PlanarMesh,
  wardOf: readonly (string | null)[],
  outlines: readonly Outline[],
): (string | null)[] {
  const boxed = outlines.map((outline) => ({ outline, box: boxOf(outline.rings) }));
  return faces.map(({ sample }, face) => {
    const ward = wardOf[face] ?? null;
    if (ward === null) return null;
    const found = boxed.find(
      ({ outline, box }) =>
        outline.ward === ward && inBox(sample, box, 1) && insideRings(sample, outline.rings),
    );
    if (found === undefined) return null;
    const { id, sites } = found.outline;
    return sites ? nearestSite(sample, sites).id : id;
  });
}

export function nearestSite(point: GridPoint, sites: readonly Site[]): Site {
  return sites.reduce((a, b) => (distanceMeters(b.point, point) < distanceMeters(a.point, point) ? b : a));
}

/**
 * Land of a ward that no outline of its towns holds (strips along its line, land won from the sea since) goes to the
 * town of the ward it touches most, from the outlines outwards.
 */
export function joinGaps(mesh: CityMesh, townOf: (string | null)[], isGap: (face: number) => boolean): void {
  let open = mesh.faces.flatMap((_, face) => (isGap(face) ? [face] : []));
  for (const face of open) townOf[face] = null;
  while (open.length > 0) {
    const found = open.flatMap((face) => {
      const touch = new Map<string, number>();
      for (const [other, meters] of mesh.neighbours[face]!) {
        const owner = townOf[other] ?? null;
        if (owner !== null && mesh.wardOf[other] === mesh.wardOf[face])
          touch.set(owner, (touch.get(owner) ?? 0) + meters);
      }
      const best = [...touch].sort((p, q) => q[1] - p[1] || (p[0] < q[0] ? -1 : 1))[0];
      return best === undefined ? [] : [[face, best[0]] as const];
    });
    if (found.length === 0) return;
    for (const [face, town] of found) townOf[face] = town;
    const done = new Set(found.map(([face]) => face));
    open = open.filter((face) => !done.has(face));
  }
}
