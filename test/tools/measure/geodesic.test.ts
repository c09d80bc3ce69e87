import { area, length } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromPlane } from '../../../src/geometry/plane-rectangular.js';
import { areaSquareMeters, asArea, lengthMeters } from '../../../src/tools/measure/geodesic.js';

/** A rectangle drawn in zone II; on the ground it is larger by the square of the scale factor there. */
function planeRectangle(width: number, height: number): number[][] {
  const corner = (x: number, y: number) => [
    ...fromPlane({ eastMeters: -56_000 + x, northMeters: 65_000 + y }),
  ];
  return [corner(0, 0), corner(width, 0), corner(width, height), corner(0, height), corner(0, 0)];
}

describe('areas and lengths on the ellipsoid', () => {
  it('a hectare in zone II is a hectare divided by the zone’s scale, twice', () => {
    // Gauss–Krüger: m = 0.9999 (1 + y²/2R²), at y = −56 km about 0.999939.
    const scale = 0.9999 * (1 + 56_000 ** 2 / (2 * 6_370_000 ** 2));
    const found = areaSquareMeters({ type: 'Polygon', coordinates: [planeRectangle(100, 100)] });
    expect(found / (10_000 / scale ** 2)).toBeCloseTo(1, 5);
    const line = lengthMeters({ type: 'LineString', coordinates: planeRectangle(1000, 10).slice(0, 2) });
    expect(line / (1000 / scale)).toBeCloseTo(1, 5);
  });

  it('stays within half a per cent of turf, which takes the earth as a sphere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 5000 }), fc.integer({ min: 10, max: 5000 }), (width, height) => {
        const polygon = { type: 'Polygon' as const, coordinates: [planeRectangle(width, height)] };
        expect(areaSquareMeters(polygon) / area(polygon)).toBeCloseTo(1, 2);
        const perimeter = length({
          type: 'Feature',
          properties: {},
          geometry: { type: 'LineString', coordinates: polygon.coordinates[0]! },
        });
        expect(lengthMeters(polygon) / (perimeter * 1000)).toBeCloseTo(1, 2);
      }),
    );
  });

  it('takes holes away and counts nothing for lines and points', () => {
    const outer = planeRectangle(100, 100);
    const hole = planeRectangle(50, 50);
    const whole = areaSquareMeters({ type: 'Polygon', coordinates: [outer] });
    expect(areaSquareMeters({ type: 'Polygon', coordinates: [outer, hole] }) / whole).toBeCloseTo(0.75, 5);
    expect(areaSquareMeters({ type: 'LineString', coordinates: outer })).toBe(0);
    expect(areaSquareMeters(null)).toBe(0);
    expect(lengthMeters({ type: 'Point', coordinates: [130, 33] })).toBe(0);
  });

  it('takes a line that closes on itself as an area, an open one not', () => {
    const ring = planeRectangle(100, 100);
    expect(areaSquareMeters(asArea({ type: 'LineString', coordinates: ring }))).toBeGreaterThan(9_900);
    expect(asArea({ type: 'LineString', coordinates: ring.slice(0, 4) })?.type).toBe('LineString');
  });
});
