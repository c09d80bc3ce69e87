import { boundingBoxOf } from '../../geometry/bounding-box.js';
import { boxContains, type BoundingBox, type Position } from '../../geometry/position.js';
import { distanceMeters } from '../../geometry/measure.js';
import { crsCandidates, toDegrees, type Crs, type CrsReading } from './crs.js';

/** One way to read a file that names no coordinate system, and where it would land. */
export interface CrsCandidate extends CrsReading {
  crs: Crs;
  /** Share of the sampled vertices inside the city's box, 0–1. */
  inCity: number;
  /** Share inside the wider frame of the map, 0–1. */
  inFrame: number;
  /** [west, south, east, north] of the sample in degrees; null when nothing has a place. */
  box: BoundingBox | null;
  /** Codes that land on the same ground: JGD2000 beside JGD2011. */
  alsoEpsg: number[];
  /** Metres between this landing and the best candidate's; 0 for the best itself. */
  fromBestMeters: number;
}

export interface CrsQuestion {
  /** Candidates that land at least partly in the frame, best first; then the rest is not shown. */
  candidates: CrsCandidate[];
  /** The only plausible reading, or null when the reader must choose. */
  certain: CrsCandidate | null;
}

const units: readonly number[] = [1, 0.001];
const sampleSize = 500;

/** Up to 500 positions, spread evenly. */
export function samplePositions(positions: readonly (readonly number[])[]): (readonly number[])[] {
  if (positions.length <= sampleSize) return [...positions];
  const step = positions.length / sampleSize;
  return Array.from({ length: sampleSize }, (_, index) => positions[Math.floor(index * step)] ?? []);
}

/**
 * Tries every system, both axis orders, and metres or millimetres for a drawing, on a sample of positions.
 * `certain` is set only when one single landing is plausible: the old datum lies about 400 m off and looks
 * plausible too, so a file that does not name its datum is asked about, with the likeliest answer first.
 */
export function scoreCrs(
  positions: readonly (readonly number[])[],
  city: { epsg: number; box: BoundingBox; frame: BoundingBox },
): CrsQuestion {
  const sample = samplePositions(positions);
  const found: CrsCandidate[] = [];
  for (const crs of crsCandidates(city.epsg)) {
    for (const swapped of [false, true]) {
      for (const unit of crs.family === 'plane' ? units : [1]) {
        const candidate = land(crs, { epsg: crs.epsg, swapped, unit }, sample, city);
        if (candidate.inFrame > 0) found.push(candidate);
      }
    }
  }
  // Array.sort is stable: equal landings keep the order of likelihood.
  found.sort((a, b) => b.inCity - a.inCity || b.inFrame - a.inFrame);
  const best = found[0];
  for (const candidate of found) candidate.fromBestMeters = best ? apart(best.box, candidate.box) : 0;
  const candidates = mergeEqual(found);
  return { candidates, certain: candidates.length === 1 ? (candidates[0] ?? null) : null };
}

/** One line for each place on the ground, however many codes lead there. */
function mergeEqual(found: readonly CrsCandidate[]): CrsCandidate[] {
  const kept: CrsCandidate[] = [];
  for (const candidate of found) {
    const same = kept.find(
      (other) =>
        other.swapped === candidate.swapped &&
        other.crs.family === candidate.crs.family &&
        apart(other.box, candidate.box) < 1,
    );
    if (same) same.alsoEpsg.push(candidate.epsg);
    else kept.push(candidate);
  }
  return kept;
}

function land(
  crs: Crs,
  reading: CrsReading,
  sample: readonly (readonly number[])[],
  city: { box: BoundingBox; frame: BoundingBox },
): CrsCandidate {
  const convert = toDegrees(reading);
  const landed: Position[] = [];
  let [inCity, inFrame] = [0, 0];
  for (const [first = NaN, second = NaN] of sample) {
    const position = convert(first, second);
    if (!Number.isFinite(position[0]) || !Number.isFinite(position[1])) continue;
    landed.push(position);
    if (boxContains(city.box, position)) inCity++;
    if (boxContains(city.frame, position)) inFrame++;
  }
  const total = Math.max(sample.length, 1);
  return {
    ...reading,
    crs,
    inCity: inCity / total,
    inFrame: inFrame / total,
    box: boundingBoxOf(landed),
    alsoEpsg: [],
    fromBestMeters: 0,
  };
}

function apart(one: BoundingBox | null, other: BoundingBox | null): number {
  if (!one || !other) return Infinity;
  return Math.max(
    distanceMeters([one[0], one[1]], [other[0], other[1]]),
    distanceMeters([one[2], one[3]], [other[2], other[3]]),
  );
}
