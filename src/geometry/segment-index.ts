import Flatbush from 'flatbush';
import { distanceMeters, metersPerDegree, type MetersPerDegree } from './metric.js';
import type { Position } from './position.js';

/** The place on a segment that is nearest to a position. */
export interface NearestSegment {
  /** Number of the segment, in the order given. */
  segment: number;
  meters: number;
  point: Position;
}

interface Measured {
  segment: number;
  /** Square of the distance, flat at the asked latitude: good for ranking and for the tree's bounds. */
  squared: number;
}

/**
 * Exact distance to many line segments (a point is a segment of no length).
 * The tree only knows boxes, and a distance to a box is not a distance to the line inside it;
 * so the nearest boxes give an upper bound, and every box within that bound is then measured.
 */
export class SegmentIndex {
  readonly #ends: Float64Array;
  readonly #tree: Flatbush | null;
  /** Longitudes are squeezed by cos(latitude) inside the tree, to make its distances near-metric. */
  readonly #squeeze: number;

  /** `ends`: longitude, latitude of the first end and of the second, segment after segment. */
  constructor(ends: Float64Array | readonly number[]) {
    this.#ends = Float64Array.from(ends);
    const count = this.#ends.length / 4;
    let latitudes = 0;
    for (let i = 0; i < count; i++) latitudes += this.#ends[i * 4 + 1] as number;
    const scale = metersPerDegree(count > 0 ? latitudes / count : 0);
    this.#squeeze = scale.east / scale.north;
    this.#tree = count > 0 ? new Flatbush(count) : null;
    for (let i = 0; i < count; i++) {
      const [west, south, east, north] = boxOf(this.#ends, i);
      this.#tree?.add(west * this.#squeeze, south, east * this.#squeeze, north);
    }
    this.#tree?.finish();
  }

  get size(): number {
    return this.#ends.length / 4;
  }

  /**
   * The nearest segment, or null when none is accepted.
   * @param accept leaves segments out by their number
   */
  nearest(position: Position, accept?: (segment: number) => boolean): NearestSegment | null {
    const [x, y] = position;
    const scale = metersPerDegree(y);
    const [guess] = this.#tree?.neighbors(x * this.#squeeze, y, 1, Infinity, accept) ?? [];
    if (guess === undefined) return null;
    let best = guess;
    let bestSquared = squaredMeters(this.#ends, guess, position, scale);
    const reach = this.#treeUnits(Math.sqrt(bestSquared), scale);
    this.#tree?.neighbors(x * this.#squeeze, y, Infinity, reach, (segment) => {
      const squared = squaredMeters(this.#ends, segment, position, scale);
      // The lower number settles a tie; `accept` comes last, it is the dearest to ask.
      if (squared > bestSquared || (squared === bestSquared && segment >= best)) return false;
      if (accept && !accept(segment)) return false;
      best = segment;
      bestSquared = squared;
      return false;
    });
    return this.#found(best, position, scale);
  }

  /**
   * The nearest segment of each of the `count` nearest owners, nearest first.
   * @param owners which thing each segment is a part of
   */
  nearestOwners(position: Position, count: number, owners: readonly number[]): NearestSegment[] {
    const scale = metersPerDegree(position[1]);
    let nearest: Measured[] = [];
    // A thing may own all of the nearest boxes: look at more of them until enough things were met.
    for (let boxes = count + 4; nearest.length < count; boxes *= 4) {
      nearest = this.#byOwner(position, boxes, Infinity, owners, scale);
      if (boxes >= this.size) break;
    }
    const farthest = nearest[Math.min(count, nearest.length) - 1];
    if (!farthest) return [];
    const reach = this.#treeUnits(Math.sqrt(farthest.squared), scale);
    return this.#byOwner(position, Infinity, reach, owners, scale)
      .slice(0, count)
      .map(({ segment }) => this.#found(segment, position, scale))
      .sort((a, b) => a.meters - b.meters || a.segment - b.segment);
  }

  /** The nearest segment of each owner met among the nearest boxes, nearest first. */
  #byOwner(
    position: Position,
    boxes: number,
    reach: number,
    owners: readonly number[],
    scale: MetersPerDegree,
  ): Measured[] {
    const nearest = new Map<number, Measured>();
    for (const segment of this.#tree?.neighbors(position[0] * this.#squeeze, position[1], boxes, reach) ??
      []) {
      const owner = owners[segment] as number;
      const squared = squaredMeters(this.#ends, segment, position, scale);
      const best = nearest.get(owner);
      // The lower number settles a tie, whatever way the tree came.
      if (best && (squared > best.squared || (squared === best.squared && segment > best.segment))) continue;
      nearest.set(owner, { segment, squared });
    }
    return [...nearest.values()].sort((a, b) => a.squared - b.squared || a.segment - b.segment);
  }

  /**
   * Metres as a distance in the tree, never too short. The tree's squeeze is not exactly the one of this latitude:
   * divide by the smaller ratio, so that the bound cuts off no true candidate.
   */
  #treeUnits(meters: number, scale: MetersPerDegree): number {
    const ratio = Math.min(1, scale.east / (scale.north * this.#squeeze));
    // The constant (0.1 µm) covers the last bits of the squeezed coordinates, which a factor of nearly nothing does not.
    return (meters / scale.north / ratio) * (1 + 1e-6) + 1e-12;
  }

  #found(segment: number, position: Position, scale: MetersPerDegree): NearestSegment {
    const t = along(this.#ends, segment, position, scale);
    const [x1, y1, x2, y2] = endsOf(this.#ends, segment);
    const point: Position = [x1 + t * (x2 - x1), y1 + t * (y2 - y1)];
    return { segment, meters: distanceMeters(position, point), point };
  }
}

type Ends = [number, number, number, number];

export function endsOf(ends: Float64Array, segment: number): Ends {
  const i = segment * 4;
  return [ends[i], ends[i + 1], ends[i + 2], ends[i + 3]] as Ends;
}

export function boxOf(ends: Float64Array, segment: number): Ends {
  const [x1, y1, x2, y2] = endsOf(ends, segment);
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

/** Share of the way along the segment (0–1) at which it is nearest to the position. */
function along(
  ends: Float64Array,
  segment: number,
  [x, y]: Position,
  { east, north }: MetersPerDegree,
): number {
  const i = segment * 4;
  const dx = ((ends[i + 2] as number) - (ends[i] as number)) * east;
  const dy = ((ends[i + 3] as number) - (ends[i + 1] as number)) * north;
  const lengthSquared = dx * dx + dy * dy;
  if (lengthSquared === 0) return 0;
  const px = (x - (ends[i] as number)) * east;
  const py = (y - (ends[i + 1] as number)) * north;
  return Math.min(1, Math.max(0, (px * dx + py * dy) / lengthSquared));
}

/** Square of the distance in metres to one segment, flat at the position's latitude. */
export function squaredMeters(
  ends: Float64Array,
  segment: number,
  position: Position,
  scale: MetersPerDegree,
): number {
  const t = along(ends, segment, position, scale);
  const i = segment * 4;
  const x1 = ends[i] as number;
  const y1 = ends[i + 1] as number;
  const dx = (x1 + t * ((ends[i + 2] as number) - x1) - position[0]) * scale.east;
  const dy = (y1 + t * ((ends[i + 3] as number) - y1) - position[1]) * scale.north;
  return dx * dx + dy * dy;
}
