import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf } from '../../src/geometry/explode.js';
import { isWellFormed } from '../../src/geometry/well-formed.js';

const ring = [
  [130, 33],
  [131, 33],
  [131, 34],
  [130, 33],
];
const point = { type: 'Point', coordinates: [130, 33] };
const nested = (times: number): unknown =>
  times === 0 ? point : { type: 'GeometryCollection', geometries: [nested(times - 1)] };

describe('isWellFormed', () => {
  it.each([
    [null],
    [point],
    [{ type: 'Point', coordinates: [-180, 90, 12] }],
    [{ type: 'MultiPoint', coordinates: [] }],
    [{ type: 'LineString', coordinates: ring.slice(0, 2) }],
    [{ type: 'MultiLineString', coordinates: [ring] }],
    [{ type: 'Polygon', coordinates: [ring] }],
    [{ type: 'MultiPolygon', coordinates: [[ring], [ring, ring]] }],
    [{ type: 'GeometryCollection', geometries: [] }],
    [nested(8)],
  ])('takes %j', (geometry) => expect(isWellFormed(geometry)).toBe(true));

  it.each([
    [undefined],
    ['Point'],
    [7],
    [[]],
    [{}],
    [{ type: 'Circle', coordinates: [130, 33] }],
    [{ type: 'toString', coordinates: [130, 33] }],
    [{ type: 'Point' }],
    [{ type: 'Point', coordinates: [] }],
    [{ type: 'Point', coordinates: [130] }],
    [{ type: 'Point', coordinates: ['130', '33'] }],
    [{ type: 'Point', coordinates: [130, null] }],
    [{ type: 'Point', coordinates: [181, 33] }],
    [{ type: 'Point', coordinates: [130, -91] }],
    [{ type: 'Point', coordinates: [NaN, 33] }],
    [{ type: 'Point', coordinates: [130, Infinity] }],
    [{ type: 'LineString', coordinates: [[130, 33]] }],
    [{ type: 'Polygon', coordinates: ring }],
    [{ type: 'Polygon', coordinates: [ring.slice(0, 3)] }],
    [{ type: 'Polygon', coordinates: [[...ring, 5]] }],
    [{ type: 'MultiPolygon', coordinates: [ring] }],
    [{ type: 'MultiPolygon', coordinates: {} }],
    [{ type: 'GeometryCollection' }],
    [{ type: 'GeometryCollection', geometries: [null] }],
    [{ type: 'GeometryCollection', geometries: [point, { type: 'Point' }] }],
    [nested(9)],
  ])('refuses %j', (geometry) => expect(isWellFormed(geometry)).toBe(false));

  it('lets nothing pass that cannot be walked', () => {
    const types = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'];
    const position = fc.oneof(fc.constant([130, 33]), fc.array(fc.oneof(fc.integer(), fc.string())));
    const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
      node: fc.oneof({ depthSize: 'small' }, position, fc.array(tie('node'), { maxLength: 5 })),
    })).node;
    const geometry = fc.record({ type: fc.constantFrom(...types), coordinates: value });
    fc.assert(
      fc.property(geometry, (candidate) => {
        if (!isWellFormed(candidate)) return;
        for (const run of runsOf(candidate))
          for (const place of run) expect(place.slice(0, 2).every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
