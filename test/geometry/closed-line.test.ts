import { destination } from '@turf/turf';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { closedLineAsPolygon } from '../../src/geometry/closed-line.js';

const corners = [
  [130.4, 33.6],
  [130.401, 33.6],
  [130.401, 33.601],
];
const beside = (meters: number) =>
  destination([130.4, 33.6], meters, 70, { units: 'meters' }).geometry.coordinates;
const line = (...coordinates: number[][]): Geometry => ({ type: 'LineString', coordinates });

describe('a closed line', () => {
  it('whose ends meet within a metre is the polygon it encloses, closed exactly', () => {
    for (const meters of [0, 0.5, 0.99])
      expect(closedLineAsPolygon(line(...corners, beside(meters)))).toEqual({
        type: 'Polygon',
        coordinates: [[...corners, corners[0]]],
      });
  });

  it('is a line as long as its ends lie apart, or when it encloses nothing', () => {
    const open = line(...corners, beside(1.01));
    expect(closedLineAsPolygon(open)).toBe(open);
    const thereAndBack = line([130.4, 33.6], [130.5, 33.6], [130.4, 33.6]);
    expect(closedLineAsPolygon(thereAndBack)).toBe(thereAndBack);
  });

  it('leaves everything else as it is', () => {
    const polygon: Geometry = { type: 'Polygon', coordinates: [[...corners, [130.4, 33.6]]] };
    expect(closedLineAsPolygon(polygon)).toBe(polygon);
    expect(closedLineAsPolygon(null)).toBeNull();
  });
});
