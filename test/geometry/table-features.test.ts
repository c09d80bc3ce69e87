import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  featureOfRow,
  featuresOfRows,
  pointFeature,
  positionOfRow,
  uniqueNames,
} from '../../src/geometry/table-features.js';

/** Own columns of any name: `{ ['__proto__']: 1 }` written as JSON, not as an assignment. */
const row = (...cells: [string, unknown][]) => Object.fromEntries(cells) as Record<string, unknown>;
const at = (longitude: unknown, latitude: unknown) => row(['longitude', longitude], ['latitude', latitude]);
const point = (longitude: number, latitude: number) => ({
  type: 'Point',
  coordinates: [longitude, latitude],
});

describe('a row with a place', () => {
  it.each([
    ['numbers', at(130.4017, 33.5902), [130.4017, 33.5902]],
    ['the equator and the first meridian', at(0, 0), [0, 0]],
    ['zero as text', at('0', '0.0'), [0, 0]],
    ['text', at(' 130.4017 ', '33.5902'), [130.4017, 33.5902]],
    ['full-width digits', at('１３０．４', '３３．５'), [130.4, 33.5]],
    ['west and south', at('-0.5', -33.5), [-0.5, -33.5]],
    ['more digits than a double keeps', at('130.40170000000000001', 33.5902), [130.4017, 33.5902]],
    ['metres of a plane', at(-56_123.456, 67_890.123), [-56_123.456, 67_890.123]],
  ])('%s is at exactly that place', (_case, given, [longitude = NaN, latitude = NaN]) => {
    expect(featureOfRow(given).geometry).toEqual(point(longitude, latitude));
  });

  it('takes the columns it is told, dots and all', () => {
    const dotted = row(['place.lon', 130.4], ['place.lat', '33.5'], ['place', { lon: 1, lat: 2 }]);
    const columns = { longitude: 'place.lon', latitude: 'place.lat' };
    expect(featureOfRow(dotted, columns).geometry).toEqual(point(130.4, 33.5));
    expect(
      positionOfRow(row(['経度', '130.4'], ['緯度', '33.5']), { longitude: '経度', latitude: '緯度' }),
    ).toEqual([130.4, 33.5]);
    expect(
      positionOfRow(row(['__proto__', 130.4], ['y', 33.5]), { longitude: '__proto__', latitude: 'y' }),
    ).toEqual([130.4, 33.5]);
  });
});

describe('a row without a place', () => {
  it.each([
    ['null', at(null, null)],
    ['one of them null', at(130.4, null)],
    ['undefined', at(undefined, 33.5)],
    ['blank', at('', '')],
    ['one of them blank', at('', 33.5)],
    ['white space', at(' ', '\t')],
    ['an ideographic space', at('　', 33.5)],
    ['a word', at('未公表', '33.5')],
    ['a number with its unit', at('130.4°', '33.5')],
    ['NaN', at(NaN, 33.5)],
    ['infinite', at(Infinity, 33.5)],
    ['infinite as text', at('-Infinity', 33.5)],
    ['yes and no', at(true, false)],
    ['an empty list', at([], [])],
    ['a list of one number', at([130.4], [33.5])],
    ['an object', at({}, { valueOf: () => 33.5 })],
    ['no columns', {}],
    ['one column', row(['latitude', 33.5])],
    ['columns of the prototype only', Object.create(at(130.4, 33.5)) as object],
  ])('%s stays as a feature with null geometry', (_case, given) => {
    const feature = featureOfRow(given);
    expect(feature).toMatchObject({ type: 'Feature', geometry: null });
    expect(feature.properties).toBe(given);
  });

  it('does not look for a dotted name inside another column', () => {
    const nested = row(['place', { lon: 130.4, lat: 33.5 }]);
    expect(positionOfRow(nested, { longitude: 'place.lon', latitude: 'place.lat' })).toBeNull();
  });

  it('has no place either where the position is not finite', () => {
    expect(pointFeature({ id: 1 }, [NaN, 33.5]).geometry).toBeNull();
    expect(pointFeature({ id: 1 }, null)).toEqual({ type: 'Feature', geometry: null, properties: { id: 1 } });
  });
});

/** Names that mean something to the package, to GeoJSON or to every object. */
const oddNames = [
  ...[
    'Point',
    'MultiPoint',
    'LineString',
    'Polygon',
    'GeoJSON',
    'geom',
    'crs',
    'bbox',
    'extra',
    'include',
    'exclude',
  ],
  ...['type', 'id', 'geometry', 'properties', 'features', 'coordinates', 'row', 'doThrows', 'isPostgres'],
  ...['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf', 'toJSON'],
  ...['', ' ', '.', 'a.b', '.a', 'a.b.c', '0', '2020', '経度', 'longitude ', 'Latitude', '"', '\u2028'],
];

describe('the columns of a row', () => {
  it.each(oddNames)('named %j come through, with and without a place', (name) => {
    for (const place of [at(130.4, 33.5), at(null, null)]) {
      const given = row([name, 'a cell'], ...Object.entries(place));
      const { properties, type } = featureOfRow(given);
      expect(type).toBe('Feature');
      expect(properties).toBe(given);
      expect(Object.entries(properties)).toEqual(
        Object.entries(row([name, 'a cell'], ...Object.entries(place))),
      );
    }
  });

  it('are not needed to have an object’s methods', () => {
    const bare = Object.assign(Object.create(null) as object, at(130.4, 33.5));
    expect(featureOfRow(bare).geometry).toEqual(point(130.4, 33.5));
  });

  it('are not read from the row again, nor written', () => {
    const frozen = Object.freeze(at(130.4, 33.5));
    const feature = featureOfRow(frozen);
    feature.geometry?.coordinates.fill(0);
    expect(featureOfRow(frozen).geometry).toEqual(point(130.4, 33.5));
  });
});

describe('a table', () => {
  const name = fc.oneof({ arbitrary: fc.constantFrom(...oddNames), weight: 3 }, fc.string({ maxLength: 6 }));
  const others = fc.uniqueArray(fc.tuple(name, fc.jsonValue({ maxDepth: 2 })), {
    selector: ([column]) => column,
    maxLength: 8,
  });
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  const written = (value: number) =>
    fc.constantFrom<unknown>(value, String(value), ` ${value} `, `${value}`.replaceAll('.', '．'));
  const placed = fc
    .tuple(number, number)
    .chain(([x, y]) => fc.tuple(written(x), written(y)).map((cells) => ({ cells, expected: [x, y] })));
  const nowhere = fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    ' ',
    'x',
    '1,5',
    NaN,
    -Infinity,
    true,
    [],
    [1],
    {},
  );
  const unplaced = fc
    .tuple(fc.oneof(number, nowhere), nowhere, fc.boolean())
    .map(([a, b, turned]) => ({ cells: turned ? [b, a] : [a, b], expected: null }));

  it('keeps every row in order, its cells as they were, its coordinates exactly, and invents none', () => {
    const table = fc.array(
      fc.tuple(fc.oneof(placed, unplaced), others).map(([place, cells]) => ({
        expected: place.expected,
        cells: [...cells, ['lon', place.cells[0]], ['lat', place.cells[1]]] as [string, unknown][],
      })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(table, (cases) => {
        const rows = cases.map(({ cells }) => row(...cells));
        const { type, features } = featuresOfRows(rows, { longitude: 'lon', latitude: 'lat' });
        expect(type).toBe('FeatureCollection');
        expect(features.map(({ properties }) => properties)).toEqual(rows);
        for (const [index, { expected, cells }] of cases.entries()) {
          const { geometry, properties } = features[index] ?? {};
          expect(properties).toBe(rows[index]);
          expect(Object.entries(properties ?? {})).toEqual(Object.entries(Object.fromEntries(cells)));
          if (expected === null) expect(geometry).toBeNull();
          // As bits: 0 and -0 are one place, and JSON writes both alike.
          else
            expect(geometry?.coordinates.map((value) => value + 0)).toEqual(
              expected.map((value) => value + 0),
            );
        }
      }),
    );
  });

  it('without rows is an empty collection', () => {
    expect(featuresOfRows([])).toEqual({ type: 'FeatureCollection', features: [] });
  });
});

describe('headings', () => {
  it('become names of which no two are alike', () => {
    expect(uniqueNames(['a', 'a', '', 'a', 'b', ''])).toEqual(['a', 'a 2', '#3', 'a 3', 'b', '#6']);
    expect(uniqueNames(['a', 'a', 'a 2', '#4', ''])).toEqual(['a', 'a 3', 'a 2', '#4', '#5']);
    expect(uniqueNames(['', '#1', '__proto__', '__proto__'])).toEqual([
      '#1 2',
      '#1',
      '__proto__',
      '__proto__ 2',
    ]);
  });

  it('keep their name where they stand first, whatever the others are called', () => {
    const heading = fc.constantFrom(
      '',
      'a',
      'a 2',
      'a 3',
      'a 2 2',
      '#1',
      '#2',
      '#1 2',
      'constructor',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 12 }), (header) => {
        const names = uniqueNames(header);
        expect(names).toHaveLength(header.length);
        expect(new Set(names).size).toBe(names.length);
        expect(names).not.toContain('');
        for (const [index, given] of header.entries())
          if (given !== '' && header.indexOf(given) === index) expect(names[index]).toBe(given);
      }),
    );
  });

  it('of one word a hundred thousand times are numbered at once', () => {
    expect(uniqueNames(new Array<string>(100_000).fill('a')).at(-1)).toBe('a 100000');
  });
});

it('the package’s code is imported here and nowhere else', () => {
  const root = join(import.meta.dirname, '../..');
  const importers = ['src', 'geodata'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.d)\.(ts|svelte)$/.test(file))
      .map((file) => join(folder, file))
      .filter((file) => /^import (?!type\b)[^;]*from 'geojson/m.test(readFileSync(join(root, file), 'utf8'))),
  );
  expect(importers).toEqual([join('src', 'geometry', 'table-features.ts')]);
});
