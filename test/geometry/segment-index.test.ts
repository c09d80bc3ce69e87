import fc from 'fast-check';
import { pointToLineDistance } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { distanceMeters, metersPerDegree } from '../../src/geometry/metric.js';
import type { Position } from '../../src/geometry/position.js';
import { SegmentIndex } from '../../src/geometry/segment-index.js';
import { cityPosition } from './arbitraries.js';

const step = fc.double({ min: -0.02, max: 0.02, noNaN: true });
const segment = fc
  .tuple(cityPosition, step, step)
  .map(([[x, y], dx, dy]): [number, number, number, number] => [x, y, x + dx, y + dy]);
const segments = fc.array(segment, { minLength: 1, maxLength: 200 });

/** Distance to one segment, flat at the position's latitude. */
function bruteDistance([x, y]: Position, [x1, y1, x2, y2]: [number, number, number, number]): number {
  const { east, north } = metersPerDegree(y);
  const [ax, ay, bx, by] = [(x1 - x) * east, (y1 - y) * north, (x2 - x) * east, (y2 - y) * north];
  const squared = (bx - ax) ** 2 + (by - ay) ** 2;
  const t = squared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / squared));
  return Math.hypot(ax + t * (bx - ax), ay + t * (by - ay));
}

describe('SegmentIndex', () => {
  it('finds the same nearest segment as a loop over all', () => {
    fc.assert(
      fc.property(segments, cityPosition, (all, position) => {
        const nearest = new SegmentIndex(all.flat()).nearest(position);
        const distances = all.map((one) => bruteDistance(position, one));
        expect(nearest).not.toBeNull();
        expect(distances[nearest!.segment]).toBeCloseTo(Math.min(...distances), 6);
        expect(nearest!.meters).toBeCloseTo(distanceMeters(position, nearest!.point), 9);
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with turf as far as a sphere agrees with the ellipsoid', () => {
    fc.assert(
      fc.property(segments, cityPosition, (all, position) => {
        const nearest = new SegmentIndex(all.flat()).nearest(position)!;
        const turf = all.map(([x1, y1, x2, y2]) => {
          const line = {
            type: 'LineString' as const,
            coordinates: [
              [x1, y1],
              [x2, y2],
            ],
          };
          return pointToLineDistance([...position], line, { units: 'meters', method: 'geodesic' });
        });
        const least = Math.min(...turf);
        expect(Math.abs(nearest.meters - least)).toBeLessThanOrEqual(least * 0.005 + 0.5);
      }),
    );
  });

  it('within finds every segment inside the distance and none outside', () => {
    const meters = fc.double({ min: 1, max: 20_000, noNaN: true });
    fc.assert(
      fc.property(segments, cityPosition, meters, (all, position, limit) => {
        const found: number[] = [];
        new SegmentIndex(all.flat()).within(position, limit, (number) => found.push(number));
        const expected = all.flatMap((one, i) => (bruteDistance(position, one) <= limit ? [i] : []));
        expect(found.sort((a, b) => a - b)).toEqual(expected);
      }),
    );
  });

  it('leaves out what is not accepted', () => {
    fc.assert(
      fc.property(segments, cityPosition, (all, position) => {
        const nearest = new SegmentIndex(all.flat()).nearest(position, (number) => number % 2 === 1);
        const odd = all.filter((_, i) => i % 2 === 1).map((one) => bruteDistance(position, one));
        if (odd.length === 0) expect(nearest).toBeNull();
        else expect(bruteDistance(position, all[nearest!.segment]!)).toBeCloseTo(Math.min(...odd), 6);
      }),
    );
  });

  it('is at distance 0 on a segment', () => {
    fc.assert(
      fc.property(segment, fc.double({ min: 0, max: 1, noNaN: true }), ([x1, y1, x2, y2], t) => {
        const on: Position = [x1 + t * (x2 - x1), y1 + t * (y2 - y1)];
        expect(new SegmentIndex([x1, y1, x2, y2]).nearest(on)!.meters).toBeLessThan(1e-6);
      }),
    );
  });

  it('takes a point as a segment of no length', () => {
    const nearest = new SegmentIndex([130.4, 33.6, 130.4, 33.6]).nearest([130.4, 33.5]);
    expect(nearest?.point).toEqual([130.4, 33.6]);
    expect(nearest?.meters).toBeCloseTo(11_091.4, 0);
  });

  it('can be empty', () => {
    expect(new SegmentIndex([]).nearest([130.4, 33.6])).toBeNull();
    expect(new SegmentIndex([]).size).toBe(0);
  });
});
