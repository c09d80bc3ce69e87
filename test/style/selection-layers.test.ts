import { distance } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { selectionSourceOf } from '../../src/style/selection-layers.js';

describe('the circle of doubt', () => {
  const ringOf = (part: 'doubt' | 'accuracy', meters: number) => {
    const [uncertaintyMeters, accuracyMeters] = part === 'doubt' ? [meters, null] : [null, meters];
    const source = selectionSourceOf({ position: [130.4, 33.59], uncertaintyMeters, accuracyMeters });
    const { features } = (source as { data: GeoJSON.FeatureCollection }).data;
    const found = features.find(({ properties }) => properties?.part === part);
    return (found?.geometry as GeoJSON.Polygon).coordinates[0] ?? [];
  };

  it('is as far as it says, all around, and closes', () => {
    const ring = ringOf('doubt', 150);
    expect(ring.length).toBeGreaterThan(60);
    expect(ring[0]).toEqual(ring.at(-1));
    for (const position of ring)
      expect(distance([130.4, 33.59], position, { units: 'meters' })).toBeCloseTo(150, 3);
  });

  it('stands beside the circle the device vouches for', () => {
    const source = selectionSourceOf({
      position: [130.4, 33.59],
      uncertaintyMeters: null,
      accuracyMeters: 30,
    });
    const { features } = (source as { data: GeoJSON.FeatureCollection }).data;
    expect(features.map((f) => f.properties?.part)).toEqual(['point', 'accuracy']);
    for (const corner of ringOf('accuracy', 30))
      expect(distance([130.4, 33.59], corner, { units: 'meters' })).toBeCloseTo(30, 3);
  });

  it('is drawn only where there is doubt', () => {
    const parts = (uncertaintyMeters: number | null) => {
      const source = selectionSourceOf({ position: [130.4, 33.59], uncertaintyMeters });
      return (source as { data: GeoJSON.FeatureCollection }).data.features.map((f) => f.properties?.part);
    };
    expect(parts(null)).toEqual(['point']);
    expect(parts(0)).toEqual(['point']);
    expect(parts(80)).toEqual(['point', 'doubt']);
  });
});
