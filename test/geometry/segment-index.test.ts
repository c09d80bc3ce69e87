import fc from 'fast-check';
import { pointToLineDistance } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { distanceMeters } from '../../src/geometry/metric.js';
import type { Position } from '../../src/geometry/position.js';
import { SegmentIndex } from '../../src/geometry/segment-index.js';
import { bruteDistance, citySegment as segment, cityPosition } from './arbitraries.js';

const segments = fc.array(segment, { minLength: 1, maxLength: 200 });

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

  it('finds the nearest things of many segments each, as a loop does', () => {
    const owners = fc.array(fc.nat(12), { minLength: 200, maxLength: 200 });
    fc.assert(
      fc.property(
        segments,
        owners,
        cityPosition,
        fc.integer({ min: 0, max: 6 }),
        (all, owner, position, count) => {
          const found = new SegmentIndex(all.flat()).nearestOwners(position, count, owner);
          const best = new Map<number, number>();
          all.forEach((one, i) => {
            const distance = bruteDistance(position, one);
            best.set(owner[i]!, Math.min(best.get(owner[i]!) ?? Infinity, distance));
          });
          const expected = [...best.values()].sort((a, b) => a - b).slice(0, count);
          expect(found).toHaveLength(expected.length);
          expect(new Set(found.map(({ segment: number }) => owner[number])).size).toBe(expected.length);
          found.forEach(({ segment: number }, i) => {
            // Ranked at the middle latitude instead of the position's: 0.1 % at most across a city
            expect(Math.abs(bruteDistance(position, all[number]!) - expected[i]!)).toBeLessThanOrEqual(
              expected[i]! * 0.003 + 1e-6,
            );
          });
        },
      ),
      { numRuns: 300 },
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
