import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { boundingBox, boundingBoxOf } from '../../src/geometry/bounding-box.js';
import { cityPolygon, cityPosition } from './arbitraries.js';

const endsOf = (positions: readonly (readonly number[])[]) => {
  const sorted = (axis: number) => positions.map((position) => position[axis] ?? NaN).sort((a, b) => a - b);
  const [longitudes, latitudes] = [sorted(0), sorted(1)];
  return [longitudes[0], latitudes[0], longitudes.at(-1), latitudes.at(-1)];
};

describe('boundingBox', () => {
  it('is the sorted ends of all positions', () => {
    fc.assert(
      fc.property(cityPolygon, cityPosition, (polygon, position) => {
        const point: Geometry = { type: 'Point', coordinates: [...position] };
        const both: Geometry = { type: 'GeometryCollection', geometries: [polygon, point] };
        expect(boundingBox(both)).toEqual(endsOf([...polygon.coordinates.flat(), position]));
      }),
    );
  });

  it('is null without a position', () => {
    expect(boundingBox(null)).toBeNull();
    expect(boundingBox({ type: 'LineString', coordinates: [] })).toBeNull();
    expect(boundingBox({ type: 'GeometryCollection', geometries: [] })).toBeNull();
  });

  it('does not believe the box a file brought along', () => {
    expect(boundingBox({ type: 'Point', coordinates: [130, 33], bbox: [0, 0, 1, 1] })).toEqual([
      130, 33, 130, 33,
    ]);
  });
});

describe('boundingBoxOf', () => {
  it('is the sorted ends of all positions, without those that are none', () => {
    fc.assert(
      fc.property(fc.array(cityPosition, { minLength: 1, maxLength: 30 }), (positions) => {
        expect(boundingBoxOf([[], ...positions, [NaN, NaN]])).toEqual(endsOf(positions));
      }),
    );
    expect(boundingBoxOf([])).toBeNull();
    expect(boundingBoxOf([[], [130]])).toBeNull();
  });
});
