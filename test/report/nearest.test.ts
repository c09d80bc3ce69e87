import fc from 'fast-check';
import type { Geometry, Point } from 'geojson';
import { describe, expect, it } from 'vitest';
import { distanceMeters } from '../../src/geometry/measure.js';
import { NearestLayer } from '../../src/report/nearest.js';
import { metersEast, metersNorth } from './fixture-city.js';

const centre: [number, number] = [130.4, 33.55];
const thing = (id: string, geometry: Geometry | null, accuracyMeters: number | null = 30) =>
  ({
    layer: 'things',
    geometry,
    properties: { id, name: id, nameEn: id, source: '試験の本', page: 36, accuracyMeters },
  }) as never;
const point = (east: number, north: number): Point => ({
  type: 'Point',
  coordinates: [centre[0] + metersEast(east), centre[1] + metersNorth(north)],
});

describe('the nearest things', () => {
  it('come nearest first, as many as asked, those without a place left out', () => {
    const layer = new NearestLayer([
      thing('far', point(900, 0)),
      thing('nowhere', null),
      thing('near', point(0, 100)),
      thing('middle', point(-300, 0)),
    ]);
    expect(layer.find(centre, 2).map(({ id }) => id)).toEqual(['near', 'middle']);
    expect(layer.find(centre, 9).map(({ id }) => id)).toEqual(['near', 'middle', 'far']);
    expect(new NearestLayer([]).find(centre, 3)).toEqual([]);
  });

  it.each([
    ['north', 0, 100, 0],
    ['east', 100, 0, 90],
    ['south', 0, -100, 180],
    ['west', -100, 0, 270],
    // 359.7° is north, not 360°.
    ['a little west of north', -0.5, 100, 0],
  ])('to the %s have that bearing', (_, east, north, bearing) => {
    const [found] = new NearestLayer([thing('it', point(east, north))]).find(centre, 1);
    expect(found).toMatchObject({ bearingDegrees: bearing, source: { document: '試験の本', page: 36 } });
    expect(found?.meters).toBeCloseTo(100, -1);
  });

  it('are only certain where they are farther than their own accuracy', () => {
    const certainty = (meters: number, accuracyMeters: number | null) =>
      new NearestLayer([thing('it', point(meters, 0), accuracyMeters)]).find(centre, 1)[0];
    expect(certainty(500, 200)).toMatchObject({ certainty: 'clear', accuracyMeters: 200 });
    expect(certainty(100, 200)).toMatchObject({ certainty: 'near-edge', accuracyMeters: 200 });
    expect(certainty(100, null)).toMatchObject({ certainty: 'clear', accuracyMeters: 0 });
    // On the spot with an accuracy of nothing: as far as it is certain.
    expect(certainty(0, 0)).toMatchObject({ meters: 0, certainty: 'near-edge' });
  });

  it('of a line are measured to its nearest stretch, the last one too', () => {
    const bend: Geometry = {
      type: 'LineString',
      coordinates: [
        [centre[0] + metersEast(500), centre[1] + metersNorth(-800)],
        [centre[0] + metersEast(500), centre[1] + metersNorth(-400)],
        [centre[0] + metersEast(200), centre[1] + metersNorth(400)],
      ],
    };
    const [found] = new NearestLayer([thing('pipe', bend)]).find(centre, 1);
    // The second stretch passes 328 m east of the place (turned by its slope), far nearer than any of its ends.
    expect(found?.meters).toBeGreaterThan(320);
    expect(found?.meters).toBeLessThan(335);
    expect(distanceMeters(centre, found?.position as [number, number])).toBeCloseTo(found?.meters ?? NaN, -1);
  });

  it('agree with looking at every one of them', () => {
    const offset = fc.integer({ min: -5000, max: 5000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(offset, offset), { minLength: 1, maxLength: 30 }), (offsets) => {
        const all = offsets.map(([east, north], at) => ({ id: `${at}`, geometry: point(east, north) }));
        const found = new NearestLayer(all.map(({ id, geometry }) => thing(id, geometry))).find(centre, 3);
        const plain = all
          .map(({ geometry }) => distanceMeters(centre, geometry.coordinates as [number, number]))
          .sort((a, b) => a - b);
        expect(found).toHaveLength(Math.min(3, all.length));
        // Metres of answers are rounded as reports round them.
        for (const [at, { meters }] of found.entries())
          expect(Math.abs(meters - (plain[at] ?? NaN))).toBeLessThan(Math.max(6, (plain[at] ?? 0) * 0.02));
      }),
    );
  });
});
