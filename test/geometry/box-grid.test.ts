import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoxGrid } from '../../src/geometry/box-grid.js';
import { FlatBoxes } from '../../src/geometry/flat-boxes.js';
import { cityPosition } from './arbitraries.js';

type Box = [number, number, number, number];
const size = fc.double({ min: 0, max: 0.3, noNaN: true });
const box = fc.tuple(cityPosition, size, size).map(([[x, y], w, h]): Box => [x, y, x + w, y + h]);
const boxes = fc.array(box, { minLength: 1, maxLength: 60 });

const at = (grid: BoxGrid, x: number, y: number): number[] => {
  const cell = grid.cellOf(x, y);
  return cell < 0 ? [] : [...grid.boxes.slice(grid.starts[cell], grid.starts[cell + 1])];
};
const holding = (all: readonly Box[], x: number, y: number): number[] =>
  all.flatMap(([west, south, east, north], i) =>
    x >= west && x <= east && y >= south && y <= north ? [i] : [],
  );
/** Squares of 1 side by side: `across` columns of them, as many rows. */
const tiles = (across: number): Box[] =>
  Array.from({ length: across * across }, (_, i): Box => {
    const [x, y] = [i % across, Math.floor(i / across)];
    return [x + 0.1, y + 0.1, x + 0.9, y + 0.9];
  });

describe('BoxGrid', () => {
  it('a point’s cell lists every box that holds the point, in ascending order', () => {
    fc.assert(
      fc.property(boxes, fc.array(cityPosition, { minLength: 20, maxLength: 20 }), (all, positions) => {
        const grid = new BoxGrid(new FlatBoxes(all.flat()));
        const corners = all.flatMap(([west, south, east, north]) => [
          [west, south],
          [east, north],
          [west, north],
          [(west + east) / 2, (south + north) / 2],
        ]);
        for (const [x, y] of [...positions, ...corners] as [number, number][]) {
          const listed = at(grid, x, y);
          expect(listed).toEqual([...new Set(listed)].sort((a, b) => a - b));
          for (const each of holding(all, x, y)) expect(listed).toContain(each);
        }
      }),
    );
  });

  it('lists a box in the cells it touches and in no others', () => {
    const grid = new BoxGrid(new FlatBoxes(tiles(8).flat()));
    // 64 boxes: 16 × 16 cells over 7.8 × 7.8. A point in the middle of a box is far from the next one’s cells.
    expect(grid.starts).toHaveLength(16 * 16 + 1);
    for (let x = 0; x < 8; x++)
      for (let y = 0; y < 8; y++) {
        const listed = at(grid, x + 0.5, y + 0.5);
        expect(listed).toContain(y * 8 + x);
        expect(listed.length).toBeLessThanOrEqual(2);
      }
    expect(grid.starts[16 * 16]).toBe(grid.boxes.length);
    expect(grid.boxes.length).toBeLessThanOrEqual(64 * 9);
  });

  it('has twice as many cells a side as the root of the number of boxes, rounded up', () => {
    const spread = (count: number): Box[] =>
      Array.from({ length: count }, (_, i): Box => [i, i, i + 0.01, i + 0.01]);
    expect(new BoxGrid(new FlatBoxes(spread(1).flat())).starts).toHaveLength(2 * 2 + 1);
    expect(new BoxGrid(new FlatBoxes(spread(4).flat())).starts).toHaveLength(4 * 4 + 1);
    expect(new BoxGrid(new FlatBoxes(spread(5).flat())).starts).toHaveLength(5 * 5 + 1);
    expect(new BoxGrid(new FlatBoxes(spread(9).flat())).starts).toHaveLength(6 * 6 + 1);
  });

  it('becomes coarser while boxes lying on each other would fill it', () => {
    const wide: Box[] = Array.from({ length: 400 }, () => [0, 0, 1, 1]);
    const grid = new BoxGrid(new FlatBoxes(wide.flat()));
    // 40 a side would be 640,000 entries; 5 a side would be 10,000; 2 a side are 1,600, under 16 a box and 64.
    expect(grid.starts).toHaveLength(2 * 2 + 1);
    expect(grid.boxes).toHaveLength(4 * 400);
    expect(at(grid, 1, 1)).toHaveLength(400);
  });

  it('is one cell across where all boxes share a side of no length', () => {
    const line: Box[] = [
      [0, 5, 1, 5],
      [2, 5, 3, 5],
      [4, 5, 8, 5],
      [6, 5, 8, 5],
    ];
    const flat = new BoxGrid(new FlatBoxes(line.flat()));
    expect(flat.starts).toHaveLength(4 + 1);
    expect(at(flat, 7, 5)).toEqual([2, 3]);
    expect(at(flat, 0.5, 5)).toEqual([0]);
    const upright = new BoxGrid(new FlatBoxes(line.flatMap(([x1, y, x2]) => [y, x1, y, x2])));
    expect(upright.starts).toHaveLength(4 + 1);
    expect(at(upright, 5, 7)).toEqual([2, 3]);
    const point = new BoxGrid(new FlatBoxes([5, 5, 5, 5]));
    expect(point.starts).toHaveLength(2);
    expect(at(point, 5, 5)).toEqual([0]);
  });

  it('has no cell outside of all boxes, and takes their sides for inside', () => {
    const grid = new BoxGrid(new FlatBoxes([0, 0, 1, 2, 3, 4, 5, 6]));
    for (const [x, y] of [
      [0, 0],
      [5, 6],
      [0, 6],
      [5, 0],
    ] as const)
      expect(grid.cellOf(x, y)).toBeGreaterThanOrEqual(0);
    for (const [x, y] of [
      [-0.001, 3],
      [5.001, 3],
      [3, -0.001],
      [3, 6.001],
      [NaN, 3],
      [3, NaN],
    ] as const)
      expect(grid.cellOf(x, y)).toBe(-1);
    expect(new BoxGrid(new FlatBoxes([])).cellOf(0, 0)).toBe(-1);
  });

  it('numbers cells by row from the south-west', () => {
    const grid = new BoxGrid(new FlatBoxes([0, 0, 1, 1, 9, 9, 10, 10, 0, 9, 1, 10, 9, 0, 10, 1]));
    const across = 4;
    expect(grid.starts).toHaveLength(across * across + 1);
    for (let row = 0; row < across; row++)
      for (let column = 0; column < across; column++)
        expect(grid.cellOf((column + 0.5) * 2.5, (row + 0.5) * 2.5)).toBe(row * across + column);
    expect(grid.cellOf(10, 10)).toBe(15);
  });
});
