import { metersPerDegree } from '../../src/geometry/ellipsoid.js';
import type { Position } from '../../src/geometry/position.js';
import { randomAt } from './random.js';

/** Streets of one block: corners a side. */
export const cornersPerBlock = 16;
/** How far a corner may lie from where a ruler would put it, as a share of the spacing. */
const jitterShare = 0.16;
/** Mean length of a jittered edge over the plain spacing; second order in the jitter, measured over 10⁶ edges. */
const edgeStretch = 1.0091;

/** Metres east and north of the middle of the network. */
export interface GroundPoint {
  east: number;
  north: number;
}

/** A jittered street grid without end; corner (x, y) lies x streets east and y streets south of the first. */
export class StreetGrid {
  readonly #seed: number;
  readonly #spacing: number;
  readonly #offset: number;

  /**
   * @param meanEdgeMeters mean length of a street between two corners
   * @param side corners a side of the part that is used, which is laid around the middle
   */
  constructor(seed: number, meanEdgeMeters: number, side: number) {
    this.#seed = seed;
    this.#spacing = meanEdgeMeters / edgeStretch;
    this.#offset = side / 2;
  }

  corner(x: number, y: number): GroundPoint {
    const shift = (purpose: number) => (randomAt(this.#seed, x, y, purpose) - 0.5) * 2 * jitterShare;
    return {
      east: (x - this.#offset + shift(1)) * this.#spacing,
      north: (this.#offset - y + shift(2)) * this.#spacing,
    };
  }
}

/** Ground point → [longitude, latitude] with seven decimals (a centimetre). @param middle where the streets lie around */
export const positionAround =
  (middle: Position) =>
  ({ east, north }: GroundPoint): Position => {
    const latitude = middle[1] + north / metersPerDegree(middle[1]).north;
    const longitude = middle[0] + east / metersPerDegree(latitude).east;
    return [Math.round(longitude * 1e7) / 1e7, Math.round(latitude * 1e7) / 1e7];
  };

export function metersBetween(a: GroundPoint, b: GroundPoint): number {
  return Math.hypot(b.east - a.east, b.north - a.north);
}

/** The point a share of the way from a to b, then so many metres to the right. */
export function along(a: GroundPoint, b: GroundPoint, share: number, rightMeters = 0): GroundPoint {
  const [east, north] = [b.east - a.east, b.north - a.north];
  const length = Math.hypot(east, north) || 1;
  return {
    east: a.east + east * share + (north / length) * rightMeters,
    north: a.north + north * share - (east / length) * rightMeters,
  };
}
