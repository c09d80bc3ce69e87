import fc from 'fast-check';
import type { FeatureCollection, Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/catalog/layers.js';
import {
  frameBox,
  locatorShapes,
  locatorWords,
  projection,
  scaleBarMeters,
  type LocatorFrame,
} from '../../../src/ui/print/locator-map.js';
import { ellipsoidMeters } from '../../geometry/vincenty.js';

const frame: LocatorFrame = {
  centre: [130.4207, 33.5898],
  scale: 25_000,
  widthMillimeters: 88,
  heightMillimeters: 70,
};
const project = projection(frame);
const look = () => ({ theme: 'light' as const, palette: 'official' as const, opacity: 1 });
const districts = catalogue.find(({ role }) => role === 'treatmentDistrict')!;
const stations = catalogue.find(({ base, geometry, label }) => base && geometry === 'point' && label)!;
const collection = (...features: [Geometry | null, object][]): FeatureCollection<Geometry | null> => ({
  type: 'FeatureCollection',
  features: features.map(([geometry, properties]) => ({ type: 'Feature', geometry, properties })),
});
const square = (longitude: number, latitude: number, half: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [longitude - half, latitude - half],
      [longitude + half, latitude - half],
      [longitude + half, latitude + half],
      [longitude - half, latitude + half],
      [longitude - half, latitude - half],
    ],
  ],
});

describe('scale', () => {
  it('is true: a millimetre on paper is 25 m on the ground', () => {
    const [west, south, east, north] = frameBox(frame);
    fc.assert(
      fc.property(
        fc.double({ min: west, max: east, noNaN: true }),
        fc.double({ min: south, max: north, noNaN: true }),
        (longitude, latitude) => {
          const [x, y] = project([longitude, latitude]);
          const paper = Math.hypot(x - 44, y - 35);
          const ground = ellipsoidMeters(frame.centre, [longitude, latitude]);
          expect(paper * 25).toBeCloseTo(ground, 0);
        },
      ),
    );
  });

  it('puts the place in the middle, north above, the frame at the edges', () => {
    expect(project(frame.centre)).toEqual([44, 35]);
    const [west, south, east, north] = frameBox(frame);
    expect(project([west, north])[0]).toBeCloseTo(0);
    expect(project([west, north])[1]).toBeCloseTo(0);
    expect(project([east, south])[0]).toBeCloseTo(88);
    expect(project([east, south])[1]).toBeCloseTo(70);
  });

  it('has a bar of a round length that fits', () => {
    expect(scaleBarMeters(frame)).toBe(500);
    fc.assert(
      fc.property(fc.integer({ min: 500, max: 500_000 }), (scale) => {
        const millimeters = (scaleBarMeters({ ...frame, scale }) * 1000) / scale;
        expect(millimeters).toBeGreaterThan(8);
        expect(millimeters).toBeLessThanOrEqual(22.001);
      }),
    );
  });
});

describe('shapes', () => {
  it('take the colour of their category, and leave out what is beyond the frame or has no place', () => {
    const shapes = locatorShapes(
      frame,
      [
        {
          entry: districts,
          collection: collection(
            [square(130.4207, 33.5898, 0.002), { name: '中部' }],
            [square(130.2, 33.5, 0.002), { name: '西部' }],
            [null, { name: '南部' }],
          ),
        },
      ],
      look,
    );
    expect(shapes).toHaveLength(1);
    expect(shapes[0]!.item.value).toBe('中部');
    expect(shapes[0]!.path).toMatch(/^M[\d.]+ [\d.]+(L[\d.]+ [\d.]+){4}Z$/);
  });

  it('draw every part of an area', () => {
    const parts: Geometry = {
      type: 'MultiPolygon',
      coordinates: [square(130.42, 33.589, 0.001), square(130.422, 33.591, 0.001)].map(
        (one) => (one as { coordinates: number[][][] }).coordinates,
      ),
    };
    const [shape] = locatorShapes(
      frame,
      [{ entry: districts, collection: collection([parts, { name: '中部' }]) }],
      look,
    );
    expect(shape!.path.match(/M/g)).toHaveLength(2);
  });
});

it('names points that stand apart, and none at the rim', () => {
  const point = (longitude: number, latitude: number): Geometry => ({
    type: 'Point',
    coordinates: [longitude, latitude],
  });
  const words = locatorWords(
    frame,
    {
      entry: stations,
      collection: collection(
        [point(130.4207, 33.5898), { name: '博多' }],
        [point(130.4208, 33.5898), { name: '博多（地下鉄）' }],
        [point(130.413, 33.594), { name: '祇園' }],
        [point(130.3, 33.59), { name: '遠い' }],
      ),
    },
    (properties) => String(properties?.['name']),
  );
  expect(words.map(({ text }) => text)).toEqual(['博多', '祇園']);
});
