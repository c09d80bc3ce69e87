import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metersPerDegree } from '../../src/geometry/ellipsoid.js';
import { cityPosition } from './arbitraries.js';
import { ellipsoidMeters } from './vincenty.js';

describe('one degree on the ellipsoid', () => {
  it.each([
    // Lengths of a degree of latitude and of longitude, kilometres, from common tables
    [0, 110.574, 111.32],
    [30, 110.852, 96.486],
    [45, 111.132, 78.847],
    [60, 111.412, 55.8],
  ])('at %d°', (latitude, north, east) => {
    expect(metersPerDegree(latitude).north / 1000).toBeCloseTo(north, 2);
    expect(metersPerDegree(latitude).east / 1000).toBeCloseTo(east, 2);
  });

  it('is what a small step is by Vincenty’s formula', () => {
    fc.assert(
      fc.property(cityPosition, ([longitude, latitude]) => {
        const degree = metersPerDegree(latitude);
        const east = ellipsoidMeters([longitude - 0.005, latitude], [longitude + 0.005, latitude]);
        const north = ellipsoidMeters([longitude, latitude - 0.005], [longitude, latitude + 0.005]);
        expect(Math.abs(east - degree.east / 100)).toBeLessThan(0.001);
        expect(Math.abs(north - degree.north / 100)).toBeLessThan(0.001);
      }),
    );
  });
});
