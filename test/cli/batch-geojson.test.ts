/** `batch --format geojson`: the CSV's answers as one FeatureCollection. */
import { existsSync, linkSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import { batchColumns } from '../../src/service/batch.js';
import { fixtureTiles, runInside, temporaryFolder } from './run-cli.js';

const tiles = fixtureTiles();
const folder = temporaryFolder();
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const batch = (path: string, ...options: string[]) =>
  runInside(['batch', path, '--tiles', tiles, ...options]);
const asGeoJson = async (path: string) => {
  const { code, stdout } = await batch(path, '--format', 'geojson');
  expect(code).toBe(0);
  return collectionOf(stdout);
};

type Cell = string | number | boolean | null;
interface PointFeature {
  type: 'Feature';
  geometry: { type: 'Point'; coordinates: [number, number] } | null;
  properties: Record<string, Cell>;
}

/** Parsed as RFC 8259 and checked against RFC 7946, for features of points and of no place. */
function collectionOf(text: string): PointFeature[] {
  expect(text.charCodeAt(0), 'a byte order mark').not.toBe(0xfeff);
  const collection = JSON.parse(text) as Record<string, unknown>;
  // No `crs` (section 4), and nothing that belongs to another type (7.1).
  expect(Object.keys(collection).sort()).toEqual(['features', 'type']);
  expect(collection['type']).toBe('FeatureCollection');
  const features = collection['features'] as Record<string, unknown>[];
  expect(Array.isArray(features)).toBe(true);
  for (const feature of features) {
    expect(Object.keys(feature).sort()).toEqual(['geometry', 'properties', 'type']);
    expect(feature['type']).toBe('Feature');
    expect(feature['properties']).toBeTypeOf('object');
    expect(feature['properties']).not.toBeNull();
    const geometry = feature['geometry'] as PointFeature['geometry'];
    if (geometry === null) continue;
    expect(Object.keys(geometry).sort()).toEqual(['coordinates', 'type']);
    expect(geometry.type).toBe('Point');
    expect(geometry.coordinates).toHaveLength(2);
    const [longitude, latitude] = geometry.coordinates;
    expect(Math.abs(longitude)).toBeLessThanOrEqual(180);
    expect(Math.abs(latitude)).toBeLessThanOrEqual(90);
  }
  return features as unknown as PointFeature[];
}

/** Every kind of row: at a place, without one, wrong, short, long, quoted. */
const mixed = [
  'id,longitude,latitude,address,note',
  '1,130.45,33.55,,"a ""quoted"", cell"',
  '2,33.59,130.4,,swapped',
  '3,１３０．４５４, 33.524 ,北西,full width',
  '4,130.55,33.55,,outside the city',
  '5,x,y,,words',
  '6,130.4,,,half a place',
  '7,0,0,,the Gulf of Guinea',
  '8,,,東原,a town',
  '9,,,西区北西3-4,"two',
  'lines"',
  '10,,,試験ポンプ場',
  '11,,,幻ポンプ場,no place published',
  '12,,,境目,a town without a point',
  '13,,,どこにもない場所,',
  '14,,,試験市,too wide',
  '15',
  '007,,,東原,asked before,beyond the header',
  '',
];

describe('batch --format geojson', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('says of every row what the CSV says, in order (%s)', async (_name, lineEnd) => {
    const path = file('mixed.csv', mixed.join(lineEnd));
    const features = await asGeoJson(path);
    const { stdout } = await batch(path);
    const { data } = Papa.parse<Record<string, string>>(stdout, { header: true, skipEmptyLines: true });
    expect(data).toHaveLength(16);
    expect(features).toHaveLength(data.length);
    for (const [index, line] of data.entries()) {
      const { properties } = features[index] as PointFeature;
      const asCells = Object.entries(properties).map(([name, value]) => [
        name,
        value === null ? '' : String(value),
      ]);
      expect(Object.fromEntries(asCells)).toEqual(line);
    }
    expect(features.map(({ properties }) => properties['id']).slice(-3)).toEqual(['14', '15', '007']);
  });

  it('has the point the answer was given for, or null', async () => {
    const features = await asGeoJson(file('mixed.csv', mixed.join('\n')));
    const places = features.map(({ geometry }) => geometry?.coordinates ?? null);
    expect(places).toEqual([
      [130.45, 33.55],
      null,
      [130.454, 33.524],
      [130.55, 33.55],
      null,
      null,
      [0, 0],
      [130.45, 33.55],
      [130.35, 33.575],
      [130.45, 33.551],
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(features.map(({ properties }) => properties['error'])).toEqual([
      ...[null, 'swapped', null, null, 'not-a-number', 'not-a-number', null, null, null, null],
      ...['place-not-published', 'place-not-published', 'no-match', 'area-too-wide', 'no-input'],
      'cells-beyond-header:beyond the header',
    ]);
  });

  it('has numbers as numbers, yes and no as such, lists as text, empty cells as null, own cells as text', async () => {
    const [feature] = await asGeoJson(
      file('one.csv', 'longitude,latitude,code,none\n130.454,33.524,0123,\n'),
    );
    expect(feature?.properties).toMatchObject({
      longitude: '130.454',
      code: '0123',
      none: '',
      in_city: true,
      target_mm_per_hour: '59.1',
      inundation_zones: '深い所;駅周辺',
      depth_min_m: 0.5,
      depth_max_m: 1,
      district_alternatives: null,
      matched: null,
      error: null,
    });
    expect(feature?.properties['edge_m']).toBeTypeOf('number');
    expect(Object.keys(feature?.properties ?? {})).toEqual([
      'longitude',
      'latitude',
      'code',
      'none',
      ...batchColumns,
    ]);
  });

  it('loses no column, whatever it is called', async () => {
    const path = file(
      'names.csv',
      'address,district,mizumichi_ward,ward,a.b,name,name,,__proto__,constructor,hasOwnProperty,Point,geometry,type\n' +
        '東原,d,mw,w,dot,n1,n2,blank,proto,c,h,p,g,t\n',
    );
    const [feature] = await asGeoJson(path);
    const properties = new Map(Object.entries(feature?.properties ?? {}));
    for (const [name, value] of [
      ...[
        ['district', 'd'],
        ['ward', 'w'],
        ['mizumichi_ward', 'mw'],
        ['a.b', 'dot'],
        ['name', 'n1'],
      ],
      ...[
        ['name 2', 'n2'],
        ['#8', 'blank'],
        ['__proto__', 'proto'],
        ['constructor', 'c'],
        ['hasOwnProperty', 'h'],
      ],
      ...[
        ['Point', 'p'],
        ['geometry', 'g'],
        ['type', 't'],
      ],
      ...[
        ['mizumichi_district', '第二'],
        ['mizumichi_mizumichi_ward', '東区'],
        ['town', '東原'],
      ],
    ])
      expect([name, properties.get(name ?? '')]).toEqual([name, value]);
    expect(properties.size).toBe(14 + batchColumns.length);
    expect(feature?.geometry?.coordinates).toEqual([130.45, 33.55]);
  });

  it('has no apostrophes against formulas: those are for spreadsheets', async () => {
    const [feature] = await asGeoJson(file('evil.csv', 'address,=note\n東原,=HYPERLINK("http://x")\n'));
    expect(feature?.properties['=note']).toBe('=HYPERLINK("http://x")');
  });

  it('reads Shift_JIS and writes UTF-8', async () => {
    // 住所,備考 / 東原,東原 in CP932
    const east = [0x93, 0x8c, 0x8c, 0xb4];
    const header = [0x8f, 0x5a, 0x8f, 0x8a, 0x2c, 0x94, 0xf5, 0x8d, 0x6c];
    const [feature] = await asGeoJson(
      file('sjis.csv', Uint8Array.from([...header, 0x0d, 0x0a, ...east, 0x2c, ...east, 0x0d, 0x0a])),
    );
    expect(feature).toMatchObject({
      properties: { 住所: '東原', 備考: '東原', matched: '東原', match_level: 'town' },
    });
  });

  it('keeps the place of a row that was answered without a layer', async () => {
    const lacking = fixtureTiles();
    rmSync(join(lacking, 'wards.geojson'));
    const path = file('lacking.csv', 'longitude,latitude\n130.45,33.55\n');
    const { stdout } = await runInside(['batch', path, '--tiles', lacking, '--format', 'geojson']);
    const [feature] = collectionOf(stdout);
    expect(feature?.properties['error']).toContain('layer-unavailable:');
    expect(feature?.geometry?.coordinates).toEqual([130.45, 33.55]);
  });

  it('of a header alone is an empty collection', async () => {
    expect(await asGeoJson(file('header.csv', 'address\n'))).toEqual([]);
  });

  it('writes the same to a file', async () => {
    const path = file('mixed.csv', mixed.join('\n'));
    const out = join(folder, 'report.geojson');
    const { code, stdout, stderr } = await batch(path, '--format', 'geojson', '--out', out);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('16 rows, 9 with an error');
    expect(readFileSync(out, 'utf8')).toBe((await batch(path, '--format', 'geojson')).stdout);
  });
});

describe('batch --format', () => {
  it('csv is what it writes without the option', async () => {
    const path = file('mixed.csv', mixed.join('\n'));
    const { stdout } = await batch(path);
    expect(stdout.startsWith('id,longitude,latitude,address,note,matched,')).toBe(true);
    expect((await batch(path, '--format', 'csv')).stdout).toBe(stdout);
  });

  it.each([
    ['an unknown format', ['--format', 'kml'], ['kml', 'csv', 'geojson']],
    ['a format in capitals', ['--format', 'GeoJSON'], ['csv', 'geojson']],
    ['no format', ['--format', ''], ['csv', 'geojson']],
    ['a byte order mark in JSON', ['--format', 'geojson', '--bom'], ['--bom', 'RFC 8259']],
  ])('%s is wrong usage, and nothing is written', async (_case, options, words) => {
    const out = join(folder, 'not-written');
    const { code, stdout, stderr } = await batch(file('a.csv', 'address\n東原\n'), ...options, '--out', out);
    expect([code, stdout, existsSync(out)]).toEqual([2, '', false]);
    for (const word of words) expect(stderr).toContain(word);
  });

  it('is in the help', async () => {
    const { stdout } = await runInside(['batch', '--help']);
    for (const word of ['--format', 'csv | geojson', 'RFC 7946', 'mizumichi_'])
      expect(stdout).toContain(word);
  });
});

/** Runs on pieces of input; `onPiece` sees, before each piece is handed over, what was written by then. */
async function onPieces(pieces: readonly Uint8Array[], onPiece: (written: readonly string[]) => void) {
  const written: string[] = [];
  const said: string[] = [];
  const code = await runCommandLine(['batch', '-', '--format', 'geojson', '--tiles', tiles], {
    write: async (text) => void written.push(text),
    say: (text) => void said.push(text),
    input: (async function* () {
      for (const piece of pieces) {
        onPiece(written);
        yield piece;
      }
    })(),
  });
  return { code, written, said: said.join('\n') };
}
const bytes = (text: string) => new TextEncoder().encode(text);
const rowsOf = (text: string) => text.split('{"type":"Feature",').length - 1;

describe('a long list as GeoJSON', () => {
  it('is written while it is read: what waits in memory does not grow with the rows', async () => {
    const [pieces, rows] = [40, 250];
    const piece = bytes('130.45,33.55\n'.repeat(rows));
    const waiting: number[] = [];
    let handed = 0;
    const { code, written } = await onPieces(
      [bytes('longitude,latitude\n'), ...Array.from({ length: pieces }, () => piece)],
      (texts) => waiting.push(Math.max(0, handed++ - 1) * rows - rowsOf(texts.join(''))),
    );
    expect(code).toBe(0);
    expect(collectionOf(written.join(''))).toHaveLength(pieces * rows);
    expect(Math.max(...waiting)).toBeLessThan(2 * rows);
    expect(Math.max(...written.map((text) => text.length))).toBeLessThan((1 << 16) + 2_000);
  });

  it('that breaks off ends with 1, and what was written does not pass for JSON', async () => {
    const good = bytes(`longitude,latitude,名\n${'130.45,33.55,x\n'.repeat(500)}`);
    const { code, written, said } = await onPieces([good, Uint8Array.from([0xff, 0xff])], () => undefined);
    expect(code).toBe(1);
    expect(said).toContain('UTF-8');
    expect(rowsOf(written.join(''))).toBeGreaterThan(0);
    expect(() => JSON.parse(written.join('')) as unknown).toThrow(SyntaxError);
  });

  it.each([
    ['an empty file', () => file('empty.csv', ''), [], /empty/],
    ['no column to answer from', () => file('other.csv', 'x,y\n1,2\n'), [], /longitude/],
    [
      'no such folder',
      () => file('a.csv', 'address\n東原\n'),
      ['--out', join(folder, 'no', 'x.json')],
      /ENOENT/,
    ],
  ])('cannot be done: %s', async (_case, path, options, reason) => {
    const { code, stdout, stderr } = await batch(path(), '--format', 'geojson', ...options);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(reason);
  });
});

it.each([
  ['symbolic', symlinkSync],
  ['hard', linkSync],
])('does not write over the list itself, also by a %s link', async (kind, link) => {
  const text = 'longitude,latitude\n130.45,33.55\n';
  const [path, linked] = [file(`${kind}.csv`, text), join(folder, `${kind}-link.csv`)];
  link(path, linked);
  expect((await batch(path, '--out', linked)).code).toBe(2);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

it.runIf(existsSync('/dev/full'))('says so where the disk is full, however short the list', async () => {
  const path = file('short.csv', 'longitude,latitude\n130.45,33.55\n');
  for (const format of ['csv', 'geojson']) {
    const { code, stderr } = await batch(path, '--format', format, '--out', '/dev/full');
    expect([code, stderr]).toEqual([1, expect.stringContaining('/dev/full: ENOSPC')]);
  }
});
