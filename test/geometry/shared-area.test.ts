import { area, featureCollection, intersect, polygon as turfPolygon } from '@turf/turf';
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { PolygonIndex } from '../../src/geometry/polygon-index.js';
import { sharedAreas } from '../../src/geometry/shared-area.js';
import { cityPolygon } from './arbitraries.js';

const box = (west: number, south: number, east: number, north: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

describe('sharedAreas', () => {
  it('halves a square exactly', () => {
    const { squareMeters, shared } = sharedAreas(
      box(130.4, 33.5, 130.41, 33.51),
      new PolygonIndex([box(130.4, 33.5, 130.405, 33.6), null, box(130.405, 33.4, 130.5, 33.6)]),
    );
    // 0.01° × 0.01° at 33.505°: 929.13 m × 1109.22 m
    expect(squareMeters / 1e6).toBeCloseTo(1.0306, 3);
    expect([...shared.keys()].sort()).toEqual([0, 2]);
    expect(shared.get(0)! / squareMeters).toBeCloseTo(0.5, 9);
  });

  it('agrees with turf’s clipping to half a hundredth', () => {
    fc.assert(
      fc.property(cityPolygon, cityPolygon, (a, b) => {
        const { squareMeters, shared } = sharedAreas(a, new PolygonIndex([b]));
        const clipped = intersect(
          featureCollection([turfPolygon(a.coordinates), turfPolygon(b.coordinates)]),
        );
        const expected = (clipped ? area(clipped) : 0) / area(turfPolygon(a.coordinates));
        expect(Math.abs((shared.get(0) ?? 0) / squareMeters - expected)).toBeLessThan(0.005);
      }),
    );
  });

  it('of no geometry is nothing', () => {
    expect(sharedAreas(null, new PolygonIndex([])).squareMeters).toBe(0);
  });
});
