import Flatbush from 'flatbush';
import { metersPerDegree } from './metric.js';
import type { Position } from './position.js';
import { boxOf, squaredMeters } from './segment-index.js';

/**
 * Line segments that each reach a distance of their own: which ones reach a position?
 * Every box is grown by its own reach beforehand, so one far-reaching segment does not widen the search for all.
 */
export class ReachIndex {
  readonly #ends: Float64Array;
  readonly #reaches: Float64Array;
  readonly #tree: Flatbush | null;

  /**
   * @param ends longitude, latitude of the first end and of the second, segment after segment
   * @param reaches how far each segment reaches, in metres
   */
  constructor(ends: Float64Array | readonly number[], reaches: Float64Array | readonly number[]) {
    this.#ends = Float64Array.from(ends);
    this.#reaches = Float64Array.from(reaches);
    const count = this.#reaches.length;
    this.#tree = count > 0 ? new Flatbush(count) : null;
    for (let i = 0; i < count; i++) {
      const [west, south, east, north] = boxOf(this.#ends, i);
      // Degrees are shortest at the end farther from the equator; a hundredth more covers what lies beyond it.
      const scale = metersPerDegree(Math.max(Math.abs(south), Math.abs(north)));
      const reach = (this.#reaches[i] as number) * 1.01;
      const [dx, dy] = [reach / scale.east, reach / scale.north];
      this.#tree?.add(west - dx, south - dy, east + dx, north + dy);
    }
    this.#tree?.finish();
  }

  /** Calls `visit` for every segment that reaches the position, in no order. */
  reaching(position: Position, visit: (segment: number, meters: number) => void): void {
    const [x, y] = position;
    if (!this.#tree || Number.isNaN(x + y)) return;
    const scale = metersPerDegree(y);
    this.#tree.search(x, y, x, y, (segment) => {
      const reach = this.#reaches[segment] as number;
      const squared = squaredMeters(this.#ends, segment, position, scale);
      if (squared <= reach * reach) visit(segment, Math.sqrt(squared));
      return false;
    });
  }
}
