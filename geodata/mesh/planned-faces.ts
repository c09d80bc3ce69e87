import { faceHectares, groupsOf, type CityMesh } from './city-faces.js';
import type { Seed } from './planned-extent.js';

export interface ExtentRule {
  closingMeters: number;
  /** Cells of `compact` towns up to this size are planned as a whole. */
  wholeCellHectares: number;
  /** Unplanned remnants smaller than this are filled. */
  fillHectares: number;
  /** Planned fragments smaller than this are dropped. */
  dropHectares: number;
}

export interface Extent {
  seeds: readonly Seed[];
  rule: ExtentRule;
  /** Towns that belong to a district: only they can be planned. */
  sewered: ReadonlySet<string>;
  /** Built-up towns, whose cell is planned as a whole unless it is a large one. */
  compact: ReadonlySet<string>;
}

/** Built-up towns are planned to their border, towns of no district not at all. */
export function planWholeCells(
  mesh: CityMesh,
  plannedOf: boolean[],
  { rule, compact, sewered }: Extent,
): void {
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

/** Drops planned fragments, fills enclosed remnants. */
export function tidyExtent(
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
