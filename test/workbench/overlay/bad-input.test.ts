/** Whatever is dropped: a named reason, and the good files beside it still come in. */
import { deflateSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { city as fukuoka } from '../../../src/catalog/city.js';
import { layerLimits as limits, readLimits } from '../../../src/workbench/overlay/limits.js';
import type { OverlayLayer } from '../../../src/workbench/overlay/overlay.js';
import { readFiles } from '../../../src/workbench/overlay/read-files.js';
import { bytesSource } from '../../../src/formats/byte-source.js';
import { openSfc } from '../../../src/formats/text/open-sfc.js';
import { parseWkt, toWkt } from '../../../src/formats/text/wkt.js';
import { ReadFailure } from '../../../src/formats/read-failure.js';
import { elementsNamed } from '../../../src/formats/text/xml.js';
import { degreeFeatures } from './control-points.js';
import { gdalInMemory } from '../../formats/gdal-for-tests.js';
import { storedZip } from '../../formats/stored-zip.js';

const cityFrame = { epsg: fukuoka.planeEpsg, box: fukuoka.bbox, frame: fukuoka.frame };
const text = (content: string) => new TextEncoder().encode(content);
const read = (
  name: string,
  bytes: Uint8Array,
  loadGdal: () => ReturnType<typeof gdalInMemory> = gdalInMemory,
) => readFiles([{ name, bytes }], { city: cityFrame, loadGdal, onProgress: () => undefined });

async function problemOf(name: string, bytes: Uint8Array) {
  const [result] = await read(name, bytes);
  return result && !result.ok ? result.problem : result;
}
async function layerOf(name: string, bytes: Uint8Array) {
  const [result] = await read(name, bytes);
  if (!result?.ok) throw new Error(JSON.stringify(result));
  return result.layers[0] as OverlayLayer;
}
const xml = (source: string) => [...elementsNamed(source, 'a')];
const geoJson = (features: unknown[]) => text(JSON.stringify({ type: 'FeatureCollection', features }));
const point = (coordinates: unknown, properties: unknown = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates },
});

describe('zips', () => {
  it('refuses a bomb by what it declares, before unpacking', async () => {
    const bomb = storedZip([
      { name: text('a.geojson'), content: text('{}'), declaredBytes: 5_000_000_00 * 7 },
    ]);
    expect(await problemOf('bomb.zip', bomb)).toMatchObject({ reason: 'zip-bomb' });
  });

  it('refuses a bomb that lies about its size', async () => {
    const packed = deflateSync(new Uint8Array(5_000_000), { level: 9 });
    const liar = storedZip([{ name: text('a.geojson'), content: packed, declaredBytes: 1000, method: 8 }]);
    expect(await problemOf('liar.zip', liar)).toMatchObject({ reason: 'zip-bomb' });
  });

  it('names an encrypted, a broken, an empty and a foreign zip', async () => {
    const good = zipSync({ 'a.geojson': text('{}') });
    const encrypted = good.slice();
    const directory = encrypted.length - 22 - 46 - 'a.geojson'.length;
    encrypted[directory + 8] = (encrypted[directory + 8] ?? 0) | 1;
    expect(await problemOf('e.zip', encrypted)).toEqual({ reason: 'zip-encrypted' });
    expect(await problemOf('b.zip', good.subarray(0, good.length - 8))).toEqual({ reason: 'zip-broken' });
    expect(await problemOf('f.zip', zipSync({ 'photo.png': text('x') }))).toEqual({
      reason: 'zip-nothing-readable',
      entries: 'photo.png',
    });
    expect(await problemOf('n.zip', zipSync({}))).toEqual({ reason: 'zip-nothing-readable', entries: '' });
  });

  it('survives any damage to a zip', async () => {
    const good = zipSync({ 'a.geojson': geoJson(degreeFeatures) });
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, value) => {
        const damaged = good.slice();
        damaged[at] = value;
        for (const result of await read('d.zip', damaged)) expect(typeof result.ok).toBe('boolean');
      }),
      { numRuns: 200 },
    );
  });
});

describe('files', () => {
  it('names the empty, the huge, the unknown and the truncated', async () => {
    expect(await problemOf('a.geojson', new Uint8Array())).toEqual({ reason: 'file-empty' });
    expect(await problemOf('a.geojson', text('  \n'))).toEqual({ reason: 'file-empty' });
    expect(await problemOf('a.gpkg', new Uint8Array(readLimits.fileBytes + 1))).toMatchObject({
      reason: 'file-too-large',
    });
    expect(await problemOf('a.docx', text('hello world'))).toEqual({
      reason: 'unknown-format',
      extension: 'docx',
    });
    expect(await problemOf('a.geojson', geoJson(degreeFeatures).subarray(0, 200))).toEqual({
      reason: 'truncated',
    });
    expect(await problemOf('a.tif', text('II*\u0000....'))).toEqual({ reason: 'raster' });
    expect(await problemOf('a.shp', text('not a shapefile at all'))).toMatchObject({
      reason: 'unknown-format',
    });
    expect(await problemOf('a.dbf', text('alone'))).toEqual({
      reason: 'shapefile-incomplete',
      missing: '.shp',
    });
    expect(
      await problemOf(
        'a.p21',
        text("ISO-10303-21;HEADER;FILE_DESCRIPTION(('SCADEC level2 AP202_mode'),'2;1');"),
      ),
    ).toEqual({ reason: 'sxf-p21' });
    expect(
      await problemOf(
        'a.sfc',
        text("ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION(('SCADEC level2 feature_mode')"),
      ),
    ).toEqual({
      reason: 'truncated',
    });
  });

  it('reads a file by what it is when its extension lies, and says so', async () => {
    const layer = await layerOf('report.csv', geoJson(degreeFeatures));
    expect(layer.notes).toContainEqual({ reason: 'wrong-extension', extension: 'csv', looksLike: 'geojson' });
  });

  it('names a damaged GeoPackage and a shapefile without its table', async () => {
    const damaged = text(`SQLite format 3\u0000${'x'.repeat(3000)}`);
    expect(await problemOf('a.gpkg', damaged)).toMatchObject({ reason: 'unreadable' });
    const header = new Uint8Array(100);
    header.set([0, 0, 0x27, 0x0a]);
    expect(await problemOf('a.shp', header)).toEqual({
      reason: 'shapefile-incomplete',
      missing: '.shx .dbf',
    });
  });

  it('names an engine that cannot be fetched', async () => {
    const results = await read('a.fgb', text('fgb\u0003fgb\u0000........'), () =>
      Promise.reject(new Error('offline')),
    );
    expect(results[0]).toMatchObject({ ok: false, problem: { reason: 'engine-failed', detail: 'offline' } });
  });

  it('does not let one bad file stop a good one', async () => {
    const results = await readFiles(
      [
        { name: 'bad.kml', bytes: text('<kml><Placemark></kml>') },
        { name: 'good.geojson', bytes: geoJson(degreeFeatures) },
      ],
      { city: cityFrame, loadGdal: gdalInMemory, onProgress: () => undefined },
    );
    expect(results.map((result) => result.ok)).toEqual([false, true]);
  });
});

describe('content', () => {
  it('names no features, no geometry, too many features', async () => {
    expect(await problemOf('a.geojson', geoJson([]))).toEqual({ reason: 'no-features' });
    const bare = [{ type: 'Feature', properties: { a: 1 }, geometry: null }];
    expect(await problemOf('a.geojson', geoJson(bare))).toEqual({ reason: 'no-geometry' });
    expect(await problemOf('a.csv', text('name,value\na,1\n'))).toEqual({
      reason: 'no-position-columns',
      columns: 'name, value',
    });
    const many = `lon,lat\n${'130.4,33.6\n'.repeat(limits.features + 1)}`;
    expect(await problemOf('a.csv', text(many))).toEqual({
      reason: 'too-many-features',
      limit: limits.features,
    });
  });

  it('keeps rows without a place, counts broken and mixed geometry', async () => {
    const layer = await layerOf(
      'a.geojson',
      geoJson([
        point([130.4, 33.6]),
        { type: 'Feature', properties: { name: '位置なし' }, geometry: null },
        point([130.4, 'x']),
        { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [[130.4, 33.6]] } },
        {
          type: 'Feature',
          properties: {},
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [130.4, 33.6],
                [130.41, 33.61],
                [130.41, 33.6],
                [130.4, 33.61],
              ],
            ],
          },
        },
      ]),
    );
    expect(layer.counts).toEqual({ point: 1, line: 0, polygon: 1, none: 3 });
    expect(layer.features[1]?.properties.name).toBe('位置なし');
    expect(layer.notes).toEqual(
      expect.arrayContaining([
        { reason: 'mixed-geometry' },
        { reason: 'rows-without-geometry', count: 1 },
        { reason: 'broken-geometry', count: 2 },
        { reason: 'closed-rings', count: 1 },
        { reason: 'self-crossing', count: 1 },
      ]),
    );
  });

  it('cuts 10,000 columns and says so', async () => {
    const wide = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`c${index}`, index]));
    const layer = await layerOf('a.geojson', geoJson([point([130.4, 33.6], wide)]));
    expect(layer.fields).toHaveLength(limits.fields);
    expect(layer.notes).toContainEqual({
      reason: 'fields-cut',
      count: 10_000 - limits.fields,
      kept: limits.fields,
    });
  });

  it('keeps markup as text and prototypes clean', async () => {
    const hostile =
      '{"__proto__":{"polluted":1},"constructor":"x","html":"<img src=x onerror=alert(1)>","deep":{"a":1}}';
    const body = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":${hostile},"geometry":{"type":"Point","coordinates":[130.4,33.6]}}]}`;
    const layer = await layerOf('a.geojson', text(body));
    expect(layer.features[0]?.properties).toEqual({
      __proto___: '{"polluted":1}',
      constructor_: 'x',
      html: '<img src=x onerror=alert(1)>',
      deep: '{"a":1}',
    });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('asks when "degrees" are no degrees; names coordinates that are nowhere', async () => {
    const metres = await layerOf('a.geojson', geoJson([point([-56000, 65000])]));
    expect('crs' in metres).toBe(false);
    const body = JSON.stringify({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'EPSG:6668' } },
      features: [point([130.4, 33.6]), point([130.4, 1e9])],
    });
    expect(await problemOf('a.geojson', text(body))).toMatchObject({ reason: 'absurd-coordinates' });
    const far = await layerOf('a.geojson', geoJson([point([139.7, 35.7]), point([130.4, 33.6])]));
    expect(far.notes).toContainEqual({ reason: 'outside-frame', count: 1 });
  });
});

describe('small parsers', () => {
  it('XML: no entity bomb, no unbalanced tags, no endless nesting', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>';
    expect(xml(bomb)[0]?.text).toBe('&y;');
    expect(() => xml('<a><b></a>')).toThrow(ReadFailure);
    expect(() => xml('<a>'.repeat(100_000))).toThrow(ReadFailure);
    expect(xml('<a b="1 &lt; 2" c=\'&#x6c34;\'/>')[0]?.attributes.get('c')).toBe('水');
    expect(xml('<b><a>1</a><c><a>2<a>3</a></a></c></b>').map(({ text }) => text)).toEqual(['1', '2']);
  });

  it('XML, WKT and SFC take any text: read, or refused by name', async () => {
    fc.assert(
      fc.property(fc.string(), (noise) => {
        expect(() => xml(`<a>${noise}`)).toThrow(ReadFailure);
        expect(() => parseWkt(noise)).not.toThrow();
        expect(() => parseWkt(`POLYGON((${noise}))`)).not.toThrow();
      }),
    );
    const short = bytesSource('a.sfc', text("/*SXF\n#1 = line_feature('1')\nSXF*/"));
    expect((await openSfc(short, readLimits)).featureCount).toBe(1);
  });

  it('WKT reads what it writes', () => {
    const shapes = [
      { type: 'Point', coordinates: [1, 2, 3] },
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
      {
        type: 'LineString',
        coordinates: [
          [1.5, -2],
          [3, 4e-5],
        ],
      },
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [1, 2],
            [3, 4],
          ],
        ],
      },
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
          [
            [0.1, 0.1],
            [0.2, 0.1],
            [0.2, 0.2],
            [0.1, 0.1],
          ],
        ],
      },
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        ],
      },
    ] as const;
    for (const shape of shapes) expect(parseWkt(toWkt(shape as never, 9))).toEqual(shape);
    expect(parseWkt('SRID=4326;MULTIPOINT((1 2),(3 4))')).toEqual({
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    });
    expect(parseWkt('POINT (1 2) x')).toBeNull();
  });
});
