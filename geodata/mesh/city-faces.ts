import { distanceMeters, ringHectares } from './grid.js';
import type { PlanarMesh } from './planar-mesh.js';

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

/** For every face, the faces across its edges with the metres they share. */
export function sharedEdges(mesh: PlanarMesh): Map<number, number>[] {
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
