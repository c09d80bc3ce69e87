/** Valid inputs, the ground the damage is done to. Small, so that a hundred thousand cases take minutes. */
import { openDataset } from '../../src/formats/gdal/gdal3.js';
import { zipSync } from 'fflate';
import { city as fukuoka } from '../../src/catalog/city.js';
import { emptyWorkbench } from '../../src/workbench/project/empty-workbench.js';
import { writeProject } from '../../src/workbench/project/project-file.js';
import { DxfWriter } from '../../src/workbench/drawing/dxf-writer.js';
import { gdalForTests } from '../formats/gdal-for-tests.js';

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const cityFrame = { epsg: fukuoka.planeEpsg, box: fukuoka.bbox, frame: fukuoka.frame };

const ring = [
  [130.4, 33.59],
  [130.41, 33.59],
  [130.41, 33.6],
  [130.4, 33.59],
];
const feature = (geometry: object | null, properties: object) => ({ type: 'Feature', properties, geometry });

export const geoJson = [
  JSON.stringify({
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::6668' } },
    features: [
      feature({ type: 'Point', coordinates: [130.4, 33.59, 5] }, { 名称: 'a<b>', 径: 800, 雨水: true }),
      feature({ type: 'Polygon', coordinates: [ring] }, { 名称: null, nested: { a: [1, { b: 2 }] } }),
    ],
  }),
  JSON.stringify(
    feature(
      {
        type: 'GeometryCollection',
        geometries: [
          { type: 'MultiPoint', coordinates: ring },
          { type: 'MultiLineString', coordinates: [ring, ring] },
        ],
      },
      {},
    ),
  ),
  `${JSON.stringify(feature({ type: 'LineString', coordinates: ring }, { a: 1 }))}\n${JSON.stringify(feature(null, {}))}`,
];
export const geoJsonTokens = [
  '{"type":"Feature","properties":{},"geometry":',
  '{"type":"GeometryCollection","geometries":[',
  '"coordinates":',
  '"features":[',
  '{"a":',
  '[',
  ']',
  '}',
  ',',
  '[0,0],',
  '"',
  '"__proto__":{"polluted":1},',
  '"crs":{"properties":{"name":"EPSG:30162"}},',
  'null',
];

export const a51 = [
  JSON.stringify({
    type: 'FeatureCollection',
    name: 'A51-25_40130',
    features: ['0.3m未満', '1m以上3m未満', '20m以上'].map((depth) =>
      feature(
        { type: 'Polygon', coordinates: [ring] },
        { A51_001: '福岡県', A51_002: '40', A51_003: '福岡市', A51_004: '40130', A51_005: depth },
      ),
    ),
  }),
];
export const depths = [
  '0.3m未満',
  '１ｍ以上３ｍ未満',
  '0.5～3.0m',
  '50cm以上1m未満',
  '20m以上',
  '0.5mから3m',
];
export const depthTokens = [
  'm',
  'cm',
  '以上',
  '未満',
  '以下',
  '〜',
  '、',
  '0.',
  '9',
  'センチメートル',
  'から',
  ' ',
];

export const csv = [
  '名称,経度,緯度,径\r\n"甲, ""乙""",130.4,33.59,800\r\n丙,130.41,33.6,0800\r\n',
  'id;X;Y\n1;62000.5;-55000\n2;62001;-55001\n',
  'name\tWKT\nあ\t"POLYGON ((130 33, 131 33, 131 34, 130 33))"\nい\tGEOMETRYCOLLECTION(POINT Z (1 2 3))\n',
  'address,lat,lon\n福岡市中央区天神1丁目8-1,33.59,130.4\n',
];
export const csvTokens = [
  ',',
  '"',
  '\n',
  '\r',
  '""',
  'a\n',
  ',\n',
  'lon',
  'WKT',
  '(',
  'POINT(',
  ';',
  '\t',
  '=1+1',
];

export const kml = [
  `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>甲 &amp; 乙</name>
<ExtendedData><Data name="径"><value>800</value></Data><SchemaData><SimpleData name="a">b</SimpleData></SchemaData></ExtendedData>
<MultiGeometry><Point><coordinates>130.4,33.59,0</coordinates></Point><Point><coordinates>130.41,33.6</coordinates></Point></MultiGeometry></Placemark>
<Placemark><description><![CDATA[<b>x</b>]]></description><Polygon><outerBoundaryIs><LinearRing><coordinates>
130.4,33.59 130.41,33.59 130.41,33.6 130.4,33.59</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>`,
  '<!DOCTYPE kml [<!ENTITY lol "lol">]><kml><Placemark><name>&lol;</name><LineString><coordinates>1,2 3,4</coordinates></LineString></Placemark></kml>',
];
export const kmlTokens = [
  '<!--',
  '-->',
  '<![CDATA[',
  '<![CDATA[/>',
  ']]>',
  '<?',
  '<!DOCTYPE ',
  '<!--/>',
  '<a ',
  '<a b="c" ',
  '<',
  '>',
  '&',
  '&constructor;',
  '&__proto__;',
  '&#x110000;',
  '<Placemark>',
  '<MultiGeometry>',
  '<name/>',
  ' ',
];

export const sfc = [
  String.raw`ISO-10303-21;
HEADER;
FILE_DESCRIPTION(('SCADEC level2 feature_mode'),'2;1');
ENDSEC;
DATA;
/*SXF
#10 = layer_feature(\'MANHOLE\','1')
SXF*/
/*SXF
#20 = line_feature('1','1','1','1','0.0','0.0','1000.0','2000.0')
SXF*/
/*SXF
#30 = polyline_feature('1','1','1','1','3','(0.0,1.0,2.0)','(0.0,1.0,2.0)')
SXF*/
/*SXF
#35 = sfig_locate_feature('0',\'A\','1.0','2.0','45.0','1.0','1.0')
SXF*/
/*SXF
#40 = sfig_org_feature(\'A\','1')
SXF*/
ENDSEC;
END-ISO-10303-21;
`,
];
export const sfcTokens = [
  '/*SXF',
  'SXF*/',
  "/*SXF\n#1 = line_feature('1'",
  ')',
  "'",
  "\\'",
  String.raw`/*SXF #35 = sfig_locate_feature('0',\'A\','1','2','45','1','1') SXF*/`,
  String.raw`/*SXF #40 = sfig_org_feature(\'A\','1') SXF*/`,
  "/*SXF #20 = arc_feature('1','1','1','1','0','0','1','0','0','1e9') SXF*/",
  ' ',
];

export const zips = [
  zipSync({ 'data/a.geojson': bytes(geoJson[0] ?? ''), 'b.csv': bytes(csv[0] ?? '') }),
  zipSync({ 'a.shp': bytes('x'), 'a.dbf': bytes('y') }, { level: 0 }),
];
export const zipTokens = [
  'PK\u0001\u0002',
  'PK\u0003\u0004',
  'PK\u0005\u0006',
  '\uffff',
  '\u0000',
  '\u00ff',
  '../',
  '\\',
];

/** A drawing as CADs write it: a closed line, a circle, words. */
export function dxf(): Uint8Array[] {
  const writer = new DxfWriter('fuzz');
  writer.polyline(
    '排水区',
    [
      [62000, -55000],
      [62100, -55000],
      [62100, -54900],
    ],
    true,
  );
  const extra =
    '  0\nCIRCLE\n  8\n0\n 10\n1.0\n 20\n2.0\n 40\n5.0\n  0\nTEXT\n  8\n0\n 10\n1\n 20\n2\n 40\n3\n  1\nx\n';
  const plain = `  0\nSECTION\n  2\nENTITIES\n${extra}  0\nENDSEC\n  0\nEOF\n`;
  return [writer.bytes(), bytes(plain)];
}
export const dxfTokens = [
  '  0\n',
  'POLYLINE\n',
  'VERTEX\n',
  'INSERT\n  2\nA\n',
  'BLOCK\n',
  'SEQEND\n',
  ' 10\n1\n',
  '999\n',
  'SECTION\n',
  '\n',
];

/** A shapefile of three points with a CP932 name, as GDAL writes it: shp, shx, dbf. */
export async function shapefile(): Promise<Map<string, Uint8Array>> {
  const gdal = await gdalForTests();
  const { FS } = gdal.Module;
  FS.writeFile('/input/fuzzseed.geojson', bytes(geoJson[2] ?? ''));
  const dataset = openDataset(gdal, '/input/fuzzseed.geojson', {
    drivers: ['GeoJSON', 'GeoJSONSeq'],
    options: [],
    kind: 'vector',
  });
  const written = await gdal.ogr2ogr(dataset, ['-f', 'ESRI Shapefile', '-lco', 'ENCODING=CP932'], 'fuzzseed');
  const files = new Map(
    written.all.map(({ local }) => [local.slice(local.lastIndexOf('.') + 1), FS.readFile(local)] as const),
  );
  await gdal.close(dataset);
  return files;
}

export const project = [
  writeProject({
    savedAt: '2026-11-22T00:00:00Z',
    dataVersion: '0123456789ab',
    overlays: [],
    rest: emptyWorkbench(),
  }),
];

export const urlTokens = [
  '&',
  '=',
  '?',
  '#',
  '/',
  ',',
  '.',
  '%',
  '%E3%81',
  'l=',
  'p=',
  'f=wards/',
  'c=',
  'z=',
  '1e9',
];
