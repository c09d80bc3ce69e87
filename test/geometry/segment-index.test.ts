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

  it('the lower number settles a tie', () => {
    const same = [130.4, 33.6, 130.41, 33.6];
    const index = new SegmentIndex(Array.from({ length: 60 }, () => same).flat());
    const place: Position = [130.405, 33.61];
    expect(index.nearest(place)?.segment).toBe(0);
    expect(index.nearest(place, (number) => number >= 20)?.segment).toBe(20);
    const owners = Array.from({ length: 60 }, (_, i) => 60 - i);
    expect(index.nearestOwners(place, 3, owners).map(({ segment: number }) => number)).toEqual([0, 1, 2]);
    expect(index.nearestOwners(place, 3, Array(60).fill(7)).map(({ segment: number }) => number)).toEqual([
      0,
    ]);
  });

  it('lists owners from the nearest to the farthest, however many boxes one of them has', () => {
    // The nearest forty segments are one pipe; the others stand behind it in a row, ever farther.
    const many = Array.from({ length: 40 }, (_, i) => [130.4 + i * 1e-5, 33.6, 130.4 + (i + 1) * 1e-5, 33.6]);
    const behind = Array.from({ length: 8 }, (_, i) => [130.4, 33.61 + i * 1e-3, 130.4, 33.61 + i * 1e-3]);
    const owners = [...many.map(() => 0), ...behind.map((_, i) => i + 1)];
    const index = new SegmentIndex([...many, ...behind].flat());
    expect(index.size).toBe(48);
    for (let count = 0; count <= 9; count++) {
      const found = index.nearestOwners([130.4001, 33.599], count, owners);
      expect(found.map(({ segment: number }) => owners[number])).toEqual(
        Array.from({ length: count }, (_, i) => i),
      );
      const meters = found.map((each) => each.meters);
      expect(meters).toEqual([...meters].sort((a, b) => a - b));
    }
    expect(index.nearestOwners([130.4, 33.6], 20, owners)).toHaveLength(9);
    expect(new SegmentIndex([]).nearestOwners([130.4, 33.6], 3, [])).toEqual([]);
  });

  it('asks about few of many segments', () => {
    const grid = Array.from({ length: 10_000 }, (_, i) => {
      const [x, y] = [130.3 + (i % 100) * 1e-3, 33.5 + Math.floor(i / 100) * 1e-3];
      return [x, y, x + 1e-4, y];
    });
    const index = new SegmentIndex(grid.flat());
    fc.assert(
      fc.property(fc.nat(99), fc.nat(99), (column, row) => {
        let asked = 0;
        const nearest = index.nearest([130.3 + column * 1e-3, 33.5001 + row * 1e-3], () => {
          asked++;
          return true;
        });
        expect(nearest?.segment).toBe(row * 100 + column);
        expect(asked).toBeLessThan(200);
      }),
    );
  });

  it('can be empty', () => {
    expect(new SegmentIndex([]).nearest([130.4, 33.6])).toBeNull();
    expect(new SegmentIndex([]).size).toBe(0);
  });
});
