import { shiftBetween, tokyoShiftAt, type Shift } from '../../formats/crs/tokyo-shift.js';
import { distanceMeters } from '../../geometry/measure.js';
import { planeDistanceMeters } from '../../geometry/plane-rectangular.js';
import type { Position } from '../../geometry/position.js';

export interface ShiftFinding {
  /**
   * - `fits`: the overlay lies on the reference as it is
   * - `tokyo-read-as-world`: old-datum figures were taken for the new datum; the overlay must move by `shift`
   * - `world-read-as-tokyo`: the reverse
   * - `other`: the overlay fits best when moved by `shift`, which is neither
   * - `unknown`: too little in common to say
   */
  kind: 'fits' | 'tokyo-read-as-world' | 'world-read-as-tokyo' | 'other' | 'unknown';
  /** How far the overlay must move to lie on the reference. */
  shift: Shift;
  meters: number;
  /** Overlay vertices that agree with this shift. */
  votes: number;
}

const noShift: Shift = { eastMeters: 0, northMeters: 0 };
const searchMeters = 800;
const cellMeters = 20;
/** Two shifts closer than this are called the same. */
const sameMeters = 45;
const enoughVotes = 6;

/**
 * Compares an overlay's points with reference points of the same things (stations, manholes, corners) without
 * knowing which is which: every pair closer than 800 m votes for its offset, and the true offset gathers votes
 * while the false ones scatter. Both lists in degrees; long lists are thinned by the caller.
 */
export function findShift(overlay: readonly Position[], reference: readonly Position[]): ShiftFinding {
  const votes = new Map<string, { east: number; north: number; count: number }>();
  const unknown: ShiftFinding = {
    kind: 'unknown',
    shift: noShift,
    meters: 0,
    votes: 0,
  };
  for (const from of overlay) {
    const seen = new Set<string>();
    for (const to of reference) {
      if (Math.abs(to[1] - from[1]) > 0.0075 || Math.abs(to[0] - from[0]) > 0.009) continue;
      if (distanceMeters(from, to) > searchMeters) continue;
      const { eastMeters, northMeters } = shiftBetween(from, to);
      for (const key of cells(eastMeters, northMeters)) {
        // A point votes once for a cell, or a dense reference would outvote the truth.
        if (seen.has(key)) continue;
        seen.add(key);
        const vote = votes.get(key) ?? { east: 0, north: 0, count: 0 };
        vote.east += eastMeters;
        vote.north += northMeters;
        vote.count++;
        votes.set(key, vote);
      }
    }
  }
  const ranked = [...votes.values()].sort((a, b) => b.count - a.count);
  const best = ranked[0];
  if (!best || best.count < enoughVotes) return unknown;
  const shift = { eastMeters: best.east / best.count, northMeters: best.north / best.count };
  const far = ranked.find(
    (vote) =>
      planeDistanceMeters(
        { eastMeters: vote.east / vote.count, northMeters: vote.north / vote.count },
        shift,
      ) >
      3 * cellMeters,
  );
  if (far && far.count > 0.7 * best.count) return { ...unknown, votes: best.count };
  return name(shift, best.count, overlay[0] ?? [0, 0]);
}

/** The cell of an offset and its neighbours: a vote beside a cell's edge must not be split. */
function cells(east: number, north: number): string[] {
  const column = Math.round(east / cellMeters);
  const row = Math.round(north / cellMeters);
  const keys: string[] = [];
  for (let dx = -1; dx <= 1; dx++) for (let dy = -1; dy <= 1; dy++) keys.push(`${column + dx},${row + dy}`);
  return keys;
}

function name(shift: Shift, votes: number, place: Position): ShiftFinding {
  const meters = planeDistanceMeters(noShift, shift);
  const tokyo = tokyoShiftAt(place);
  const back = { eastMeters: -tokyo.eastMeters, northMeters: -tokyo.northMeters };
  const kind =
    meters < sameMeters
      ? 'fits'
      : planeDistanceMeters(shift, tokyo) < sameMeters
        ? 'tokyo-read-as-world'
        : planeDistanceMeters(shift, back) < sameMeters
          ? 'world-read-as-tokyo'
          : 'other';
  return { kind, shift, meters, votes };
}
