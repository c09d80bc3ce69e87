import { describe, expect, it } from 'vitest';
import { metersPerDegree } from '../../src/geometry/ellipsoid.js';

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
});
