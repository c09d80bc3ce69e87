import { area, distance } from '@turf/turf';
import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { metersPerDegree } from '../../src/geometry/ellipsoid.js';
import { circleAround } from '../../src/geometry/circle.js';
import { areaSquareMeters, lengthMeters } from '../../src/geometry/length-area.js';
import { bearingDegrees, distanceMeters } from '../../src/geometry/measure.js';
import { toPlane } from '../../src/geometry/plane-rectangular.js';
import { metersPerDegreeOnSphere, parallelShare } from '../../src/geometry/sphere.js';
import { cityPolygon, cityPosition } from './arbitraries.js';

/** What a sphere may be off an ellipsoid here: 0.25 % northward, 0.21 % eastward. */
const sphere = 0.003;

describe('distanceMeters', () => {
  it('agrees with the survey’s plane coordinates as far as a sphere does with the ellipsoid', () => {
    fc.assert(
      fc.property(cityPosition, cityPosition, (from, to) => {
        const [a, b] = [toPlane(from), toPlane(to)];
        const plane = Math.hypot(a.northMeters - b.northMeters, a.eastMeters - b.eastMeters);
        expect(Math.abs(distanceMeters(from, to) - plane)).toBeLessThanOrEqual(plane * sphere + 1e-3);
      }),
    );
  });

  it('is longer than the ellipsoid’s northward and shorter eastward, by what the docstring says', () => {
    const north = distanceMeters([130.4, 33.595], [130.4, 33.605]) / (metersPerDegree(33.6).north * 0.01);
    const east = distanceMeters([130.395, 33.6], [130.405, 33.6]) / (metersPerDegree(33.6).east * 0.01);
    expect(north).toBeCloseTo(1.0025, 4);
    expect(east).toBeCloseTo(0.9979, 4);
    expect(north * east).toBeCloseTo(1.0004, 4);
  });
});

describe('bearingDegrees', () => {
  it.each([
    ['north', [130.4, 33.6], 0],
    ['east', [130.5, 33.5], 90],
    ['south', [130.4, 33.4], 180],
    ['west', [130.3, 33.5], 270],
  ] as const)('to the %s', (_name, to, expected) => {
    // Due east along the parallel starts a little north of 90°: half the convergence, 0.03° here
    expect(Math.abs(bearingDegrees([130.4, 33.5], to) - expected)).toBeLessThan(0.03);
  });

  it('of a position to itself is 0', () => {
    expect(bearingDegrees([130.4, 33.5], [130.4, 33.5])).toBe(0);
  });

  it('agrees with plane coordinates turned by the convergence of the meridian, and stays below 360', () => {
    fc.assert(
      fc.property(cityPosition, cityPosition, (from, to) => {
        fc.pre(distanceMeters(from, to) > 100);
        const [a, b] = [toPlane(from), toPlane(to)];
        const grid = (Math.atan2(b.eastMeters - a.eastMeters, b.northMeters - a.northMeters) * 180) / Math.PI;
        const convergence = (from[0] - 131) * Math.sin((from[1] * Math.PI) / 180);
        const bearing = bearingDegrees(from, to);
        const difference = (((bearing - grid - convergence) % 360) + 540) % 360;
        expect(Math.abs(difference - 180)).toBeLessThan(0.15);
        expect(bearing >= 0 && bearing < 360).toBe(true);
      }),
    );
  });
});

describe('lengthMeters', () => {
  const way = [
    [130.4, 33.6],
    [130.41, 33.6],
    [130.41, 33.61],
  ];
  const oneWay =
    distance(way[0]!, way[1]!, { units: 'meters' }) + distance(way[1]!, way[2]!, { units: 'meters' });
  const back = distance(way[2]!, way[0]!, { units: 'meters' });
  it.each<[string, Geometry | null, number]>([
    ['a line', { type: 'LineString', coordinates: way }, oneWay],
    ['lines', { type: 'MultiLineString', coordinates: [way, way] }, 2 * oneWay],
    ['a polygon: its perimeter', { type: 'Polygon', coordinates: [[...way, way[0]!]] }, oneWay + back],
    [
      'a polygon with a hole',
      {
        type: 'Polygon',
        coordinates: [
          [...way, way[0]!],
          [...way, way[0]!],
        ],
      },
      2 * (oneWay + back),
    ],
    ['polygons', { type: 'MultiPolygon', coordinates: [[[...way, way[0]!]]] }, oneWay + back],
    [
      'a collection',
      { type: 'GeometryCollection', geometries: [{ type: 'LineString', coordinates: way }] },
      oneWay,
    ],
    ['a point', { type: 'Point', coordinates: way[0]! }, 0],
    ['points', { type: 'MultiPoint', coordinates: way }, 0],
    ['nothing', null, 0],
  ])('of %s', (_what, geometry, expected) => {
    expect(lengthMeters(geometry)).toBeCloseTo(expected, 6);
  });
});

describe('areaSquareMeters', () => {
  it('agrees with the survey’s plane coordinates to a tenth of a per cent, holes taken away', () => {
    fc.assert(
      fc.property(cityPolygon, (polygon) => {
        const ringArea = (ring: readonly number[][]) => {
          const plane = ring.map(([x = NaN, y = NaN]) => toPlane([x, y]));
          const doubled = plane.slice(1).reduce((sum, b, i) => {
            const a = plane[i]!;
            return sum + a.eastMeters * b.northMeters - b.eastMeters * a.northMeters;
          }, 0);
          return Math.abs(doubled / 2);
        };
        const [outer, ...holes] = polygon.coordinates.map(ringArea);
        const plane = outer! - holes.reduce((sum, hole) => sum + hole, 0);
        expect(Math.abs(areaSquareMeters(polygon) / plane - 1)).toBeLessThan(0.001);
        expect(areaSquareMeters(polygon)).toBe(area(polygon));
      }),
    );
  });

  it('of several is the sum, of lines, points and nothing none', () => {
    const [a, b] = fc.sample(cityPolygon, { numRuns: 2, seed: 3 });
    const sum = area(a!) + area(b!);
    const both: Geometry = { type: 'MultiPolygon', coordinates: [a!.coordinates, b!.coordinates] };
    expect(areaSquareMeters(both)).toBeCloseTo(sum, 6);
    expect(areaSquareMeters({ type: 'GeometryCollection', geometries: [a!, b!] })).toBeCloseTo(sum, 6);
    expect(areaSquareMeters({ type: 'LineString', coordinates: a!.coordinates[0]! })).toBe(0);
    expect(areaSquareMeters({ type: 'Point', coordinates: [130, 33] })).toBe(0);
    expect(areaSquareMeters(null)).toBe(0);
  });
});

describe('circleAround', () => {
  it('is closed, anticlockwise, and as far from the middle everywhere', () => {
    fc.assert(
      fc.property(cityPosition, fc.double({ min: 1, max: 5000, noNaN: true }), (middle, radius) => {
        const [ring] = circleAround(middle, radius).coordinates;
        expect(ring!.at(-1)).toEqual(ring![0]);
        for (const [x = NaN, y = NaN] of ring!)
          expect(Math.abs(distanceMeters(middle, [x, y]) - radius)).toBeLessThan(1e-3);
        const doubled = ring!.slice(1).reduce((sum, [x = NaN, y = NaN], i) => {
          const [fromX = NaN, fromY = NaN] = ring![i]!;
          return sum + (fromX - middle[0]) * (y - middle[1]) - (x - middle[0]) * (fromY - middle[1]);
        }, 0);
        expect(doubled).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the sphere and the ellipsoid', () => {
  it.each([0, 30, 45, 60])('differ by at most 0.6 % in a degree at %d°', (latitude) => {
    const { east, north } = metersPerDegree(latitude);
    expect(Math.abs(metersPerDegreeOnSphere / north - 1)).toBeLessThan(0.006);
    expect(Math.abs((metersPerDegreeOnSphere * parallelShare(latitude)) / east - 1)).toBeLessThan(0.006);
  });
});
