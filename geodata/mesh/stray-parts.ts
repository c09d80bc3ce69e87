import { faceHectares, groupsOf, type CityMesh } from './city-faces.js';
import { insideRings } from './grid.js';
import type { Site } from './land.js';

/** What an outline holds is the town's, islands and all, but for scraps that the ward's line cuts off. */
const scrapHectares = 0.3;

/** Parts of a cell cut off from its town by another ward's land go to the neighbour they touch most. */
export function joinStrayParts(
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
      if (largest.get(town) === at) return;
      const scrap = group.reduce((sum, face) => sum + faceHectares(mesh, face), 0) < scrapHectares;
      if (!scrap && group.some((face) => outlineOf[face] === town)) return;
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
