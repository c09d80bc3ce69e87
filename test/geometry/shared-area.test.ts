import { area, featureCollection, intersect, polygon as turfPolygon } from '@turf/turf';
import fc from 'fast-check';
import type { Geometry, Polygon } from 'geojson';
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

const shares = (geometry: Geometry | null, others: readonly (Geometry | null)[]) =>
  sharedAreas(geometry, new PolygonIndex(others), others);

/** turf's clipping of the whole, uncut. */
function clipped(a: Polygon, b: Polygon): number {
  const shared = intersect(featureCollection([turfPolygon(a.coordinates), turfPolygon(b.coordinates)]));
  return shared ? area(shared) : 0;
}

/** A ragged coast of many corners around a centre. */
function ragged(centre: readonly [number, number], corners: number, seed: number): Polygon {
  const ring = Array.from({ length: corners }, (_, i) => {
    const angle = (i / corners) * 2 * Math.PI;
    const radius = 0.05 * (1 + 0.2 * Math.sin(angle * 7 + seed) + 0.02 * Math.sin(i * 1.7 + seed));
    return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)];
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
}

describe('sharedAreas', () => {
  it('halves a square exactly', () => {
    const whole = box(130.4, 33.5, 130.41, 33.51);
    const shared = shares(whole, [box(130.4, 33.5, 130.405, 33.6), null, box(130.405, 33.4, 130.5, 33.6)]);
    expect([...shared.keys()]).toEqual([0, 2]);
    expect(shared.get(0)! / area(whole)).toBeCloseTo(0.5, 9);
    expect(shared.get(2)! / area(whole)).toBeCloseTo(0.5, 9);
  });

  it('agrees with turf’s clipping of the whole', () => {
    fc.assert(
      fc.property(cityPolygon, cityPolygon, (a, b) => {
        const expected = clipped(a, b);
        expect(Math.abs((shares(a, [b]).get(0) ?? 0) - expected)).toBeLessThan(area(a) * 1e-6 + 1);
      }),
    );
  });

  it.each([
    [60, 900],
    [900, 60],
    [700, 800],
  ])('and where both have to be cut first: %i corners in %i', (few, many) => {
    for (const seed of [1, 2, 3]) {
      const [a, b] = [ragged([130.4, 33.6], few, seed), ragged([130.42, 33.61], many, seed * 5)];
      expect(shares(a, [b]).get(0)! / clipped(a, b)).toBeCloseTo(1, 6);
    }
  });

  it('counts a hole out, on either side, and all of what lies inside', () => {
    const [outer, inner] = [box(130, 33, 131, 34), box(130.4, 33.4, 130.6, 33.6)];
    const ringed: Polygon = { type: 'Polygon', coordinates: [outer.coordinates[0]!, inner.coordinates[0]!] };
    expect(shares(inner, [ringed]).get(0) ?? 0).toBeLessThan(1);
    expect(shares(inner, [outer]).get(0)! / area(inner)).toBeCloseTo(1, 9);
    expect(shares(outer, [ringed]).get(0)! / (area(outer) - area(inner))).toBeCloseTo(1, 9);
    expect(shares(ringed, [outer]).get(0)! / (area(outer) - area(inner))).toBeCloseTo(1, 9);
  });

  it('counts a part that is drawn twice once, and takes it for no cover', () => {
    const [whole, part] = [box(130.4, 33.5, 130.5, 33.6), box(130.41, 33.51, 130.49, 33.59)];
    const twice: Geometry = { type: 'MultiPolygon', coordinates: [part.coordinates, part.coordinates] };
    expect(shares(whole, [twice]).get(0)! / area(part)).toBeCloseTo(1, 6);
  });

  it('adds up over parts, and leaves out neighbours that only touch', () => {
    const two: Geometry = {
      type: 'MultiPolygon',
      coordinates: [box(130, 33, 130.1, 33.1).coordinates, box(130.2, 33, 130.3, 33.1).coordinates],
    };
    const shared = shares(two, [box(130.05, 33, 130.25, 33.1), box(130.3, 33, 130.4, 33.1)]);
    expect(shared.get(0)! / area(two)).toBeCloseTo(0.5, 6);
    expect(shared.get(1) ?? 0).toBeLessThan(1);
  });

  it('of no geometry is nothing', () => {
    expect(shares(null, [box(130, 33, 131, 34)]).size).toBe(0);
    expect(shares({ type: 'Point', coordinates: [130.5, 33.5] }, [box(130, 33, 131, 34)]).size).toBe(0);
  });
});
