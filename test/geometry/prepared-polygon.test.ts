import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PreparedPolygon } from '../../src/geometry/prepared-polygon.js';
import { cityPolygon } from './arbitraries.js';

const square = [
  [
    [130, 33],
    [131, 33],
    [131, 34],
    [130, 34],
    [130, 33],
  ],
];

describe('PreparedPolygon', () => {
  it('crosses a parallel where a loop over its edges does', () => {
    fc.assert(
      fc.property(cityPolygon, fc.double({ min: -0.1, max: 1.1, noNaN: true }), ({ coordinates }, share) => {
        const polygon = new PreparedPolygon(coordinates);
        const latitude = polygon.south + share * (polygon.north - polygon.south);
        const expected: number[] = [];
        for (const ring of coordinates as [number, number][][])
          for (let i = 0; i + 1 < ring.length; i++) {
            const [[x1, y1], [x2, y2]] = [ring[i], ring[i + 1]] as [[number, number], [number, number]];
            if (y1 > latitude === y2 > latitude) continue;
            expected.push(x1 + ((x2 - x1) * (latitude - y1)) / (y2 - y1));
          }
        const found = polygon.crossings(latitude).sort((a, b) => a - b);
        expect(found).toHaveLength(expected.length);
        expected.sort((a, b) => a - b).forEach((x, i) => expect(found[i]).toBeCloseTo(x, 9));
      }),
      { numRuns: 400 },
    );
  });

  it('knows its box', () => {
    fc.assert(
      fc.property(cityPolygon, ({ coordinates }) => {
        const { west, south, east, north } = new PreparedPolygon(coordinates);
        const all = coordinates.flat() as [number, number][];
        const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
        expect([west, south, east, north]).toEqual([
          Math.min(...xs),
          Math.min(...ys),
          Math.max(...xs),
          Math.max(...ys),
        ]);
      }),
    );
  });

  it('takes its south and west sides for inside, its north and east ones not', () => {
    const polygon = new PreparedPolygon(square);
    expect(polygon.contains(130.5, 33)).toBe(true);
    expect(polygon.contains(130, 33.5)).toBe(true);
    expect(polygon.contains(130.5, 34)).toBe(false);
    expect(polygon.contains(131, 33.5)).toBe(false);
    expect(polygon.contains(129.9, 33.5)).toBe(false);
    expect(polygon.contains(131.1, 33.5)).toBe(false);
    expect(polygon.contains(130.5, 32.9)).toBe(false);
    expect(polygon.contains(130.5, 34.1)).toBe(false);
    expect(polygon.crossings(33)).toHaveLength(2);
    expect(polygon.crossings(34)).toEqual([]);
    expect(polygon.crossings(NaN)).toEqual([]);
    expect(polygon.contains(NaN, 33.5)).toBe(false);
    expect(polygon.contains(130.5, NaN)).toBe(false);
  });

  it('closes a ring whose end does not repeat its start', () => {
    const open = new PreparedPolygon([(square[0] as number[][]).slice(0, 4)]);
    fc.assert(
      fc.property(
        fc.double({ min: 129.5, max: 131.5, noNaN: true }),
        fc.double({ min: 32.5, max: 34.5, noNaN: true }),
        (x, y) => {
          expect(open.contains(x, y)).toBe(x >= 130 && x < 131 && y >= 33 && y < 34);
        },
      ),
    );
  });

  it('holds nothing without area, and says so without an error', () => {
    const flat = new PreparedPolygon([
      [
        [130, 33],
        [131, 33],
        [130, 33],
      ],
    ]);
    expect(flat.contains(130.5, 33)).toBe(false);
    expect(flat.crossings(33)).toEqual([]);
    const none = new PreparedPolygon([]);
    expect(none.contains(130, 33)).toBe(false);
    expect(none.west).toBe(Infinity);
  });
});
