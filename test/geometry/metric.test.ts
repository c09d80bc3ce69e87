import { distance } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearingDegrees, distanceMeters, metersPerDegree } from '../../src/geometry/metric.js';
import { toPlane } from '../../src/geometry/plane-rectangular.js';
import { cityPosition } from './arbitraries.js';

/** Scale of zone II's projection at a distance east of its meridian. */
const scaleAt = (eastMeters: number) => 0.9999 * (1 + eastMeters ** 2 / (2 * 6_371_000 ** 2));

describe('distance', () => {
  it.each([
    // Lengths of a degree of latitude and of longitude on the ellipsoid, kilometres, from common tables
    [0, 110.574, 111.32],
    [30, 110.852, 96.486],
    [45, 111.132, 78.847],
    [60, 111.412, 55.8],
  ])('of one degree at %d°', (latitude, north, east) => {
    expect(metersPerDegree(latitude).north / 1000).toBeCloseTo(north, 2);
    expect(metersPerDegree(latitude).east / 1000).toBeCloseTo(east, 2);
  });

  it('agrees with plane coordinates to five millionths', () => {
    fc.assert(
      fc.property(cityPosition, cityPosition, (from, to) => {
        const [a, b] = [toPlane(from), toPlane(to)];
        const middle = (a.eastMeters + b.eastMeters) / 2;
        const simpson = 6 / (1 / scaleAt(a.eastMeters) + 4 / scaleAt(middle) + 1 / scaleAt(b.eastMeters));
        const plane = Math.hypot(a.northMeters - b.northMeters, a.eastMeters - b.eastMeters) / simpson;
        expect(Math.abs(distanceMeters(from, to) - plane)).toBeLessThanOrEqual(plane * 5e-6 + 1e-4);
      }),
    );
  });

  it('agrees with turf as far as a sphere agrees with the ellipsoid', () => {
    fc.assert(
      fc.property(cityPosition, cityPosition, (from, to) => {
        const sphere = distance([...from], [...to], { units: 'meters' });
        expect(Math.abs(distanceMeters(from, to) - sphere)).toBeLessThanOrEqual(sphere * 0.004 + 1e-6);
      }),
    );
  });
});

describe('bearing', () => {
  it.each([
    ['north', [130.4, 33.6], 0],
    ['east', [130.5, 33.5], 90],
    ['south', [130.4, 33.4], 180],
    ['west', [130.3, 33.5], 270],
  ] as const)('to the %s', (_name, to, expected) => {
    // Due east along the parallel starts a little north of 90°: half the convergence, 0.03° here
    expect(Math.abs(bearingDegrees([130.4, 33.5], to) - expected)).toBeLessThan(0.03);
  });

  it('of a position to itself is 0', () => {
    expect(bearingDegrees([130.4, 33.5], [130.4, 33.5])).toBe(0);
  });

  it('agrees with plane coordinates turned by the convergence of the meridian', () => {
    fc.assert(
      fc.property(cityPosition, cityPosition, (from, to) => {
        fc.pre(distanceMeters(from, to) > 100);
        const [a, b] = [toPlane(from), toPlane(to)];
        const grid = (Math.atan2(b.eastMeters - a.eastMeters, b.northMeters - a.northMeters) * 180) / Math.PI;
        const convergence = (from[0] - 131) * Math.sin((from[1] * Math.PI) / 180);
        const difference = (((bearingDegrees(from, to) - grid - convergence) % 360) + 540) % 360;
        expect(Math.abs(difference - 180)).toBeLessThan(0.01);
      }),
    );
  });
});
