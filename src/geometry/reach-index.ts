import Flatbush from 'flatbush';
import { edgeEnds, type Position } from './position.js';
import { bendMeters, metersPerDegreeOnSphere, parallelShare } from './sphere.js';

/**
 * Edges that each reach a distance of their own: which of them may reach a position? Every box is grown by its own
 * reach beforehand, so one far-reaching edge does not widen the search for all. It only narrows: whoever asks measures.
 */
export class ReachIndex {
  readonly #tree: Flatbush | null;

  /**
   * @param ends longitude, latitude of the first end and of the second, edge after edge
   * @param reaches how far each edge reaches, in metres
   */
  constructor(ends: ArrayLike<number>, reaches: ArrayLike<number>) {
    const count = reaches.length;
    // Flatbush refuses to be built empty.
    this.#tree = count > 0 ? new Flatbush(count) : null;
    for (let i = 0; i < count; i++) {
      const [x1, y1, x2, y2] = edgeEnds(ends, i);
      const [south, north] = [Math.min(y1, y2), Math.max(y1, y2)];
      // Degrees are shortest at the end farther from the equator; a hundredth more covers what lies beyond it.
      // A long edge's great circle leaves its box in degrees.
      const meters = (reaches[i] ?? NaN) + bendMeters(x1, y1, x2, y2);
      const dy = (meters * 1.01) / metersPerDegreeOnSphere;
      const dx = dy / parallelShare(Math.max(Math.abs(south), Math.abs(north)));
      this.#tree?.add(Math.min(x1, x2) - dx, south - dy, Math.max(x1, x2) + dx, north + dy);
    }
    this.#tree?.finish();
  }

  /**
   * Numbers of the edges that may reach the position, in no order; none that does is missing.
   * @param extraMeters every edge reaches so much farther: the position itself is known no better
   */
  near(position: Position, extraMeters = 0): number[] {
    const [x, y] = position;
    if (Number.isNaN(x + y)) return [];
    if (extraMeters === 0) return this.#tree?.search(x, y, x, y) ?? [];
    const dy = (extraMeters * 1.01) / metersPerDegreeOnSphere;
    const dx = dy / parallelShare(Math.abs(y) + dy);
    return this.#tree?.search(x - dx, y - dy, x + dx, y + dy) ?? [];
  }
}
