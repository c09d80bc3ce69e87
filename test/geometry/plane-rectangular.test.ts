import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  fromPlane,
  planeAreaSquareMeters,
  planeDistanceMeters,
  planeLengthMeters,
  planePathMeters,
  toPlane,
} from '../../src/geometry/plane-rectangular.js';
import type { Position } from '../../src/geometry/position.js';

/**
 * Gauss–Krüger after Kawase (2011), the series the Geospatial Information Authority computes with:
 * an oracle that shares no code with proj4.
 */
function gaussKruger([longitude, latitude]: Position, origin: Position) {
  const [a, f, m0] = [6378137, 1 / 298.257222101, 0.9999];
  const n = f / (2 - f);
  const rad = Math.PI / 180;
  const series = [
    1 + n ** 2 / 4 + n ** 4 / 64,
    (-3 / 2) * (n - n ** 3 / 8 - n ** 5 / 64),
    (15 / 16) * (n ** 2 - n ** 4 / 4),
    (-35 / 48) * (n ** 3 - (5 / 16) * n ** 5),
    (315 / 512) * n ** 4,
    (-693 / 1280) * n ** 5,
  ];
  const alpha = [
    0,
    n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4 - (127 / 288) * n ** 5,
    (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4 + (281 / 630) * n ** 5,
    (61 / 240) * n ** 3 - (103 / 140) * n ** 4 + (15061 / 26880) * n ** 5,
    (49561 / 161280) * n ** 4 - (179 / 168) * n ** 5,
    (34729 / 80640) * n ** 5,
  ];
  const sum = (values: number[], term: (value: number, j: number) => number) =>
    values.reduce((total, value, j) => (j === 0 ? total : total + term(value, j)), 0);
  const phi0 = origin[1] * rad;
  const meridian =
    ((m0 * a) / (1 + n)) * (series[0]! * phi0 + sum(series, (s, j) => s * Math.sin(2 * j * phi0)));
  const radius = ((m0 * a) / (1 + n)) * series[0]!;
  const phi = latitude * rad;
  const lambda = (longitude - origin[0]) * rad;
  const k = (2 * Math.sqrt(n)) / (1 + n);
  const t = Math.sinh(Math.atanh(Math.sin(phi)) - k * Math.atanh(k * Math.sin(phi)));
  const xi = Math.atan(t / Math.cos(lambda));
  const eta = Math.atanh(Math.sin(lambda) / Math.sqrt(1 + t * t));
  return {
    northMeters:
      radius * (xi + sum(alpha, (v, j) => v * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta))) - meridian,
    eastMeters: radius * (eta + sum(alpha, (v, j) => v * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta))),
  };
}

const zoneTwo: Position = [131, 33];
const inKyushu = fc.tuple(
  fc.double({ min: 129.5, max: 132, noNaN: true }),
  fc.double({ min: 31, max: 35, noNaN: true }),
);

describe('plane rectangular coordinates, zone II', () => {
  it('the oracle gives what the authority’s own service gives for a point of zone XV', () => {
    // X 11810.197, Y 19134.409 ↔ 26°06′23.34513″N 127°41′28.71893″E, as quoted at joto.sblo.jp (article 189476203)
    const dms = (degrees: number, minutes: number, seconds: number) =>
      degrees + minutes / 60 + seconds / 3600;
    const { northMeters, eastMeters } = gaussKruger(
      [dms(127, 41, 28.71893), dms(26, 6, 23.34513)],
      [127.5, 26],
    );
    expect(northMeters).toBeCloseTo(11810.197, 3);
    expect(eastMeters).toBeCloseTo(19134.409, 3);
  });

  it('has its origin at 33°N 131°E, not at zone III’s 36°N 132°10′E', () => {
    const { northMeters, eastMeters } = toPlane(zoneTwo);
    expect(northMeters).toBeCloseTo(0, 6);
    expect(eastMeters).toBeCloseTo(0, 6);
  });

  it('puts Fukuoka’s city hall north and west of the origin: X counts north, Y counts east', () => {
    const plane = toPlane([130.4017, 33.5902]);
    const oracle = gaussKruger([130.4017, 33.5902], zoneTwo);
    expect(plane.northMeters).toBeCloseTo(oracle.northMeters, 3);
    expect(plane.eastMeters).toBeCloseTo(oracle.eastMeters, 3);
    expect(plane.northMeters).toBeGreaterThan(65_000);
    expect(plane.eastMeters).toBeLessThan(-55_000);
  });

  it('agrees with the oracle to a tenth of a millimetre', () => {
    fc.assert(
      fc.property(inKyushu, (position) => {
        const [plane, oracle] = [toPlane(position), gaussKruger(position, zoneTwo)];
        expect(Math.abs(plane.northMeters - oracle.northMeters)).toBeLessThan(1e-4);
        expect(Math.abs(plane.eastMeters - oracle.eastMeters)).toBeLessThan(1e-4);
      }),
    );
  });

  it('comes back to where it was', () => {
    fc.assert(
      fc.property(inKyushu, (position) => {
        const back = fromPlane(toPlane(position));
        expect(back[0]).toBeCloseTo(position[0], 9);
        expect(back[1]).toBeCloseTo(position[1], 9);
      }),
    );
  });
});

describe('measures in the plane zone', () => {
  const middle = { northMeters: 65_000, eastMeters: -56_000 };
  /** A star of known radii, every corner the same turn after the other: its triangles are known as well. */
  const star = fc
    .array(fc.double({ min: 5, max: 900, noNaN: true }), { minLength: 5, maxLength: 24 })
    .map((radii) => {
      const turn = (2 * Math.PI) / radii.length;
      const ring = radii.map((radius, index) => {
        const eastMeters = middle.eastMeters + radius * Math.cos(index * turn);
        return [
          ...fromPlane({ eastMeters, northMeters: middle.northMeters + radius * Math.sin(index * turn) }),
        ];
      });
      const total = (one: (a: number, b: number) => number) =>
        radii.reduce((sum, radius, index) => sum + one(radius, radii[(index + 1) % radii.length]!), 0);
      return {
        ring: [...ring, ring[0]!],
        area: total((a, b) => (a * b * Math.sin(turn)) / 2),
        length: total((a, b) => Math.sqrt(a * a + b * b - 2 * a * b * Math.cos(turn))),
      };
    });

  it('are those of the triangles a star is made of', () => {
    fc.assert(
      fc.property(star, ({ ring, area, length }) => {
        const polygon = { type: 'Polygon' as const, coordinates: [ring] };
        const backwards = { type: 'Polygon' as const, coordinates: [[...ring].reverse()] };
        expect(Math.abs(planeAreaSquareMeters(polygon) - area)).toBeLessThan(0.01);
        expect(Math.abs(planeAreaSquareMeters(backwards) - area)).toBeLessThan(0.01);
        expect(Math.abs(planeLengthMeters(polygon) - length)).toBeLessThan(0.001);
        const line = { type: 'LineString' as const, coordinates: ring };
        expect(Math.abs(planeLengthMeters(line) - length)).toBeLessThan(0.001);
        expect(planeAreaSquareMeters(line)).toBe(0);
      }),
    );
  });

  it('take holes away, add up parts and need no closing corner', () => {
    const corner = (x: number, y: number) => [
      ...fromPlane({ eastMeters: middle.eastMeters + x, northMeters: middle.northMeters + y }),
    ];
    const square = (from: number, side: number) => [
      corner(from, from),
      corner(from + side, from),
      corner(from + side, from + side),
      corner(from, from + side),
    ];
    const closed = (ring: number[][]) => [...ring, ring[0]!];
    const withHole = [closed(square(0, 100)), closed(square(20, 50)).reverse()];
    const parts: Geometry = { type: 'MultiPolygon', coordinates: [withHole, [square(200, 10)]] };
    expect(planeAreaSquareMeters({ type: 'Polygon', coordinates: withHole })).toBeCloseTo(7500, 3);
    expect(planeAreaSquareMeters(parts)).toBeCloseTo(7600, 3);
    expect(planeLengthMeters({ type: 'Polygon', coordinates: withHole })).toBeCloseTo(600, 4);
    const collection: Geometry = { type: 'GeometryCollection', geometries: [parts, parts] };
    expect(planeAreaSquareMeters(collection)).toBeCloseTo(15_200, 3);
  });

  it('are 0 for points, nothing and rings of no corner', () => {
    const point: Geometry = { type: 'Point', coordinates: [130.4, 33.6] };
    const empty: Geometry = { type: 'Polygon', coordinates: [[]] };
    for (const geometry of [point, empty, null]) {
      expect(planeLengthMeters(geometry)).toBe(0);
      expect(planeAreaSquareMeters(geometry)).toBe(0);
    }
  });

  it('add up along a path', () => {
    const at = (eastMeters: number, northMeters: number) => ({ eastMeters, northMeters });
    expect(planeDistanceMeters(at(-1, 2), at(2, 6))).toBe(5);
    expect(planePathMeters([at(-1, 2), at(2, 6), at(2, 6), at(14, 11)])).toBe(18);
    expect([planePathMeters([]), planePathMeters([at(3, 4)])]).toEqual([0, 0]);
  });
});
