import type { BoundingBox } from './position.js';

/**
 * Boxes one behind the other in one flat array: west, south, east, north of each in turn. A box that is not there has
 * sides NaN, which hold nothing and touch nothing.
 */
export class FlatBoxes {
  readonly #sides: Float64Array;

  /** @param sides four numbers a box, in any unit */
  constructor(sides: ArrayLike<number>) {
    // Always of one kind: engines read an array slowly that is one kind here and another there.
    this.#sides = new Float64Array(sides);
  }

  get count(): number {
    return this.#sides.length >> 2;
  }

  west(box: number): number {
    return this.#sides[box * 4] ?? NaN;
  }

  south(box: number): number {
    return this.#sides[box * 4 + 1] ?? NaN;
  }

  east(box: number): number {
    return this.#sides[box * 4 + 2] ?? NaN;
  }

  north(box: number): number {
    return this.#sides[box * 4 + 3] ?? NaN;
  }

  /** Whether a point lies in a box or on its sides. */
  holds(box: number, x: number, y: number): boolean {
    const sides = this.#sides;
    const at = box * 4;
    return (
      x >= (sides[at] ?? NaN) &&
      x <= (sides[at + 2] ?? NaN) &&
      y >= (sides[at + 1] ?? NaN) &&
      y <= (sides[at + 3] ?? NaN)
    );
  }

  /** Whether a box and another one have a point in common. */
  touches(box: number, [west, south, east, north]: BoundingBox): boolean {
    return (
      this.west(box) <= east && this.east(box) >= west && this.south(box) <= north && this.north(box) >= south
    );
  }

  /** Square of the distance from a point to a box; 0 inside. */
  squaredDistance(box: number, x: number, y: number): number {
    const sides = this.#sides;
    const at = box * 4;
    const dx = beyond(x, sides[at] ?? NaN, sides[at + 2] ?? NaN);
    const dy = beyond(y, sides[at + 1] ?? NaN, sides[at + 3] ?? NaN);
    return dx * dx + dy * dy;
  }
}

const beyond = (value: number, low: number, high: number) =>
  value < low ? low - value : value > high ? value - high : 0;
