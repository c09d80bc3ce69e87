import type { FlatBoxes } from './flat-boxes.js';

/**
 * Boxes by the cells of a grid they touch: which of them may hold a point is one look into an array.
 * Everything is in flat arrays; a cell's boxes stand in ascending order of their numbers.
 */
export class BoxGrid {
  readonly #west: number;
  readonly #south: number;
  readonly #east: number;
  readonly #north: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #columnsPerDegree: number;
  readonly #rowsPerDegree: number;
  /** Where each cell's boxes begin in `boxes`; one more closes the last. */
  readonly starts: Uint32Array;
  readonly boxes: Uint32Array;

  constructor(all: FlatBoxes) {
    const { count } = all;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let box = 0; box < count; box++) {
      west = Math.min(west, all.west(box));
      south = Math.min(south, all.south(box));
      east = Math.max(east, all.east(box));
      north = Math.max(north, all.north(box));
    }
    this.#west = west;
    this.#south = south;
    this.#east = east;
    this.#north = north;
    // Boxes that all cover everything would fill every cell: coarser then, until the lists stay short.
    for (let side = Math.max(1, Math.ceil(Math.sqrt(count) * 2)); ; side = side >> 1 || 1) {
      this.#columns = east > west ? side : 1;
      this.#rows = north > south ? side : 1;
      this.#columnsPerDegree = east > west ? side / (east - west) : 0;
      this.#rowsPerDegree = north > south ? side / (north - south) : 0;
      // Counted before a cell is gone to: a hundred thousand boxes in one another touch every cell of half a million.
      const entries = this.#entries(all);
      if (side > 1 && entries > count * 16 + 64) continue;
      const starts = new Uint32Array(this.#columns * this.#rows + 1);
      this.#eachCell(all, (_box, cell) => (starts[cell + 1] = (starts[cell + 1] ?? 0) + 1));
      for (let cell = 0; cell + 1 < starts.length; cell++)
        starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0);
      const boxes = new Uint32Array(entries);
      const next = starts.slice();
      this.#eachCell(all, (box, cell) => {
        const at = next[cell] ?? 0;
        boxes[at] = box;
        next[cell] = at + 1;
      });
      this.starts = starts;
      this.boxes = boxes;
      return;
    }
  }

  /** Number of the cell that holds a point, or -1 outside of all boxes (and for NaN). */
  cellOf(x: number, y: number): number {
    if (!(x >= this.#west && x <= this.#east && y >= this.#south && y <= this.#north)) return -1;
    return this.#row(y) * this.#columns + this.#column(x);
  }

  // Rounding never parts a box from a point inside it: both go through the same monotone function.
  #column(x: number): number {
    const column = ((x - this.#west) * this.#columnsPerDegree) | 0;
    return column < this.#columns ? column : this.#columns - 1;
  }

  #row(y: number): number {
    const row = ((y - this.#south) * this.#rowsPerDegree) | 0;
    return row < this.#rows ? row : this.#rows - 1;
  }

  /** How many cells all boxes touch together. */
  #entries(all: FlatBoxes): number {
    let entries = 0;
    for (let box = 0; box < all.count; box++)
      entries +=
        (this.#column(all.east(box)) - this.#column(all.west(box)) + 1) *
        (this.#row(all.north(box)) - this.#row(all.south(box)) + 1);
    return entries;
  }

  #eachCell(all: FlatBoxes, visit: (box: number, cell: number) => void): void {
    for (let box = 0; box < all.count; box++) {
      const [firstColumn, lastColumn] = [this.#column(all.west(box)), this.#column(all.east(box))];
      const lastRow = this.#row(all.north(box));
      for (let row = this.#row(all.south(box)); row <= lastRow; row++)
        for (let column = firstColumn; column <= lastColumn; column++)
          visit(box, row * this.#columns + column);
    }
  }
}
