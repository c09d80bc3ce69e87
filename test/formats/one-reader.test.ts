/** What one of two readers once knew and the other did not: both callers read it now, and alike. */
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromDegrees } from '../../src/formats/crs/crs.js';
import { callers, type NamedBytes, type Row } from './both-callers.js';
import { gdalInMemory, writtenByGdal } from './gdal-for-tests.js';
import { cp932, zip } from './make-zip.js';

beforeAll(gdalInMemory, 120_000);

const text = (content: string) => new TextEncoder().encode(content);
const utf16 = (content: string, { bigEndian = false, mark = true } = {}) => {
  const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${content}`, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
};
const at: [number, number] = [130.4017, 33.5902];
const position = `${at[0].toFixed(7)} ${at[1].toFixed(7)}`;
const hall: Row = { name: '市役所ソ', at: position };
const table = `name,経度,緯度\n市役所ソ,${at[0]},${at[1]}\n`;
const tableRow: Row = { ...hall, 経度: String(at[0]), 緯度: String(at[1]) };
const feature = (coordinates: readonly number[] = at) => ({
  type: 'Feature',
  properties: { name: '市役所ソ' },
  geometry: { type: 'Point', coordinates },
});
const collection = (crs: string | null = null, coordinates: readonly number[] = at) =>
  JSON.stringify({
    type: 'FeatureCollection',
    ...(crs ? { crs: { type: 'name', properties: { name: crs } } } : {}),
    features: [feature(coordinates)],
  });
const inSystem = (epsg: number) => fromDegrees({ epsg, swapped: false, unit: 1 })(...at);
const kml = (inside: string) =>
  `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><Placemark><name>市役所ソ</name>${inside}</Placemark></Document></kml>`;
const kmlPoint = kml(`<Point><coordinates>${at.join(',')}</coordinates></Point>`);
const track = kml(
  `<gx:Track><when>2026</when><gx:coord>${at.join(' ')} 5</gx:coord><gx:coord>${at.join(' ')} 6</gx:coord></gx:Track>`,
);
const ring = [at, [130.41, 33.59], [130.41, 33.6], at].map((corner) => corner.join(',')).join(' ');
const cornersAt = [position, '130.4100000 33.5900000', '130.4100000 33.6000000', position].join(', ');

const cases: [what: string, files: NamedBytes[], rows: Row[]][] = [
  ['a CSV in UTF-16 (once the workbench only)', [['a.csv', utf16(table)]], [tableRow]],
  ['a CSV in UTF-16, the other byte first', [['a.csv', utf16(table, { bigEndian: true })]], [tableRow]],
  // Once the command line's list only.
  ...[false, true].flatMap((bigEndian): [string, NamedBytes[], Row[]][] => {
    const bare = (content: string) => utf16(content, { bigEndian, mark: false });
    const which = bigEndian ? 'the other byte first' : 'the low byte first';
    const japanese = table.replace('name', '名称');
    const { name, ...rest } = tableRow;
    return [
      [`a CSV in UTF-16 without a mark, ${which}`, [['a.csv', bare(table)]], [tableRow]],
      [
        `the same with a header in Japanese, ${which}`,
        [['a.csv', bare(japanese)]],
        [{ 名称: name ?? '', ...rest }],
      ],
      [`GeoJSON in UTF-16 without a mark, ${which}`, [['a.geojson', bare(collection())]], [hall]],
      [`KML in UTF-16 without a mark, ${which}`, [['a.kml', bare(kmlPoint)]], [hall]],
    ];
  }),
  ['a CSV in CP932', [['a.csv', cp932(table)]], [tableRow]],
  ['a table of tabs (once the workbench only)', [['a.tsv', text(table.replaceAll(',', '\t'))]], [tableRow]],
  [
    'a table of semicolons and numbers in full width',
    [['a.csv', text(`name;経度;緯度\n市役所ソ;１３０．４０１７;33.5902\n`)]],
    [{ ...tableRow, 経度: '１３０．４０１７' }],
  ],
  [
    'a header with units and brackets (once the workbench only)',
    [['a.csv', text(table.replace('経度', '経度（度）'))]],
    [{ name: '市役所ソ', '経度（度）': String(at[0]), 緯度: String(at[1]), at: position }],
  ],
  [
    'well-known text (once the workbench only)',
    [['a.csv', text(`name,wkt\n市役所ソ,POINT (${at.join(' ')})\n`)]],
    [],
  ],
  ['GeoJSON in CP932 (once the workbench only)', [['a.geojson', cp932(collection())]], [hall]],
  ['GeoJSON in UTF-16 (once the workbench only)', [['a.geojson', utf16(collection())]], [hall]],
  [
    'GeoJSON lines called .geojsonl (once the importer only)',
    [['a.geojsonl', text(`${JSON.stringify(feature())}\n${JSON.stringify(feature())}\n`)]],
    [hall, hall],
  ],
  [
    'a GeoJSON text sequence with record separators',
    [['a.ndjson', text(`\u001e${JSON.stringify(feature())}\n`)]],
    [hall],
  ],
  [
    'a bare geometry (once the workbench only)',
    [['a.json', text(JSON.stringify(feature().geometry))]],
    [{ at: position }],
  ],
  [
    'an array of features (once the workbench only)',
    [['a.json', text(`[${JSON.stringify(feature())}]`)]],
    [hall],
  ],
  [
    'a collection whose crs stands at the end',
    [
      [
        'a.geojson',
        text(
          collection()
            .replace('"FeatureCollection"', '"FeatureCollection","x":1')
            .replace(/}$/, ',"crs":{"type":"name","properties":{"name":"EPSG:4612"}}}'),
        ),
      ],
    ],
    [hall],
  ],
  [
    'zone II by its urn',
    [['a.geojson', text(collection('urn:ogc:def:crs:EPSG::6670', inSystem(6670)))]],
    [hall],
  ],
  [
    "zone II by OGC's address (once the importer only)",
    [['a.geojson', text(collection('http://www.opengis.net/def/crs/EPSG/0/6670', inSystem(6670)))]],
    [hall],
  ],
  [
    'a code of five digits, old zone II (once cut to four)',
    [['a.geojson', text(collection('urn:ogc:def:crs:EPSG::30162', inSystem(30162)))]],
    [hall],
  ],
  ['CRS84', [['a.geojson', text(collection('urn:ogc:def:crs:OGC:1.3:CRS84'))]], [hall]],
  [
    'UTM 52 (once by GDAL only)',
    [['a.geojson', text(collection('urn:ogc:def:crs:EPSG::32652', inSystem(32652)))]],
    [hall],
  ],
  ['KML', [['a.kml', text(kmlPoint)]], [hall]],
  ['KML in UTF-16', [['a.kml', utf16(kmlPoint)]], [hall]],
  ['KMZ (once the workbench only)', [['a.kmz', zipSync({ 'doc.kml': text(kmlPoint) })]], [hall]],
  [
    'a track of a GPS (once the workbench only)',
    [['a.kml', text(track)]],
    [{ name: '市役所ソ', at: `${position}, ${position}` }],
  ],
  [
    'several parts in several groups',
    [
      [
        'a.kml',
        text(
          kml(
            `<MultiGeometry><MultiGeometry><Point><coordinates>${at.join(',')}</coordinates></Point></MultiGeometry><Point><coordinates>${at.join(',')}</coordinates></Point></MultiGeometry>`,
          ),
        ),
      ],
    ],
    [{ name: '市役所ソ', at: `${position}, ${position}` }],
  ],
  [
    'SchemaData and Data in their order',
    [
      [
        'a.kml',
        text(
          kml(
            `<ExtendedData><SchemaData><SimpleData name="b">1</SimpleData></SchemaData><Data name="a"><value>2</value></Data></ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>${ring}</coordinates></LinearRing></outerBoundaryIs></Polygon>`,
          ),
        ),
      ],
    ],
    [{ name: '市役所ソ', b: '1', a: '2', at: cornersAt }],
  ],
  ['a KML called .xml', [['a.xml', text(kmlPoint)]], [hall]],
  [
    'a zip of 5,000 entries (once 2,000 here, 10,000 there)',
    [
      [
        'a.zip',
        zip([
          ...Array.from({ length: 4_999 }, (_, entry) => ({ path: `${entry}.png`, data: '' })),
          { path: 'a.geojson', data: collection() },
        ]),
      ],
    ],
    [hall],
  ],
  ['a zip of folders in CP932', [['a.zip', zip([{ path: '下水道ソ/a.csv', data: table }])]], [tableRow]],
  [
    'a zip beside a picture of 700 MB that nobody wants',
    [
      [
        'a.zip',
        zip([
          { path: 'a.csv', data: table },
          { path: 'a.png', data: 'x', claimed: { unpacked: 700e6 } },
        ]),
      ],
    ],
    [tableRow],
  ],
  [
    'a zip whose other entry has a password',
    [
      [
        'a.zip',
        zip([
          { path: 'a.csv', data: table },
          { path: 'b.docx', data: 'x', encrypted: true },
        ]),
      ],
    ],
    [tableRow],
  ],
];

describe.each(callers)('%s', (_, read) => {
  it.each(cases.filter(([, , rows]) => rows.length > 0))('reads %s', async (_what, files, rows) => {
    expect(await read(files)).toEqual({ rows });
  });

  it.each([
    ['GML', ['-dsco', 'FORMAT=GML3']],
    ['GPKG', []],
    ['FlatGeobuf', []],
    ['ESRI Shapefile', ['-lco', 'ENCODING=CP932']],
    ['ESRI Shapefile', ['-lco', 'ENCODING=UTF-8']],
  ])('reads %s %j', async (driver, options) => {
    const files = [
      ...(await writtenByGdal([feature(inSystem(6670))], driver, ['-a_srs', 'EPSG:6670', ...options])),
    ];
    const answer = await read(files.filter(([name]) => !/\.(gfs|xsd)$/.test(name)));
    expect(answer).toMatchObject({ rows: [hall] });
  });

  // ArcGIS writes 0x57 ("the system's code page"), others 0; a .cpg names it in many ways.
  it.each([
    ['0x57', 0x57, null],
    ['0x00', 0, null],
    ['0x13', 0x13, null],
    ['.cpg SJIS', 0, 'SJIS'],
    ['.cpg ANSI 932', 0x57, 'ANSI 932'],
    ['.cpg OEM 932', 0x57, 'OEM 932'],
    ['.cpg CP-932', 0x57, 'CP-932'],
    ['.cpg Shift_JIS', 0x57, 'Shift_JIS'],
  ])('reads a table in CP932 that says %s', async (_says, driverId, cpg) => {
    const written = await writtenByGdal([feature()], 'ESRI Shapefile', ['-lco', 'ENCODING=CP932']);
    const files = [...written].filter(([name]) => !name.endsWith('.cpg'));
    const dbf = files.find(([name]) => name.endsWith('.dbf'));
    if (dbf) dbf[1][29] = driverId;
    if (cpg !== null && dbf) files.push([dbf[0].replace('.dbf', '.cpg'), text(cpg)]);
    expect(await read(files)).toMatchObject({ rows: [hall] });
  });

  it.each([
    [
      'a web page called .geojson',
      'a.geojson',
      '<!DOCTYPE html><html><body>not found</body></html>',
      'unknown-format',
    ],
    ['a web page called .kml', 'a.kml', '<html>login</html>', 'unknown-format'],
    [
      'a VRT called .gml',
      'a.gml',
      '<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>',
      'unknown-format',
    ],
    ['a cut-off GeoJSON', 'a.geojson', collection().slice(0, -5), 'truncated'],
    ['a cut-off KML', 'a.kml', kmlPoint.slice(0, -20), 'truncated'],
    ['TopoJSON', 'a.json', '{"type":"Topology","objects":{}}', 'unreadable'],
    ['a picture', 'a.tif', 'II*\u0000....', 'raster'],
    [
      'a drawing in P21',
      'a.p21',
      "ISO-10303-21;HEADER;FILE_DESCRIPTION(('SCADEC level2 AP202_mode'),'2;1');",
      'sxf-p21',
    ],
    ['a table without places', 'a.csv', 'a,b\n1,2\n', 'no-position-columns'],
    ['words called .geojson', 'a.geojson', 'not data', 'unknown-format'],
    ['words called .kml', 'a.kml', 'not data', 'unknown-format'],
    ['nothing', 'a.csv', '', 'file-empty'],
    ['blanks', 'a.geojson', ' \n ', 'file-empty'],
  ])('refuses %s by one name', async (_what, name, content, reason) => {
    expect(await read([[name, text(content)]])).toEqual({ refused: reason });
  });
});

it('places of well-known text are asked about, by both', async () => {
  const [, files = []] = cases.find(([what]) => what.startsWith('well-known')) ?? [];
  for (const [, read] of callers) expect(await read(files)).toEqual({ refused: 'asked: ' });
});
