import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import type { Geometry, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { PolygonIndex } from '../../src/geometry/polygon-index.js';
import type { Position } from '../../src/geometry/position.js';
import { cityPolygon, cityPosition } from './arbitraries.js';

function square(west: number, south: number, size: number): Polygon {
  const [east, north] = [west + size, south + size];
  return {
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
  };
}

/** A tenth of a millimetre to a decimetre, either way. */
const tinyShift = fc
  .tuple(fc.double({ min: 1e-9, max: 1e-6, noNaN: true }), fc.boolean())
  .map(([degrees, negative]) => (negative ? -degrees : degrees));

describe('PolygonIndex', () => {
  it('agrees with turf in a loop', () => {
    fc.assert(
      fc.property(
        fc.array(cityPolygon, { minLength: 1, maxLength: 12 }),
        fc.array(cityPosition, { minLength: 20, maxLength: 40 }),
        (polygons, positions) => {
          const index = new PolygonIndex(polygons);
          for (const position of positions) {
            const expected = polygons.flatMap((polygon, i) =>
              booleanPointInPolygon([...position], polygon) ? [i] : [],
            );
            expect(index.containing(position)).toEqual(expected);
          }
        },
      ),
    );
  });

  it('agrees with turf on corners, on edges and close to both, where mistakes live', () => {
    fc.assert(
      fc.property(cityPolygon, tinyShift, fc.double({ min: 0, max: 1, noNaN: true }), (polygon, shift, t) => {
        const index = new PolygonIndex([polygon]);
        for (const ring of polygon.coordinates as [number, number][][])
          ring.slice(1).forEach(([x, y], i) => {
            const [fromX, fromY] = ring[i] as [number, number];
            const onEdge = [fromX + t * (x - fromX), fromY + t * (y - fromY)] as const;
            for (const position of [
              [x, y],
              [x + shift, y],
              [x, y + shift],
              [x + shift, y - shift],
              onEdge,
              [onEdge[0] + shift, onEdge[1]],
            ] as Position[]) {
              const held = booleanPointInPolygon([...position], polygon);
              const strictly = booleanPointInPolygon([...position], polygon, { ignoreBoundary: true });
              expect(index.containing(position)).toEqual(held ? [0] : []);
              expect(index.strictlyContaining(position)).toEqual(strictly ? [0] : []);
              expect(index.first(position)).toBe(held ? 0 : -1);
            }
          });
      }),
    );
  });

  it('honours holes and islands in them', () => {
    const [outer, hole, island] = [square(130, 33, 1), square(130.2, 33.2, 0.6), square(130.4, 33.4, 0.2)];
    const lake: Geometry = {
      type: 'MultiPolygon',
      coordinates: [[outer.coordinates[0]!, hole.coordinates[0]!], island.coordinates],
    };
    const index = new PolygonIndex([lake]);
    expect(index.first([130.1, 33.1])).toBe(0);
    expect(index.first([130.3, 33.3])).toBe(-1);
    expect(index.first([130.5, 33.5])).toBe(0);
  });

  it('skips what has no area but keeps the numbers', () => {
    const index = new PolygonIndex([null, { type: 'Point', coordinates: [130.5, 33.5] }, square(130, 33, 1)]);
    expect(index.containing([130.5, 33.5])).toEqual([2]);
  });

  it('names a thing once, and all things of a place in ascending order', () => {
    const twice: Geometry = {
      type: 'MultiPolygon',
      coordinates: [square(130, 33, 1).coordinates, square(130.2, 33.2, 1).coordinates],
    };
    const index = new PolygonIndex([square(130.4, 33.4, 1), twice, square(130, 33, 2), twice]);
    expect(index.containing([130.5, 33.5])).toEqual([0, 1, 2, 3]);
    expect(index.first([130.5, 33.5])).toBe(0);
    expect(index.containing([130.1, 33.1])).toEqual([1, 2, 3]);
    expect(index.first([130.1, 33.1])).toBe(1);
    expect(index.first([131.9, 34.9])).toBe(2);
  });

  it('names the areas of which a part is near a box', () => {
    const islands: Geometry = {
      type: 'MultiPolygon',
      coordinates: [square(130, 33, 1).coordinates, square(135, 33, 1).coordinates],
    };
    const index = new PolygonIndex([null, islands, square(130.5, 33.5, 1)]);
    expect(index.near([130.6, 33.6, 130.7, 33.7])).toEqual([1, 2]);
    expect(index.near([130.1, 33.1, 130.2, 33.2])).toEqual([1]);
    expect(index.near([133, 33, 140, 34])).toEqual([1]);
    expect(index.near([131.5, 34.5, 132, 35])).toEqual([2]);
    expect(index.near([140, 33, 141, 34])).toEqual([]);
    expect(new PolygonIndex([null]).near([130, 33, 131, 34])).toEqual([]);
  });

  it('can be empty', () => {
    expect(new PolygonIndex([]).containing([130, 33])).toEqual([]);
    expect(new PolygonIndex([null]).first([130, 33])).toBe(-1);
  });

  it.each([NaN, Infinity, -Infinity])('holds no position at %d', (bad) => {
    const index = new PolygonIndex([square(130, 33, 1)]);
    expect(index.first([bad, 33.5])).toBe(-1);
    expect(index.first([130.5, bad])).toBe(-1);
  });

  it('takes a boundary for inside: on a shared border both neighbours hold the position', () => {
    const [left, right] = [square(130, 33, 1), square(131, 33, 1)];
    const index = new PolygonIndex([left, right]);
    for (const [position, held] of [
      [
        [131, 33.5],
        [0, 1],
      ],
      [
        [131, 33],
        [0, 1],
      ],
      [[130, 33.5], [0]],
      [[132, 34], [1]],
      [[130.5, 34], [0]],
    ] as const) {
      expect(index.containing(position)).toEqual(held);
      expect(index.first(position)).toBe(held[0]);
      expect(index.strictlyContaining(position)).toEqual([]);
    }
  });

  it('leaves no gap along a shared edge', () => {
    // Four areas meeting in one inner corner with slanted edges, each ring written its own way round
    const coordinate = fc.double({ min: 0.2, max: 0.8, noNaN: true });
    fc.assert(
      fc.property(coordinate, coordinate, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (x, y, t) => {
        const c: Position = [130 + x, 33 + y];
        const corners: Position[] = [
          [130, 33],
          [131, 33],
          [131, 34],
          [130, 34],
        ];
        const parts = corners.map((a, i): Polygon => {
          const b = corners[(i + 1) % 4]!;
          const ring = i % 2 ? [c, a, b, c] : [b, a, c, b];
          return { type: 'Polygon', coordinates: [ring.map((p) => [...p])] };
        });
        const index = new PolygonIndex(parts);
        for (const corner of corners) {
          const onEdge: Position = [corner[0] + t * (c[0] - corner[0]), corner[1] + t * (c[1] - corner[1])];
          expect(index.containing(onEdge).length).toBeGreaterThan(0);
        }
        expect(index.containing(c)).toEqual([0, 1, 2, 3]);
      }),
    );
  });

  it('closes a ring whose end does not repeat its start', () => {
    const { coordinates } = square(130, 33, 1);
    const open = new PolygonIndex([{ type: 'Polygon', coordinates: [coordinates[0]!.slice(0, 4)] }]);
    expect(open.first([130.9, 33.1])).toBe(0);
    expect(open.first([130.1, 33.9])).toBe(0);
    expect(open.first([131.1, 33.5])).toBe(-1);
  });
});
