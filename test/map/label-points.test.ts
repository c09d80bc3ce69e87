import { booleanPointInPolygon, pointToPolygonDistance } from '@turf/turf';
import fc from 'fast-check';
import type { FeatureCollection, Geometry, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { deepestPoint, labelPoints } from '../../src/map/label-points.js';

/** A star around the city's middle: any radii give a ring that does not cross itself. */
const star = fc
  .array(fc.double({ min: 0.002, max: 0.05, noNaN: true }), { minLength: 5, maxLength: 20 })
  .map((radii): Polygon => {
    const ring = radii.map((radius, index): Position => {
      const angle = (2 * Math.PI * index) / radii.length;
      return [130.4 + radius * Math.cos(angle), 33.59 + radius * Math.sin(angle)];
    });
    return { type: 'Polygon', coordinates: [[...ring, ring[0] as Position]] };
  });

const depth = (point: Position, polygon: Polygon) =>
  -pointToPolygonDistance(point, polygon, { units: 'kilometers', method: 'planar' });

describe('deepestPoint', () => {
  it('lies inside', () => {
    fc.assert(
      fc.property(star, (polygon) => {
        expect(booleanPointInPolygon(deepestPoint(polygon.coordinates), polygon)).toBe(true);
      }),
    );
  });

  it('lies nearly as deep as the best of a fine grid', () => {
    fc.assert(
      fc.property(star, (polygon) => {
        let best = 0;
        for (let x = 130.35; x <= 130.45; x += 0.004) {
          for (let y = 33.54; y <= 33.64; y += 0.004) {
            if (booleanPointInPolygon([x, y], polygon)) best = Math.max(best, depth([x, y], polygon));
          }
        }
        // A 60th of the extent (at most 0.1°, 11 km) may be missing.
        expect(depth(deepestPoint(polygon.coordinates), polygon)).toBeGreaterThan(best - 0.2);
      }),
      { numRuns: 25 },
    );
  });

  it('keeps out of holes', () => {
    const square = (half: number): Position[] => [
      [130.4 - half, 33.6 - half],
      [130.4 + half, 33.6 - half],
      [130.4 + half, 33.6 + half],
      [130.4 - half, 33.6 + half],
      [130.4 - half, 33.6 - half],
    ];
    const polygon: Polygon = { type: 'Polygon', coordinates: [square(0.04), square(0.02)] };
    expect(booleanPointInPolygon(deepestPoint(polygon.coordinates), polygon)).toBe(true);
  });

  it('does not run on for ever on a polygon without area', () => {
    const flat: Position[] = [
      [130.4, 33.6],
      [130.5, 33.6],
      [130.4, 33.6],
    ];
    expect(deepestPoint([flat])).toEqual([130.45, 33.6]);
  });
});

describe('labelPoints', () => {
  const square = (west: number, side: number): Position[][] => [
    [
      [west, 33.5],
      [west + side, 33.5],
      [west + side, 33.5 + side],
      [west, 33.5 + side],
      [west, 33.5],
    ],
  ];
  const collection = (properties: Record<string, unknown>, geometry: Geometry | null) =>
    ({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties, geometry }],
    }) as FeatureCollection<Geometry | null>;

  it('names the largest part once, not every island', () => {
    const islands = { type: 'MultiPolygon', coordinates: [square(130.1, 0.01), square(130.3, 0.1)] } as const;
    const points = labelPoints(collection({ name: '西区' }, islands as unknown as Geometry), ['name']);
    expect(points.features).toHaveLength(1);
    const [longitude = 0, latitude = 0] = points.features[0]?.geometry.coordinates ?? [];
    expect(longitude).toBeCloseTo(130.35, 2);
    expect(latitude).toBeCloseTo(33.55, 2);
  });

  it('trusts the recipe’s own label point', () => {
    const properties = { name: '天神', labelLongitude: 130.4, labelLatitude: 33.59 };
    const polygon = { type: 'Polygon', coordinates: square(130.1, 0.1) } as const;
    const [feature] = labelPoints(collection(properties, polygon as Geometry), ['name']).features;
    expect(feature?.geometry.coordinates).toEqual([130.4, 33.59]);
    expect(feature?.properties).toEqual({ name: '天神' });
  });

  it('has no word for what has no place', () => {
    expect(labelPoints(collection({ name: '某所' }, null), ['name']).features).toEqual([]);
  });
});
