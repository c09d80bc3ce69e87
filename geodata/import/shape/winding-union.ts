import type { Position } from 'geojson';
import { dissolveRings } from '../../mesh/dissolve.js';
import { toGrid, toPosition, type GridPoint } from '../../mesh/grid.js';
import { ringSegments } from '../../mesh/land.js';
import { buildMesh, type PlanarMesh } from '../../mesh/planar-mesh.js';
import { eachCrossing, Entangled } from './self-crossing.js';

type Rings = Position[][];

interface GridRing {
  points: readonly GridPoint[];
  box: readonly [west: number, south: number, east: number, north: number];
}

/** Every crossing makes faces, and every face asks every ring: twenty thousand edges can cross two hundred million times. */
const mostCrossings = 20_000;

function isKnot(rings: readonly Position[][]): boolean {
  let crossings = 0;
  try {
    return eachCrossing(rings, () => ++crossings > mostCrossings);
  } catch (error) {
    if (error instanceof Entangled) return true;
    throw error;
  }
}

/** Beyond this a key of the mesh is not unique any more: about 2 degrees around the city. */
const farthestStep = 2_000_000;

function gridRing(ring: readonly Position[]): GridRing {
  const points = ring.slice(0, -1).map(([x = NaN, y = NaN]) => toGrid([x, y]));
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return { points, box: [west, south, east, north] };
}

/** How often the ring runs around a point with half-integer y, anticlockwise counted up. */
function winding({ points, box }: GridRing, [px, py]: GridPoint): number {
  if (px < box[0] || py < box[1] || px > box[2] || py > box[3]) return 0;
  let turns = 0;
  let a = points[points.length - 1]!;
  for (const b of points) {
    if (a[1] > py !== b[1] > py && px < ((b[0] - a[0]) * (py - a[1])) / (b[1] - a[1]) + a[0])
      turns += b[1] > a[1] ? 1 : -1;
    a = b;
  }
  return turns;
}

function meshOf(rings: readonly GridRing[]): PlanarMesh | null {
  try {
    return buildMesh(rings.flatMap(({ points }) => ringSegments([points])));
  } catch {
    // No stable arrangement: nobody has seen one, and it must not take the import down.
    return null;
  }
}

/**
 * The land that any of the polygons holds: what its outer ring winds around, however often and in whichever sense,
 * without what a hole winds around. Exact on the grid of six decimals, so rings may cross, touch, overlap and repeat
 * as they like; the rings that come out are simple and share corners or nothing. Null when it cannot be done.
 * @param polygons closed rings in degrees, the first of each the outer one
 */
export function windingUnion(polygons: readonly Rings[]): Rings[] | null {
  const written = polygons.map((rings) => rings.map(gridRing));
  const far = written.flat().some(({ box }) => box.some((step) => !(Math.abs(step) < farthestStep)));
  const mesh = far || isKnot(polygons.flat()) ? null : meshOf(written.flat());
  if (mesh === null) return null;
  const inside = mesh.faces.map(({ sample }) =>
    written.some(
      ([outer, ...holes]) =>
        outer !== undefined &&
        winding(outer, sample) !== 0 &&
        holes.every((hole) => winding(hole, sample) === 0),
    ),
  );
  return dissolveRings(mesh, (face) => inside[face] ?? false).map((rings) =>
    rings.map((ring) => [...ring, ...ring.slice(0, 1)].map(toPosition)),
  );
}
