import Flatbush from 'flatbush';
import { distanceMeters, metersPerDegree } from './metric.js';
import type { Position } from './position.js';

/** The place on a segment that is nearest to a position. */
export interface NearestSegment {
  /** Number of the segment, in the order given. */
  segment: number;
  meters: number;
  point: Position;
}

/**
 * Exact distance to many line segments (a point is a segment of no length).
 * The tree only knows boxes, and a distance to a box is not a distance to the line inside it;
 * so the nearest box gives an upper bound, and every box within that bound is then measured.
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
      const [x1, y1, x2, y2] = this.#ends.subarray(i * 4, i * 4 + 4) as unknown as [
        number,
        number,
        number,
        number,
      ];
      this.#tree?.add(
        Math.min(x1, x2) * this.#squeeze,
        Math.min(y1, y2),
        Math.max(x1, x2) * this.#squeeze,
        Math.max(y1, y2),
      );
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
    let bestSquared = this.#squared(guess, x, y, scale.east, scale.north);
    // Metres to tree units. The tree's squeeze is not exactly the one of this latitude: divide by
    // the smaller ratio so that the bound never cuts off a true candidate.
    const ratio = Math.min(1, scale.east / (scale.north * this.#squeeze));
    const bound = (Math.sqrt(bestSquared) / scale.north / ratio) * (1 + 1e-9);
    this.#tree?.neighbors(x * this.#squeeze, y, Infinity, bound, (segment) => {
      if (accept && !accept(segment)) return false;
      const squared = this.#squared(segment, x, y, scale.east, scale.north);
      if (squared < bestSquared || (squared === bestSquared && segment < best)) {
        best = segment;
        bestSquared = squared;
      }
      return false;
    });
    const point = this.#pointOn(best, x, y, scale.east, scale.north);
    return { segment: best, meters: distanceMeters(position, point), point };
  }

  /** Calls `visit` for every segment within `meters`, in no order. */
  within(position: Position, meters: number, visit: (segment: number, meters: number) => void): void {
    const [x, y] = position;
    const scale = metersPerDegree(y);
    const east = (meters / scale.east) * this.#squeeze;
    const north = meters / scale.north;
    this.#tree?.search(
      x * this.#squeeze - east,
      y - north,
      x * this.#squeeze + east,
      y + north,
      (segment) => {
        const squared = this.#squared(segment, x, y, scale.east, scale.north);
        if (squared <= meters * meters) visit(segment, Math.sqrt(squared));
        return false;
      },
    );
  }

  /** Share of the way along the segment (0–1) at which it is nearest to the position. */
  #along(segment: number, x: number, y: number, east: number, north: number): number {
    const i = segment * 4;
    const ends = this.#ends;
    const dx = ((ends[i + 2] as number) - (ends[i] as number)) * east;
    const dy = ((ends[i + 3] as number) - (ends[i + 1] as number)) * north;
    const lengthSquared = dx * dx + dy * dy;
    if (lengthSquared === 0) return 0;
    const px = (x - (ends[i] as number)) * east;
    const py = (y - (ends[i + 1] as number)) * north;
    return Math.min(1, Math.max(0, (px * dx + py * dy) / lengthSquared));
  }

  #squared(segment: number, x: number, y: number, east: number, north: number): number {
    const t = this.#along(segment, x, y, east, north);
    const i = segment * 4;
    const ends = this.#ends;
    const x1 = ends[i] as number;
    const y1 = ends[i + 1] as number;
    const dx = (x1 + t * ((ends[i + 2] as number) - x1) - x) * east;
    const dy = (y1 + t * ((ends[i + 3] as number) - y1) - y) * north;
    return dx * dx + dy * dy;
  }

  #pointOn(segment: number, x: number, y: number, east: number, north: number): Position {
    const t = this.#along(segment, x, y, east, north);
    const i = segment * 4;
    const ends = this.#ends;
    const x1 = ends[i] as number;
    const y1 = ends[i + 1] as number;
    return [x1 + t * ((ends[i + 2] as number) - x1), y1 + t * ((ends[i + 3] as number) - y1)];
  }
}
