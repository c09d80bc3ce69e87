import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { PolygonRings } from '../../../src/geometry/explode.js';
import { PolygonIndex } from '../../../src/geometry/polygon-index.js';
import type { Tally } from '../tally.js';
import { cleanRun, withoutSpikes } from './clean-run.js';
import { ringSquareMeters, runMeters } from './measure.js';
import { Entangled, firstCrossing, firstTouch } from './self-crossing.js';
import { windingUnion } from './winding-union.js';

/** A ring smaller or thinner than this is what rounding leaves over, not a place. */
const sliverSquareMeters = 1;
/** Mean widths; of a part what `check` calls a sliver (geodata/checks), of a hole the grid of six decimals. */
const sliverPartMeters = 2;
const sliverHoleMeters = 0.1;
/** Mending asks every face of every ring; beyond this the file must be mended before. */
export const repairablePositions = 20_000;

export type PolygonProblem = 'no-geometry' | 'sliver' | 'unrepairable';
export type PolygonResult =
  { ok: true; geometry: Polygon | MultiPolygon } | { ok: false; problem: PolygonProblem };

type Rings = Position[][];

function isSliver(ring: readonly Position[], widthMeters: number): boolean {
  const squareMeters = Math.abs(ringSquareMeters(ring));
  return squareMeters < sliverSquareMeters || (2 * squareMeters) / runMeters(ring) < widthMeters;
}

/** Outer rings run counter-clockwise, holes clockwise (RFC 7946). */
function turned(ring: Position[], counterClockwise: boolean): { ring: Position[]; changed: boolean } {
  const changed = ringSquareMeters(ring) > 0 !== counterClockwise;
  return { ring: changed ? ring.reverse() : ring, changed };
}

/** The rings of one polygon cleaned one by one; null = nothing of it is left. */
function cleanPolygon(rings: PolygonRings, tally: Tally, label: string): Rings | null {
  const clean: Rings = [];
  for (const [number, written] of rings.entries()) {
    const run = cleanRun(written, tally, label);
    if (run === null) {
      if (number === 0) return null;
      continue;
    }
    const [first, last] = [run[0], run.at(-1)];
    if (first && last && (first[0] !== last[0] || first[1] !== last[1])) tally.repair('ring-closed', label);
    const open = withoutSpikes(run);
    const ring = [...open, ...open.slice(0, 1)];
    const width = number === 0 ? sliverPartMeters : sliverHoleMeters;
    // A bow-tie's lobes cancel out in the area: it is a crossing to be resolved, not a sliver.
    if (ring.length < 4 || (isSliver(ring, width) && firstCrossing([ring]) === null)) {
      tally.repair('sliver-dropped', label);
      // Without its outer ring a polygon is nothing; without a hole it is itself.
      if (number === 0) return null;
      continue;
    }
    clean.push(ring);
  }
  return clean.length > 0 ? clean : null;
}

/** True where a hole lies outside its polygon, or one part of the geometry inside another. */
function misplaced(polygons: readonly Rings[]): boolean {
  if (polygons.flat().length <= 1) return false;
  const index = new PolygonIndex(polygons.map((coordinates) => ({ type: 'Polygon', coordinates })));
  /** Numbers of the parts that hold a ring: rings may share corners, so middles of edges are asked, two of three decide. */
  const holders = (ring: readonly Position[], of: PolygonIndex): Set<number> => {
    const votes = [0, 1, 2].flatMap((third) => {
      const at = Math.floor(((ring.length - 1) * third) / 3);
      const [ax = 0, ay = 0] = ring[at] ?? [];
      const [bx = 0, by = 0] = ring[at + 1] ?? [];
      return of.strictlyContaining([(ax + bx) / 2, (ay + by) / 2]);
    });
    // Each third votes for a part once; twice is a majority.
    const once = new Set<number>();
    return new Set(votes.filter((vote) => once.has(vote) || !once.add(vote)));
  };
  return polygons.some(([outer = [], ...holes], at) => {
    if ([...holders(outer, index)].some((holder) => holder !== at)) return true;
    if (holes.length === 0) return false;
    const shell = new PolygonIndex([{ type: 'Polygon', coordinates: [outer] }]);
    return holes.some((hole) => !holders(hole, shell).has(0));
  });
}

function needsRebuild(polygons: readonly Rings[]): 'self-crossing' | 'self-touching' | null {
  if (firstCrossing(polygons.flat()) !== null) return 'self-crossing';
  if (polygons.some((rings) => firstTouch(rings) !== null)) return 'self-touching';
  return misplaced(polygons) ? 'self-crossing' : null;
}

/** What the rings wind around, without the slivers that crossings leave behind; null = it could not be told. */
function rebuilt(polygons: readonly Rings[], tally: Tally, label: string): Rings[] | null {
  const whole = windingUnion(polygons);
  return (
    whole?.flatMap((rings): Rings[] => {
      const clean = cleanPolygon(rings, tally, label);
      return clean ? [clean] : [];
    }) ?? null
  );
}

/**
 * One valid polygon or multi-polygon out of what a file holds: closed, right-handed, simple rings of six
 * decimals, no slivers. Everything mended is told to the tally; what cannot be mended is a named problem.
 */
export function repairPolygon(parts: readonly PolygonRings[], tally: Tally, label: string): PolygonResult {
  try {
    return repairedPolygon(parts, tally, label);
  } catch (error) {
    if (error instanceof Entangled) return { ok: false, problem: 'unrepairable' };
    throw error;
  }
}

function repairedPolygon(parts: readonly PolygonRings[], tally: Tally, label: string): PolygonResult {
  if (parts.length === 0) return { ok: false, problem: 'no-geometry' };
  let polygons: Rings[] = parts.flatMap((rings) => {
    const clean = cleanPolygon(rings, tally, label);
    return clean ? [clean] : [];
  });
  if (polygons.length === 0) return { ok: false, problem: 'sliver' };
  const fault = needsRebuild(polygons);
  if (fault !== null) {
    if (polygons.flat(2).length > repairablePositions) return { ok: false, problem: 'unrepairable' };
    const whole = rebuilt(polygons, tally, label);
    if (whole === null || whole.length === 0) return { ok: false, problem: 'unrepairable' };
    tally.repair(fault, label);
    polygons = whole;
  }
  let turnedRings = false;
  const coordinates = polygons.map((rings) =>
    rings.map((written, number) => {
      const { ring, changed } = turned(written, number === 0);
      if (changed) turnedRings = true;
      return ring;
    }),
  );
  if (turnedRings && fault === null) tally.repair('ring-order', label);
  const [only = []] = coordinates;
  return {
    ok: true,
    geometry:
      coordinates.length === 1
        ? { type: 'Polygon', coordinates: only }
        : { type: 'MultiPolygon', coordinates },
  };
}
