import type { FeatureCollection, Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { labelPoints } from '../../src/map/label-points.js';

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
    const [feature] = labelPoints(collection(properties, polygon), ['name']).features;
    expect(feature?.geometry.coordinates).toEqual([130.4, 33.59]);
    expect(feature?.properties).toEqual({ name: '天神' });
  });

  it('has no word for what has no place', () => {
    expect(labelPoints(collection({ name: '某所' }, null), ['name']).features).toEqual([]);
  });
});
