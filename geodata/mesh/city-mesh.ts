import { cellEdges } from './voronoi.js';
import {
  distanceMeters,
  insideRings,
  metersPerStepX,
  metersPerStepY,
  ringHectares,
  type GridPoint,
} from './grid.js';
import type { Segment } from './node-segments.js';
import { plannedExtent, type Seed } from './planned-extent.js';
import { buildMesh, type PlanarMesh } from './planar-mesh.js';

type Rings = readonly (readonly GridPoint[])[];

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
export interface CityMesh extends PlanarMesh {
  /** Ward of each face; null = sea or another municipality. */
  wardOf: readonly (string | null)[];
  /** Id of the town whose cell the face lies in. */
  townOf: readonly (string | null)[];
  /** Whether the face lies in the planned sewer extent. */
  plannedOf: readonly boolean[];
  /** For every face, the faces across its edges with the metres they share. */
  neighbours: readonly ReadonlyMap<number, number>[];
}

function ringSegments(rings: Rings): Segment[] {
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
function sitesOfPieces(pieces: readonly LandPiece[], sites: readonly Site[]): Site[][] {
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

/** Connected groups of faces for which `same` holds across the shared edge. */
export function groupsOf(
  mesh: CityMesh,
  member: (face: number) => boolean,
  same: (a: number, b: number) => boolean,
): number[][] {
  const groups: number[][] = [];
  const seen = new Set<number>();
  for (let start = 0; start < mesh.faces.length; start++) {
    if (seen.has(start) || !member(start)) continue;
    const group = [start];
    seen.add(start);
    for (const face of group) {
      for (const other of mesh.neighbours[face]!.keys()) {
        if (seen.has(other) || !member(other) || !same(face, other)) continue;
        seen.add(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

export function faceHectares(mesh: PlanarMesh, face: number): number {
  const [outer, ...holes] = mesh.faces[face]!.rings;
  return ringHectares(outer!) - holes.reduce((sum, hole) => sum + ringHectares(hole), 0);
}

function sharedEdges(mesh: PlanarMesh): Map<number, number>[] {
  const neighbours = mesh.faces.map(() => new Map<number, number>());
  mesh.origins.forEach((origin, edge) => {
    const left = mesh.faceOf[edge]!;
    const right = mesh.faceOf[edge ^ 1]!;
    if (left === -1 || right === -1 || left === right) return;
    const list = neighbours[left]!;
    list.set(right, (list.get(right) ?? 0) + distanceMeters(origin, mesh.origins[edge ^ 1]!));
  });
  return neighbours;
}

/** Parts of a cell cut off from its town by another ward's land go to the neighbour they touch most. */
function joinStrayParts(
  mesh: CityMesh,
  townOf: (string | null)[],
  siteOf: ReadonlyMap<string, Site>,
  outlineOf: readonly (string | null)[],
): void {
  for (let round = 0; round < 4; round++) {
    let moved = false;
    const groups = groupsOf(
      mesh,
      (face) => townOf[face] !== null,
      (a, b) => townOf[a] === townOf[b] && mesh.wardOf[a] === mesh.wardOf[b],
    );
    const largest = new Map<string, number>();
    const holds = (group: readonly number[], site: Site | undefined): boolean =>
      site !== undefined &&
      group.some((face) => insideRings([site.point[0], site.point[1] + 0.5], mesh.faces[face]!.rings));
    groups.forEach((group, at) => {
      const town = townOf[group[0]!]!;
      const known = largest.get(town);
      const size = (index: number): number =>
        groups[index]!.reduce((sum, face) => sum + faceHectares(mesh, face), 0) +
        (holds(groups[index]!, siteOf.get(town)) ? 1e9 : 0);
      if (known === undefined || size(at) > size(known)) largest.set(town, at);
    });
    groups.forEach((group, at) => {
      const town = townOf[group[0]!]!;
      // What a published outline holds is the town's, islands and all.
      if (largest.get(town) === at || group.some((face) => outlineOf[face] === town)) return;
      const touch = new Map<string, number>();
      for (const face of group) {
        for (const [other, meters] of mesh.neighbours[face]!) {
          const owner = townOf[other] ?? null;
          if (owner === null || owner === town || mesh.wardOf[other] !== mesh.wardOf[face]) continue;
          touch.set(owner, (touch.get(owner) ?? 0) + meters);
        }
      }
      const best = [...touch].sort((p, q) => q[1] - p[1] || (p[0] < q[0] ? -1 : 1))[0];
      if (best === undefined) return;
      moved = true;
      for (const face of group) townOf[face] = best[0];
    });
    if (!moved) return;
  }
}

export interface ExtentRule {
  closingMeters: number;
  /** Cells of `compact` towns up to this size are planned as a whole. */
  wholeCellHectares: number;
  /** Unplanned remnants smaller than this are filled. */
  fillHectares: number;
  /** Planned fragments smaller than this are dropped. */
  dropHectares: number;
}

function tidyExtent(
  mesh: CityMesh,
  plannedOf: boolean[],
  mayFill: (face: number) => boolean,
  rule: ExtentRule,
): void {
  const land = (face: number): boolean => mesh.wardOf[face] !== null;
  for (const [value, limit] of [
    [true, rule.dropHectares],
    [false, rule.fillHectares],
  ] as const) {
    const groups = groupsOf(
      mesh,
      (face) => land(face) && plannedOf[face] === value,
      () => true,
    );
    for (const group of groups) {
      if (group.reduce((sum, face) => sum + faceHectares(mesh, face), 0) >= limit) continue;
      // An islet out at sea touches no planned land: nothing surrounds it, nothing fills it.
      const touches = group.some((face) =>
        [...mesh.neighbours[face]!.keys()].some((other) => land(other) && plannedOf[other] !== value),
      );
      for (const face of group) if (value || (touches && mayFill(face))) plannedOf[face] = !value;
    }
  }
}

export interface Extent {
  seeds: readonly Seed[];
  rule: ExtentRule;
  /** Towns that belong to a district: only they can be planned. */
  sewered: ReadonlySet<string>;
  /** Built-up towns, whose cell is planned as a whole unless it is a large one. */
  compact: ReadonlySet<string>;
}

function planWholeCells(mesh: CityMesh, plannedOf: boolean[], { rule, compact, sewered }: Extent): void {
  const hectaresOf = new Map<string, number>();
  mesh.townOf.forEach((town, face) => {
    if (town !== null) hectaresOf.set(town, (hectaresOf.get(town) ?? 0) + faceHectares(mesh, face));
  });
  mesh.townOf.forEach((town, face) => {
    if (town === null) return;
    if (!sewered.has(town)) plannedOf[face] = false;
    else if (compact.has(town) && hectaresOf.get(town)! <= rule.wholeCellHectares) plannedOf[face] = true;
  });
}

/** Town whose published outline a face lies in; an outline does not reach over the ward's own line. */
function outlinesOfFaces(
  { faces }: PlanarMesh,
  wardOf: readonly (string | null)[],
  outlines: readonly Outline[],
): (string | null)[] {
  return faces.map(({ sample }, face) => {
    const ward = wardOf[face] ?? null;
    if (ward === null) return null;
    return (
      outlines.find((outline) => outline.ward === ward && insideRings(sample, outline.rings))?.id ?? null
    );
  });
}

/** Land, town cells and planned extent, cut into one set of faces. */
export function buildCityMesh(
  pieces: readonly LandPiece[],
  sites: readonly Site[],
  extent: Extent,
  outlines: readonly Outline[] = [],
): CityMesh {
  const shares = sitesOfPieces(pieces, sites);
  const outline = plannedExtent(extent.seeds, extent.rule.closingMeters);
  const lines: Segment[] = [...ringSegments(outline)];
  pieces.forEach(({ rings }, at) => {
    lines.push(...ringSegments(rings));
    const points = shares[at]!.map((site) => site.point);
    lines.push(...cellEdges(points, rings));
  });
  for (const { rings } of outlines) lines.push(...ringSegments(rings));
  const mesh = buildMesh(lines);
  const pieceOf = mesh.faces.map(({ sample }) => pieces.findIndex(({ rings }) => insideRings(sample, rings)));
  const wardOf = pieceOf.map((piece) => (piece === -1 ? null : pieces[piece]!.ward));
  const outlineOf = outlinesOfFaces(mesh, wardOf, outlines);
  const townOf = mesh.faces.map(({ sample }, face) => {
    if (pieceOf[face] === -1) return null;
    const published = outlineOf[face] ?? null;
    if (published !== null) return published;
    return shares[pieceOf[face]!]!.reduce((a, b) =>
      distanceMeters(b.point, sample) < distanceMeters(a.point, sample) ? b : a,
    ).id;
  });
  const plannedOf = mesh.faces.map(({ sample }) => insideRings(sample, outline));
  const city: CityMesh = { ...mesh, wardOf, townOf, plannedOf, neighbours: sharedEdges(mesh) };
  joinStrayParts(city, townOf, new Map(sites.map((site) => [site.id, site])), outlineOf);
  planWholeCells(city, plannedOf, extent);
  tidyExtent(
    city,
    plannedOf,
    (face) => townOf[face] !== null && extent.sewered.has(townOf[face]!),
    extent.rule,
  );
  return city;
}
