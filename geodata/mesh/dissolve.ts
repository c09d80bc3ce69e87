import { doubleArea, insideRings, pointKey, toPosition, type GridPoint } from './grid.js';
import { samplePoint, type PlanarMesh } from './planar-mesh.js';

export interface MultiPolygon {
  type: 'MultiPolygon';
  coordinates: [number, number][][][];
}
export interface Polygon {
  type: 'Polygon';
  coordinates: [number, number][][];
}

/** Cuts a closed walk wherever it comes back to a point, so that every ring is simple. */
function simpleRings(walk: readonly GridPoint[]): GridPoint[][] {
  const rings: GridPoint[][] = [];
  const open: GridPoint[] = [];
  const at = new Map<number, number>();
  for (const point of walk) {
    const key = pointKey(point);
    const seen = at.get(key);
    if (seen !== undefined) {
      const ring = open.splice(seen);
      for (const dropped of ring) at.delete(pointKey(dropped));
      rings.push(ring);
    }
    at.set(key, open.length);
    open.push(point);
  }
  rings.push(open);
  return rings.filter((ring) => ring.length > 2);
}

function startAtLowest(ring: readonly GridPoint[]): GridPoint[] {
  let lowest = 0;
  ring.forEach((point, index) => {
    const best = ring[lowest]!;
    if (point[1] < best[1] || (point[1] === best[1] && point[0] < best[0])) lowest = index;
  });
  return [...ring.slice(lowest), ...ring.slice(0, lowest)];
}

/** Half-edges of each town's faces: what {@link dissolveRings} walks along where it is asked for one town. */
export function edgesByTown(
  mesh: PlanarMesh,
  townOf: readonly (string | null)[],
): ReadonlyMap<string, readonly number[]> {
  const edges = new Map<string, number[]>();
  mesh.faceOf.forEach((face, edge) => {
    const town = townOf[face] ?? null;
    if (town === null) return;
    const own = edges.get(town);
    if (own === undefined) edges.set(town, [edge]);
    else own.push(edge);
  });
  return edges;
}

/**
 * Merges the faces `belongs` says yes to into polygons: outer rings counter-clockwise, holes clockwise
 * (RFC 7946), largest first. Two areas dissolved from one mesh share the very vertices of their common edge.
 * @param among half-edges of those faces, where they are known; else all are looked at
 */
export function dissolveRings(
  mesh: PlanarMesh,
  belongs: (face: number) => boolean,
  among: Iterable<number> = mesh.origins.keys(),
): GridPoint[][][] {
  const member = (edge: number): boolean => mesh.faceOf[edge] !== -1 && belongs(mesh.faceOf[edge]!);
  const boundary = (edge: number): boolean => member(edge) && !member(edge ^ 1);
  const used = new Set<number>();
  const outers: GridPoint[][] = [];
  const holes: GridPoint[][] = [];
  for (const start of among) {
    if (used.has(start) || !boundary(start)) continue;
    const walk: GridPoint[] = [];
    let edge = start;
    do {
      used.add(edge);
      const point = mesh.origins[edge]!;
      if (!mesh.needless?.has(pointKey(point))) walk.push(point);
      edge = mesh.next[edge]!;
      while (!boundary(edge)) edge = mesh.next[edge ^ 1]!;
    } while (edge !== start);
    for (const ring of simpleRings(walk)) (doubleArea(ring) > 0 ? outers : holes).push(startAtLowest(ring));
  }
  outers.sort((a, b) => doubleArea(b) - doubleArea(a));
  const polygons = outers.map((ring) => [ring]);
  for (const hole of holes) {
    const inner = samplePoint([hole]);
    // Outer rings are sorted from large to small: the last that contains the hole is the nearest around it.
    const owner = polygons.findLast(([outer]) => insideRings(inner, [outer!]));
    owner?.push(hole);
  }
  return polygons;
}

function closed(ring: readonly GridPoint[]): [number, number][] {
  return [...ring, ring[0]!].map(toPosition);
}

/** GeoJSON of dissolved rings; null when there is nothing. */
export function toGeometry(
  polygons: readonly (readonly (readonly GridPoint[])[])[],
): Polygon | MultiPolygon | null {
  const coordinates = polygons.map((rings) => rings.map(closed));
  if (coordinates.length === 0) return null;
  if (coordinates.length === 1) return { type: 'Polygon', coordinates: coordinates[0]! };
  return { type: 'MultiPolygon', coordinates };
}
