import { distance } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { circle, selectionSourceOf } from '../../src/style/selection-layers.js';

describe('the circle of doubt', () => {
  it('is as far as it says, all around', () => {
    const centre = [130.4, 33.59] as const;
    for (const position of circle(centre, 150)) {
      // turf counts on a sphere, so a third of a percent may differ.
      expect(Math.abs(distance([...centre], position, { units: 'meters' }) - 150)).toBeLessThan(1);
    }
  });

  it('closes and turns anticlockwise', () => {
    const ring = circle([130.4, 33.59], 100);
    expect(ring[0]).toEqual(ring.at(-1));
    const twiceArea = ring
      .slice(1)
      .reduce((sum, [x = 0, y = 0], i) => sum + (ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0), 0);
    expect(twiceArea).toBeGreaterThan(0);
  });

  it('stands beside the circle the device vouches for', () => {
    const source = selectionSourceOf({ position: [130.4, 33.59], doubtMeters: null, accuracyMeters: 30 });
    const { features } = (source as { data: GeoJSON.FeatureCollection }).data;
    expect(features.map((f) => f.properties?.part)).toEqual(['point', 'accuracy']);
    const ring = (features[1]?.geometry as GeoJSON.Polygon).coordinates[0] ?? [];
    for (const corner of ring)
      expect(Math.abs(distance([130.4, 33.59], corner, { units: 'meters' }) - 30)).toBeLessThan(0.5);
  });

  it('is drawn only where there is doubt', () => {
    const parts = (doubtMeters: number | null) => {
      const source = selectionSourceOf({ position: [130.4, 33.59], doubtMeters });
      return (source as { data: GeoJSON.FeatureCollection }).data.features.map((f) => f.properties?.part);
    };
    expect(parts(null)).toEqual(['point']);
    expect(parts(0)).toEqual(['point']);
    expect(parts(80)).toEqual(['point', 'doubt']);
  });
});
