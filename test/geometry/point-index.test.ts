import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geometryContains } from '../../src/geometry/contains.js';
import { PointIndex } from '../../src/geometry/point-index.js';
import type { Position } from '../../src/geometry/position.js';

describe('PointIndex', () => {
  const points: Position[] = Array.from({ length: 400 }, (_, at) => [at % 20, Math.floor(at / 20)]);
  const index = new PointIndex([...points, ...points]);

  it('knows the nearest, of one spot the first, as far as it is asked', () => {
    for (const [number, [x, y]] of points.entries()) {
      expect(index.nearest([x + 0.3, y - 0.2], 0.5)).toBe(number);
      expect(index.nearest([x + 0.3, y - 0.4], 0.49)).toBeNull();
    }
  });

  it('finds nobody at a place that is no figure, and no point that is none', () => {
    expect(index.nearest([NaN, 0], 5)).toBeNull();
    expect(new PointIndex([[NaN, 1]]).nearest([0, 1], 5)).toBeNull();
    expect(new PointIndex([]).nearest([0, 1], Infinity)).toBeNull();
  });

  it('holds what turf holds, the boundary too, in areas of many corners and few', () => {
    const half = fc.integer({ min: 0, max: 40 }).map((value) => value / 2);
    const ring = fc.array(fc.tuple(half, half), { minLength: 3, maxLength: 90 });
    fc.assert(
      fc.property(ring, fc.subarray(points, { maxLength: 6 }), (corners, few) => {
        const area = { type: 'Polygon' as const, coordinates: [corners] };
        expect(new PointIndex(few).isAnyIn(area)).toBe(few.some((point) => geometryContains(area, point)));
      }),
    );
    const square = (side: number) => ({
      ...{
        type: 'Polygon' as const,
        coordinates: [
          [
            [1.5, 1.5],
            [side, 1.5],
            [side, side],
            [1.5, side],
          ],
        ],
      },
    });
    expect([square(2), square(1.9)].map((area) => index.isAnyIn(area))).toEqual([true, false]);
    expect(index.isAnyIn(null)).toBe(false);
  });
});
