import { bearing } from '@turf/bearing';
import { destination } from '@turf/destination';
import type { Geometry } from 'geojson';
import { closedRing, polygonsOf } from './explode.js';
import { distanceMeters, turfPosition } from './measure.js';
import type { PolygonIndex } from './polygon-index.js';
import { positionOf, type Position } from './position.js';

/** What lies on the far side of a boundary: a geometry's number, or one of these. */
export const nothingBeyond = -1;
/** The boundary runs along a line that was never in question (coast, city limit). */
export const alongOutline = -2;
/** The same geometry lies on both sides: a seam between two of its parts. */
export const seam = -3;

/** Boundary segments in parallel arrays; `ends` holds four numbers a segment. */
export interface Boundary {
  ends: number[];
  owners: number[];
  /** What lies on the far side of each segment. */
  beyond: number[];
}

export interface BoundaryOptions {
  /** Index over the same geometries, asked what lies on either side; null = do not ask (overlapping areas). */
  areas: PolygonIndex | null;
  /** True where a boundary does not decide anything. */
  isOutline: (position: Position) => boolean;
  /** True where there is land of the city; a boundary with no land beyond it is outline too. */
  isLand?: ((position: Position) => boolean) | undefined;
  /** Longest stretch judged by its middle alone; neighbours' corners need not match. */
  pieceMeters?: number;
}

/** How far to either side of a boundary its neighbours are looked for; beyond the 0.1 m of rounding. */
const probeMeters = 1;

/** Every segment of the geometries' rings, cut where the far side changes. */
export function boundaryOf(geometries: readonly (Geometry | null)[], options: BoundaryOptions): Boundary {
  const boundary: Boundary = { ends: [], owners: [], beyond: [] };
  geometries.forEach((geometry, owner) => {
    for (const open of polygonsOf(geometry).flat()) {
      let from: Position | null = null;
      for (const to of closedRing(open).map(positionOf)) {
        if (from) addSegment(boundary, from, to, owner, options);
        from = to;
      }
    }
  });
  return boundary;
}

function addSegment(
  boundary: Boundary,
  from: Position,
  to: Position,
  owner: number,
  options: BoundaryOptions,
) {
  const length = distanceMeters(from, to);
  if (length === 0) return;
  const left = options.areas ? stepToTheLeft(from, to) : noStep;
  const pieces = Math.max(1, Math.ceil(length / (options.pieceMeters ?? 25)));
  let start = 0;
  let current = farSide(placeOn(from, to, 0.5 / pieces), left, owner, options);
  for (let piece = 1; piece <= pieces; piece++) {
    const next =
      piece < pieces ? farSide(placeOn(from, to, (piece + 0.5) / pieces), left, owner, options) : null;
    if (next === current) continue;
    const [begin, end] = [
      start === 0 ? from : placeOn(from, to, start / pieces),
      piece === pieces ? to : placeOn(from, to, piece / pieces),
    ];
    boundary.ends.push(begin[0], begin[1], end[0], end[1]);
    boundary.owners.push(owner);
    boundary.beyond.push(current);
    if (next === null) return;
    start = piece;
    current = next;
  }
}

/** The place a share of the way along an edge, which is straight in degrees. */
function placeOn(from: Position, to: Position, share: number): Position {
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
}

const noStep: Position = [0, 0];

/** What one steps in degrees to go `probeMeters` to the left of the way. */
function stepToTheLeft(from: Position, to: Position): Position {
  const left = bearing(turfPosition(from), turfPosition(to)) - 90;
  const step = destination(turfPosition(from), probeMeters, left, { units: 'meters' });
  const [longitude, latitude] = positionOf(step.geometry.coordinates);
  return [longitude - from[0], latitude - from[1]];
}

function farSide(middle: Position, left: Position, owner: number, options: BoundaryOptions): number {
  if (options.isOutline(middle)) return alongOutline;
  const { areas, isLand } = options;
  if (!areas) return nothingBeyond;
  const leftSide: Position = [middle[0] + left[0], middle[1] + left[1]];
  const rightSide: Position = [middle[0] - left[0], middle[1] - left[1]];
  const [onLeft, onRight] = [areas.containing(leftSide), areas.containing(rightSide)];
  const leftIsFar = !onLeft.includes(owner);
  const rightIsFar = !onRight.includes(owner);
  if (!leftIsFar && !rightIsFar) return seam;
  const neighbour = (leftIsFar ? onLeft[0] : undefined) ?? (rightIsFar ? onRight[0] : undefined);
  if (neighbour !== undefined) return neighbour;
  // Nobody beyond: on land that is an open edge, elsewhere it is where the land ends.
  if (!isLand || (leftIsFar && isLand(leftSide)) || (rightIsFar && isLand(rightSide))) return nothingBeyond;
  return alongOutline;
}
