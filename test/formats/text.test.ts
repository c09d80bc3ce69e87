import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../src/formats/byte-source.js';
import { blobSource } from '../../src/formats/browser/blob-source.js';
import { distanceMeters } from '../../src/geometry/measure.js';
import { openCsv } from '../../src/formats/text/open-csv.js';
import { parseCrsName } from '../../src/formats/crs/crs-code.js';
import { formatOf, sniff } from '../../src/formats/sniff.js';
import { openGeoJson } from '../../src/formats/text/open-geojson.js';
import { JsonFeatures } from '../../src/formats/text/json-features.js';
import { openKml } from '../../src/formats/text/open-kml.js';
import { inDegrees, type Reading } from '../../src/formats/in-degrees.js';
import type { RawLayer } from '../../src/formats/raw-layer.js';
import { importLimits as limits } from '../../geodata/import/import-limits.js';
import { cp932, feature, ksjGeoJson, point } from '../geodata/import/make-files.js';

const blob = (name: string, content: string | Uint8Array) =>
  blobSource(name, new Blob([typeof content === 'string' ? content : new Uint8Array(content)]));
const layerOfGeoJson = (source: ByteSource) => openGeoJson(source, limits);
const layerOfCsv = (source: ByteSource) => openCsv(source, limits);
const layerOfKml = (source: ByteSource) => openKml(source, limits);
const asIs = { crs: null, axes: 'east-north' } as const;
async function rows(layer: RawLayer, reading: Reading = asIs) {
  const all = [];
  for await (const row of inDegrees(layer, reading).features) all.push(row);
  return all;
}

describe('GeoJSON in pieces', () => {
  it('finds the very features JSON.parse finds, however the bytes are cut', () => {
    const anything = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(
        fc.array(anything),
        anything,
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        (values, extra, cut, pretty) => {
          const features = values.map((value) => ({
            type: 'Feature',
            properties: { value, 'a"]}': '{[\\"' },
            geometry: null,
          }));
          const collection = { type: 'FeatureCollection', features: features, extra };
          const bytes = new TextEncoder().encode(JSON.stringify(collection, null, pretty ? 2 : 0));
          const walker = new JsonFeatures(limits);
          const found: unknown[] = [];
          for (let at = 0; at < bytes.length; at += cut)
            for (const piece of walker.push(bytes.subarray(at, at + cut)))
              if (piece.kind === 'feature') found.push(JSON.parse(new TextDecoder().decode(piece.bytes)));
          expect(walker.complete).toBe(true);
          expect(found).toEqual(JSON.parse(JSON.stringify(features)));
        },
      ),
    );
  });

  it('reads the coordinate system before and after the features, and RFC 7946 without one', async () => {
    const before = await layerOfGeoJson(
      blob('a.geojson', ksjGeoJson('a', [feature({ x: 1 }, point(130, 33))])),
    );
    expect(before.crs).toMatchObject({ epsg: 6668, name: 'urn:ogc:def:crs:EPSG::6668', from: 'file' });
    const text = `{"features":[{"type":"Feature","properties":{},"geometry":null}],"crs":{"type":"name","properties":{"name":"EPSG:4301"}},"type":"FeatureCollection"}`;
    expect((await layerOfGeoJson(blob('a.geojson', text))).crs?.epsg).toBe(4301);
    const plain = await layerOfGeoJson(blob('a.geojson', ksjGeoJson('a', [], null)));
    expect(plain.crs).toMatchObject({ epsg: 4326, from: 'format' });
  });

  it('reads a single feature, lines of features, and a byte-order mark', async () => {
    const one = JSON.stringify(feature({ n: 1 }, point(130.4, 33.6)));
    const two = JSON.stringify(feature({ n: 2 }, point(130.5, 33.5)));
    expect(await rows(await layerOfGeoJson(blob('a.json', `\uFEFF${one}`)))).toHaveLength(1);
    const lines = await rows(await layerOfGeoJson(blob('a.geojsonl', `\x1e${one}\n\x1e${two}\n`)));
    expect(lines.map(({ attributes }) => attributes.get('n'))).toEqual([1, 2]);
  });

  it('keeps a column called __proto__ a column', async () => {
    const text = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"__proto__":"x","constructor":{"prototype":{"polluted":true}}},"geometry":null}]}`;
    const [row] = await rows(await layerOfGeoJson(blob('a.geojson', text)));
    expect([...(row?.attributes ?? [])]).toEqual([
      ['__proto__', 'x'],
      ['constructor', { prototype: { polluted: true } }],
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    ['cut off', '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{}', 'truncated'],
    ['no JSON', '<html>not found</html>', 'unreadable'],
    ['a broken feature', '{"features":[{"type":}]}', 'unreadable'],
    ['one brace too many', '{"features":[]}}', 'unreadable'],
  ])('names what is wrong: %s', async (_, text, problem) => {
    await expect(layerOfGeoJson(blob('a.geojson', text))).rejects.toMatchObject({
      problem: { reason: problem },
    });
  });

  it('reads CP932, whose second bytes look like brackets and quotes, and UTF-16', async () => {
    // ソ ends on 0x5c (a backslash), ボ on 0x7b (an opening brace), ポ on 0x7c, マ on 0x7d, 充 on 0x5b.
    const text = ksjGeoJson(
      'a',
      [feature({ 名: 'ソボポマ充', 次: 1 }, point(130.4, 33.6)), feature({ 名: 'ソ' }, null)],
      null,
    );
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    for (const [bytes, encoding] of [
      [cp932(text), 'CP932'],
      [utf16, 'UTF-16'],
    ] as const) {
      const layer = await layerOfGeoJson(blob('a.geojson', bytes));
      expect(layer).toMatchObject({ encoding, notes: [{ reason: 'encoding', encoding }] });
      expect((await rows(layer)).map(({ attributes }) => attributes.get('名'))).toEqual(['ソボポマ充', 'ソ']);
    }
  });

  it('turns the axes when told', async () => {
    const dataSet = await layerOfGeoJson(
      blob('a.geojson', ksjGeoJson('a', [feature({}, point(33.6, 130.4))])),
    );
    const { features, extent } = inDegrees(dataSet, { crs: null, axes: 'north-east' });
    for await (const { geometry } of features) expect(geometry).toEqual(point(130.4, 33.6));
    expect(extent()).toEqual([33.6, 130.4, 33.6, 130.4]);
  });
});

describe('CSV', () => {
  const text = '名前,緯度,経度\r\n"天神, 中央",33.59,130.40\r\n空,,\r\n全角,３３．５,１３０．４\r\n';
  it.each([
    ['UTF-8', new TextEncoder().encode(`\uFEFF${text}`)],
    ['CP932', cp932(text)],
  ])('in %s', async (encoding, bytes) => {
    const dataSet = await layerOfCsv(blob('a.csv', bytes));
    expect(dataSet.encoding).toBe(encoding);
    expect([...dataSet.fields]).toEqual(['名前', '緯度', '経度']);
    expect(
      (await rows(dataSet)).map(({ attributes, geometry }) => [attributes.get('名前'), geometry]),
    ).toEqual([
      ['天神, 中央', point(130.4, 33.59)],
      ['空', null],
      ['全角', point(130.4, 33.5)],
    ]);
  });
  it('reads degrees of the old datum when told, and refuses metres', async () => {
    const dataSet = await layerOfCsv(blob('a.csv', '緯度,経度\n33.5,130.4\n'));
    const [row] = await rows(dataSet, { crs: 'EPSG:4301', axes: 'east-north' });
    const [longitude = NaN, latitude = NaN] = row?.geometry?.type === 'Point' ? row.geometry.coordinates : [];
    // PROJ answers 130.3976754, 33.5033245 for the same figures; both are good to about 10 m.
    expect(distanceMeters([longitude, latitude], [130.3976754, 33.5033245])).toBeLessThan(10);
    await expect(rows(dataSet, { crs: 'EPSG:2154', axes: 'east-north' })).rejects.toMatchObject({
      problem: { reason: 'crs-unknown' },
    });
  });
  it('names a table without places', async () => {
    await expect(layerOfCsv(blob('a.csv', 'a,b\n1,2\n'))).rejects.toMatchObject({
      problem: { reason: 'no-position-columns' },
    });
  });
});

describe('KML', () => {
  const kml = (body: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>d</name>${body}</Document></kml>\n`;
  it('reads SchemaData, Data, CDATA, entities, holes and several parts', async () => {
    const ring = (x: number) =>
      `<LinearRing><coordinates>${x},33,0 ${x + 1},33,0 ${x + 1},34,0 ${x},33,0</coordinates></LinearRing>`;
    const dataSet = await layerOfKml(
      blob(
        'a.kml',
        kml(`<!-- <Placemark/> --><Placemark><name><![CDATA[天神<b>1</b>]]></name><ExtendedData>
          <SchemaData schemaUrl="#x"><SimpleData name="S_NAME">天神&amp;一丁目&#x5929;</SimpleData><SimpleData name="KIGO_E"/></SchemaData>
          <Data name="区"><value>中央区</value></Data></ExtendedData>
          <MultiGeometry><Polygon><outerBoundaryIs>${ring(130)}</outerBoundaryIs><innerBoundaryIs>${ring(130.2)}</innerBoundaryIs></Polygon>
          <Polygon><outerBoundaryIs>${ring(131)}</outerBoundaryIs></Polygon></MultiGeometry></Placemark>
          <Placemark><name>線</name><LineString><coordinates>130,33 130.1,33.1</coordinates></LineString></Placemark>
          <Placemark><name>なし</name></Placemark>`),
      ),
    );
    const [areas, line, nothing] = await rows(dataSet);
    expect([...(areas?.attributes ?? [])]).toEqual([
      ['name', '天神<b>1</b>'],
      ['S_NAME', '天神&一丁目天'],
      ['KIGO_E', ''],
      ['区', '中央区'],
    ]);
    expect(areas?.geometry?.type).toBe('MultiPolygon');
    expect(areas?.geometry).toMatchObject({ coordinates: [[{ length: 4 }, { length: 4 }], [{ length: 4 }]] });
    expect(line?.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [130, 33],
        [130.1, 33.1],
      ],
    });
    expect(nothing?.geometry).toBeNull();
  });
  it('expands no entities of a document type', async () => {
    const text = `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY lol "lollol"><!ENTITY x SYSTEM "file:///etc/passwd">]><kml><Placemark><name>&lol;&x;</name></Placemark></kml>`;
    const [row] = await rows(await layerOfKml(blob('a.kml', text)));
    expect(row?.attributes.get('name')).toBe('&lol;&x;');
  });
  it('names a cut-off file', async () => {
    await expect(layerOfKml(blob('a.kml', kml('').slice(0, -10)))).rejects.toMatchObject({
      problem: { reason: 'truncated' },
    });
  });
});

describe('formats', () => {
  const head = (text: string) => Uint8Array.from([...text].map((character) => character.charCodeAt(0)));
  it.each([
    ['PK\u0003\u0004', 'a.geojson', 'zip'],
    ['SQLite format 3\u0000', 'a.gpkg', 'gpkg'],
    ['fgb\u0003', 'a.fgb', 'flatgeobuf'],
    ['  {"type":', 'a.json', 'geojson'],
    ['<?xml version="1.0"?><kml>', 'a.xml', 'kml'],
    ['<?xml version="1.0"?><x xmlns:gml="http://www.opengis.net/gml/3.2">', 'a.gml', 'gml'],
    ['<OGRVRTDataSource><SrcDataSource>/etc/passwd', 'a.gml', null],
    ['a,b\n', 'a.csv', 'csv'],
    ['a,b\u0000', 'a.csv', null],
    ['a,b\n', 'a.xlsx', null],
  ])('%j in %s is %s', (text, name, format) => {
    const looksLike = sniff(head(text));
    expect(looksLike === 'zip' ? looksLike : formatOf(looksLike, name)).toBe(format);
  });

  it.each([
    ['urn:ogc:def:crs:EPSG::6668', 6668],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 4326],
    ['http://www.opengis.net/def/crs/EPSG/0/4612', 4612],
    ['EPSG:3857', 3857],
    ['JGD2011', null],
  ])('%s is %s', (name, code) => expect(parseCrsName(name)).toBe(code));
});
