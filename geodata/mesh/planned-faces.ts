import { insideRings } from './grid.js';
import { faceHectares, groupsOf, type CityMesh } from './city-faces.js';
import type { Rings } from './land.js';

export interface ExtentRule {
  /** Unplanned remnants smaller than this are filled. */
  fillHectares: number;
  /** Planned fragments smaller than this are dropped. */
  dropHectares: number;
}

export interface Extent {
  /** Outline of the planned land before towns are looked at, for the even-odd rule. */
  outline: Rings;
  rule: ExtentRule;
  /** District of each town; only towns of one can be planned. */
  districtOf: ReadonlyMap<string, string | null>;
  /** Towns planned to their border. */
  whole: ReadonlySet<string>;
  /** Land beside the outline that is planned as well, in these towns alone. */
  beside?: { outline: Rings; towns: ReadonlySet<string> };
}

/** Towns of no district are not planned, some others to their border. */
export function planWholeTowns(
  mesh: CityMesh,
  plannedOf: boolean[],
  { whole, districtOf, beside }: Extent,
): void {
  mesh.townOf.forEach((town, face) => {
    if (town === null) return;
    if (beside?.towns.has(town)) plannedOf[face] ||= insideRings(mesh.faces[face]!.sample, beside.outline);
    if ((districtOf.get(town) ?? null) === null) plannedOf[face] = false;
    else if (whole.has(town)) plannedOf[face] = true;
  });
}

/** A part of a district smaller than this is a scrap that the outline cuts off a town of it. */
const scrapHectares = 0.3;

/** Drops planned fragments, fills enclosed remnants, and leaves out the scraps of a district beyond its neighbour. */
export function tidyExtent(mesh: CityMesh, plannedOf: boolean[], { rule, districtOf }: Extent): void {
  const land = (face: number): boolean => mesh.wardOf[face] !== null;
  const district = (face: number): string | null => districtOf.get(mesh.townOf[face] ?? '') ?? null;
  const hectares = (group: readonly number[]): number =>
    group.reduce((sum, face) => sum + faceHectares(mesh, face), 0);
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
      if (hectares(group) >= limit) continue;
      // An islet out at sea touches no planned land: nothing surrounds it, nothing fills it.
      const touches = group.some((face) =>
        [...mesh.neighbours[face]!.keys()].some((other) => land(other) && plannedOf[other] !== value),
      );
      for (const face of group) if (value || (touches && district(face) !== null)) plannedOf[face] = !value;
    }
  }
  const parts = groupsOf(
    mesh,
    (face) => land(face) && plannedOf[face]!,
    (a, b) => district(a) === district(b),
  );
  for (const part of parts) {
    const open = part.some((face) =>
      [...mesh.neighbours[face]!.keys()].some((other) => land(other) && !plannedOf[other]),
    );
    if (open && hectares(part) < scrapHectares) for (const face of part) plannedOf[face] = false;
  }
}
