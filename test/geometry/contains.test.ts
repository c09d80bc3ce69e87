import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import type { Geometry, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { geometryContains } from '../../src/geometry/contains.js';
import { cityPolygon, cityPosition } from './arbitraries.js';

const square = (west: number, south: number, side: number): Position[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const withHole: Polygon = { type: 'Polygon', coordinates: [square(0, 0, 4), square(1, 1, 2)] };

describe('geometryContains', () => {
  it('says of polygons, multipolygons and collections what turf says of their polygons', () => {
    fc.assert(
      fc.property(cityPolygon, cityPolygon, cityPosition, (one, other, position) => {
        const inOne = booleanPointInPolygon([...position], one);
        const inOther = booleanPointInPolygon([...position], other);
        const both: Geometry = { type: 'MultiPolygon', coordinates: [one.coordinates, other.coordinates] };
        const inner: Geometry = { type: 'GeometryCollection', geometries: [other] };
        const collection: Geometry = { type: 'GeometryCollection', geometries: [one, inner] };
        expect(geometryContains(one, position)).toBe(inOne);
        expect(geometryContains(both, position)).toBe(inOne || inOther);
        expect(geometryContains(collection, position)).toBe(inOne || inOther);
      }),
    );
  });

  it('takes the boundary as inside, that of a hole too, and the hole as outside', () => {
    for (const at of [
      [0, 0],
      [2, 0],
      [4, 3],
      [1, 1],
      [2, 1],
      [0.5, 2],
    ] as const)
      expect(geometryContains(withHole, at)).toBe(true);
    for (const at of [
      [2, 2],
      [-1, 2],
      [5, 2],
    ] as const)
      expect(geometryContains(withHole, at)).toBe(false);
  });

  it('closes rings that are not closed', () => {
    fc.assert(
      fc.property(cityPolygon, cityPosition, (polygon, position) => {
        const open: Polygon = {
          type: 'Polygon',
          coordinates: polygon.coordinates.map((ring) => ring.slice(0, -1)),
        };
        expect(geometryContains(open, position)).toBe(geometryContains(polygon, position));
      }),
    );
  });

  it('finds nothing in points, lines, empty rings and null', () => {
    const nothing: (Geometry | null)[] = [
      null,
      { type: 'Point', coordinates: [1, 1] },
      { type: 'LineString', coordinates: square(0, 0, 4) },
      { type: 'Polygon', coordinates: [] },
      { type: 'Polygon', coordinates: [[]] },
      { type: 'Polygon', coordinates: [[], square(0, 0, 4)] },
      { type: 'Polygon', coordinates: [square(0, 0, 4).slice(0, 2)] },
      { type: 'MultiPolygon', coordinates: [] },
    ];
    for (const geometry of nothing) expect(geometryContains(geometry, [2, 1])).toBe(false);
  });

  it('passes over an empty hole and does not believe a box that was brought along', () => {
    const odd: Polygon = { type: 'Polygon', coordinates: [square(0, 0, 4), []], bbox: [9, 9, 10, 10] };
    expect(geometryContains(odd, [2, 2])).toBe(true);
  });
});
