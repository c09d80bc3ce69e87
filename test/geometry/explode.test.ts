import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { closedRing, polygonsOf, runsOf } from '../../src/geometry/explode.js';

const ring = (west: number) => [
  [west, 33],
  [west + 1, 33],
  [west, 34],
  [west, 33],
];

const one: Record<string, { geometry: Geometry | null; polygons: unknown[]; runs: unknown[] }> = {
  nothing: { geometry: null, polygons: [], runs: [] },
  Point: { geometry: { type: 'Point', coordinates: [130, 33] }, polygons: [], runs: [[[130, 33]]] },
  MultiPoint: {
    geometry: {
      type: 'MultiPoint',
      coordinates: [
        [130, 33],
        [131, 33],
      ],
    },
    polygons: [],
    runs: [[[130, 33]], [[131, 33]]],
  },
  LineString: {
    geometry: { type: 'LineString', coordinates: ring(130) },
    polygons: [],
    runs: [ring(130)],
  },
  MultiLineString: {
    geometry: { type: 'MultiLineString', coordinates: [ring(130), ring(131)] },
    polygons: [],
    runs: [ring(130), ring(131)],
  },
  Polygon: {
    geometry: { type: 'Polygon', coordinates: [ring(130), ring(131)] },
    polygons: [[ring(130), ring(131)]],
    runs: [ring(130), ring(131)],
  },
  'Polygon without a ring': { geometry: { type: 'Polygon', coordinates: [] }, polygons: [], runs: [] },
  MultiPolygon: {
    geometry: { type: 'MultiPolygon', coordinates: [[ring(130)], [], [ring(131), ring(132)]] },
    polygons: [[ring(130)], [ring(131), ring(132)]],
    runs: [ring(130), ring(131), ring(132)],
  },
};

describe.each(Object.entries(one))('%s', (_name, { geometry, polygons, runs }) => {
  it('gives its polygons and its runs', () => {
    expect(polygonsOf(geometry)).toEqual(polygons);
    expect(runsOf(geometry)).toEqual(runs);
  });
});

it('a collection gives those of all its members, however deep', () => {
  const members = Object.values(one).flatMap(({ geometry }) => geometry ?? []);
  const collection: Geometry = {
    type: 'GeometryCollection',
    geometries: [...members, { type: 'GeometryCollection', geometries: members }],
  };
  const [polygons, runs] = [
    Object.values(one).flatMap((each) => each.polygons),
    Object.values(one).flatMap((each) => each.runs),
  ];
  expect(polygonsOf(collection)).toEqual([...polygons, ...polygons]);
  expect(runsOf(collection)).toEqual([...runs, ...runs]);
});

describe('closedRing', () => {
  it('ends where it begins, once', () => {
    const open = [
      [130, 33],
      [131, 33],
      [131, 34],
    ];
    expect(closedRing(open)).toEqual([...open, open[0]]);
    expect(closedRing([...open, [130, 33]])).toEqual([...open, [130, 33]]);
    expect(closedRing([[130, 33]])).toEqual([
      [130, 33],
      [130, 33],
    ]);
  });
});
