import type { CityMesh } from './city-faces.js';
import { metersPerStepX, metersPerStepY, pointKey, type GridPoint } from './grid.js';

/** A point nearer than this to the line without it is left out: three times what rounding to the grid moves a line. */
const toleranceMeters = 0.3;

/**
 * Points of the mesh that no outline needs: where lines of two surveys cross, points stand on borders long after the
 * faces beside them went to one town. Whatever is merged from the mesh leaves out the same ones, so that two areas still
 * share the very points of their common border. A point where three areas meet stays.
 * @returns keys of the points
 */
export function needlessPoints({
  origins,
  faceOf,
  wardOf,
  townOf,
  plannedOf,
}: CityMesh): ReadonlySet<number> {
  const label = (edge: number): string => {
    const face = faceOf[edge]!;
    return face === -1 ? '' : `${wardOf[face] ?? ''}/${townOf[face] ?? ''}/${plannedOf[face]! ? 1 : 0}`;
  };
  const beside = new Map<number, { point: GridPoint; edges: number[] }>();
  origins.forEach((point, edge) => {
    if (label(edge) === label(edge ^ 1)) return;
    const at = beside.get(pointKey(point)) ?? { point, edges: [] };
    at.edges.push(edge);
    beside.set(pointKey(point), at);
  });
  const needless = new Set<number>();
  const done = new Set<number>();
  const between = ({ edges }: { edges: readonly number[] }): boolean =>
    edges.length === 2 &&
    meets(label(edges[0]!), label(edges[0]! ^ 1), label(edges[1]!), label(edges[1]! ^ 1));
  for (const start of beside.values()) {
    if (between(start)) continue;
    for (const first of start.edges) {
      if (done.has(first)) continue;
      const chain = [start.point];
      let edge = first;
      for (;;) {
        done.add(edge).add(edge ^ 1);
        const end = beside.get(pointKey(origins[edge ^ 1]!))!;
        chain.push(end.point);
        if (!between(end)) break;
        edge = end.edges.find((other) => other !== (edge ^ 1))!;
      }
      for (const point of straight(chain)) needless.add(pointKey(point));
    }
  }
  return needless;
}

/** Whether two edges that leave one point have the same two areas beside them. */
function meets(left: string, right: string, otherLeft: string, otherRight: string): boolean {
  return (left === otherRight && right === otherLeft) || (left === otherLeft && right === otherRight);
}

/** Inner points of a line that lie on it without them (Douglas–Peucker). */
function straight(chain: readonly GridPoint[]): GridPoint[] {
  const [a, b] = [chain[0]!, chain.at(-1)!];
  let worst = -1;
  let at = -1;
  for (let index = 1; index + 1 < chain.length; index++) {
    const far = metersFrom(chain[index]!, a, b);
    if (far > worst) [worst, at] = [far, index];
  }
  if (at === -1) return [];
  if (worst < toleranceMeters) return chain.slice(1, -1);
  return [...straight(chain.slice(0, at + 1)), ...straight(chain.slice(at))];
}

function metersFrom(point: GridPoint, a: GridPoint, b: GridPoint): number {
  const dx = (b[0] - a[0]) * metersPerStepX;
  const dy = (b[1] - a[1]) * metersPerStepY;
  const px = (point[0] - a[0]) * metersPerStepX;
  const py = (point[1] - a[1]) * metersPerStepY;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
  return Math.hypot(px - t * dx, py - t * dy);
}
