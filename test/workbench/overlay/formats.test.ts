/** Each format, written by GDAL or by hand to its description, opens and lands on its control points. */
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { city as fukuoka } from '../../../src/catalog/city.js';
import { distanceMeters } from '../../../src/geometry/measure.js';
import { toPlane } from '../../../src/geometry/plane-rectangular.js';
import { eachPosition } from '../../../src/geometry/positions.js';
import { isPlaced, type OverlayLayer, type UnplacedLayer } from '../../../src/workbench/overlay/overlay.js';
import { placeUnplaced } from '../../../src/workbench/overlay/place-layer.js';
import { readFiles } from '../../../src/workbench/overlay/read-files.js';
import { scoreCrs } from '../../../src/formats/crs/score-crs.js';
import { controlPoints, degreeFeatures, planeFeatures } from './control-points.js';
import { storedZip } from '../../formats/stored-zip.js';
import { gdalInMemory, writtenByGdal } from '../../formats/gdal-for-tests.js';

const cityFrame = { epsg: fukuoka.planeEpsg, box: fukuoka.bbox, frame: fukuoka.frame };
beforeAll(gdalInMemory);

const text = (content: string) => new TextEncoder().encode(content);
const read = (files: Iterable<[string, Uint8Array]>) =>
  readFiles(
    [...files].map(([name, bytes]) => ({ name, bytes })),
    { city: cityFrame, loadGdal: gdalInMemory, onProgress: () => undefined },
  );

async function readOne(files: Iterable<[string, Uint8Array]>): Promise<OverlayLayer | UnplacedLayer> {
  const [result] = await read(files);
  if (!result?.ok) throw new Error(JSON.stringify(result));
  const layer = result.layers[0];
  if (!layer) throw new Error('no layer');
  return layer;
}

function choose(layer: OverlayLayer | UnplacedLayer): OverlayLayer {
  if (isPlaced(layer)) return layer;
  const positions: number[][] = [];
  for (const { geometry } of layer.features) eachPosition(geometry, (position) => positions.push(position));
  const best = scoreCrs(positions, cityFrame).candidates[0];
  if (!best) throw new Error('no candidate');
  return placeUnplaced(layer, best, cityFrame);
}

/** Farthest of the control points from where the layer put it, metres. */
function worst(layer: OverlayLayer): number {
  const found: [number, number][] = [];
  for (const { geometry } of layer.features)
    eachPosition(geometry, ([longitude = NaN, latitude = NaN]) => found.push([longitude, latitude]));
  return Math.max(
    ...controlPoints.map(({ place }) =>
      Math.min(...found.map((position) => distanceMeters(position, place))),
    ),
  );
}

const shapefileParts = (files: Map<string, Uint8Array>, keep = /\.(shp|shx|dbf|prj|cpg)$/) =>
  new Map([...files].filter(([name]) => keep.test(name)));

describe('formats written by GDAL', () => {
  it.each([
    ['GPKG', []],
    ['GML', []],
    ['FlatGeobuf', []],
    ['ESRI Shapefile', ['-lco', 'ENCODING=UTF-8']],
    ['ESRI Shapefile', ['-lco', 'ENCODING=CP932']],
  ])('%s %j in zone II says its own system and lands within 0.5 m', async (driver, options) => {
    const layer = await readOne(
      await writtenByGdal(planeFeatures, driver, ['-a_srs', 'EPSG:6670', ...options]),
    );
    expect(isPlaced(layer)).toBe(true);
    expect((layer as OverlayLayer).crs).toMatchObject({ how: 'file', epsg: 6670 });
    expect(worst(layer as OverlayLayer)).toBeLessThan(0.5);
    // FlatGeobuf sorts its features along a curve, so rows are compared as a set.
    const rows = layer.features.map(
      ({ properties }) => `${String(properties.name)} ${String(properties.note)}`,
    );
    expect(rows.sort()).toEqual(controlPoints.map(({ name }, index) => `${name} φ${index} ﾃｽﾄ`).sort());
    expect(layer.counts).toEqual({ point: 4, line: 0, polygon: 0, none: 0 });
  });

  it.each([
    ['KML', []],
    ['GeoJSON', []],
    ['GML', ['-a_srs', 'EPSG:6668']],
  ])('%s in degrees lands within 0.5 m', async (driver, options) => {
    const layer = await readOne(await writtenByGdal(degreeFeatures, driver, options));
    expect(isPlaced(layer)).toBe(true);
    expect(worst(layer as OverlayLayer)).toBeLessThan(0.5);
  });

  it('a GeoPackage in the old datum is moved by about 400 m and says how well', async () => {
    const files = await writtenByGdal(degreeFeatures, 'GPKG', [
      '-t_srs',
      'EPSG:30162',
      '-s_srs',
      'EPSG:4326',
    ]);
    const layer = (await readOne(files)) as OverlayLayer;
    expect(layer.notes).toContainEqual({ reason: 'old-datum', accuracyMeters: 10 });
    expect(worst(layer)).toBeLessThan(10);
  });

  it('a DXF names no system: asked, zone II first, and within 0.5 m', async () => {
    const layer = await readOne(await writtenByGdal(planeFeatures, 'DXF', []));
    expect(isPlaced(layer)).toBe(false);
    const placed = choose(layer);
    expect(placed.crs).toMatchObject({ how: 'asked', epsg: 6670, swapped: false });
    expect(worst(placed)).toBeLessThan(0.5);
  });

  it('a shapefile of CP932 without .cpg and without .prj keeps its Japanese and is asked about', async () => {
    const files = shapefileParts(
      await writtenByGdal(planeFeatures, 'ESRI Shapefile', ['-lco', 'ENCODING=CP932']),
      /\.(shp|shx|dbf)$/,
    );
    const table = [...files].find(([name]) => name.endsWith('.dbf'))?.[1];
    if (table) table[29] = 0;
    const layer = await readOne(files);
    expect(layer.features[0]?.properties.name).toBe('博多駅');
    expect(isPlaced(layer)).toBe(false);
    expect(worst(choose(layer))).toBeLessThan(0.5);
  });

  it.each(['LOCAL_CS["図面座標",UNIT["metre",1]]', 'ENGCRS["図面座標",EDATUM["x"],CS[Cartesian,2]]'])(
    'a shapefile whose .prj says %s names nothing on earth: asked, with that name',
    async (prj) => {
      const files = shapefileParts(
        await writtenByGdal(planeFeatures, 'ESRI Shapefile', []),
        /\.(shp|shx|dbf)$/,
      );
      const [first = ''] = files.keys();
      files.set(first.replace(/\.\w+$/, '.prj'), text(prj));
      const layer = await readOne(files);
      expect(isPlaced(layer)).toBe(false);
      if (prj.startsWith('LOCAL_CS')) expect(layer).toMatchObject({ declared: '図面座標' });
      expect(worst(choose(layer))).toBeLessThan(0.5);
    },
  );

  it('the same in a zip, in folders named in CP932', async () => {
    const files = shapefileParts(
      await writtenByGdal(planeFeatures, 'ESRI Shapefile', ['-a_srs', 'EPSG:6670']),
    );
    // The bytes of 下水道/ in CP932.
    const folder = '\u0089\u00ba\u0090\u0085\u0093\u00b9/';
    const zipped = storedZip(
      [...files].map(([name, content]) => ({
        name: Uint8Array.from(folder + name, (c) => c.charCodeAt(0)),
        content,
      })),
    );
    const layer = (await readOne([['下水道.zip', zipped]])) as OverlayLayer;
    expect(layer.fileName).toMatch(/^下水道\//);
    expect(worst(layer)).toBeLessThan(0.5);
  });

  it('several shapefiles in one zip become several layers', async () => {
    const one = await writtenByGdal(planeFeatures, 'ESRI Shapefile', ['-a_srs', 'EPSG:6670']);
    const two = await writtenByGdal(planeFeatures, 'ESRI Shapefile', ['-a_srs', 'EPSG:6670']);
    const results = await read([['two.zip', zipSync(Object.fromEntries([...one, ...two]))]]);
    expect(results.map((result) => result.ok)).toEqual([true, true]);
  });

  it('several layers of one GeoPackage become several overlays', async () => {
    const files = await writtenByGdal(planeFeatures, 'GPKG', ['-a_srs', 'EPSG:6670', '-nln', '管渠']);
    const layer = await readOne(files);
    expect(layer.counts.point).toBe(4);
  });
});

describe('formats written by hand to their description', () => {
  it('CSV with 経度 and 緯度 in CP932', async () => {
    const rows = controlPoints.map(({ place }, index) => `${index},${place[0]},${place[1]}`);
    const ascii = text(`\n${rows.join('\n')}\n`);
    // 番号,経度,緯度 in CP932
    const header = [0x94, 0xd4, 0x8d, 0x86, 0x2c, 0x8c, 0x6f, 0x93, 0x78, 0x2c, 0x88, 0xdc, 0x93, 0x78];
    const layer = await readOne([['点.csv', Uint8Array.from([...header, ...ascii])]]);
    expect(layer.fields.map(({ name }) => name)).toEqual(['番号', '経度', '緯度']);
    expect(layer.notes).toContainEqual({ reason: 'encoding', encoding: 'CP932' });
    expect(worst(choose(layer))).toBeLessThan(0.5);
  });

  it('CSV of a survey: X座標 is north, found as swapped', async () => {
    const rows = controlPoints.map(({ name, place }) => {
      const plane = toPlane(place);
      return `${name},"${plane.northMeters.toFixed(3)}",${plane.eastMeters.toFixed(3)}`;
    });
    const layer = await readOne([['kijun.csv', text(`点名,X座標(m),Y座標(m)\n${rows.join('\r\n')}`)]]);
    const placed = choose(layer);
    expect(placed.crs).toMatchObject({ epsg: 6670, swapped: true });
    expect(worst(placed)).toBeLessThan(0.5);
  });

  it('CSV with well-known text, codes with leading zeros kept as text', async () => {
    const wkt = controlPoints.map(({ place }) => place.join(' ')).join(',');
    const layer = await readOne([['line.csv', text(`WKT;管渠番号;径\n"LINESTRING (${wkt})";0012;250\n`)]]);
    expect(layer.features[0]?.properties).toEqual({ 管渠番号: '0012', 径: 250 });
    expect(worst(choose(layer))).toBeLessThan(0.5);
  });

  it('KML with ExtendedData, CDATA, MultiGeometry and a namespace prefix; KMZ the same', async () => {
    const kml = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "boom">]><k:kml xmlns:k="http://www.opengis.net/kml/2.2"><k:Document>
      <k:Placemark><k:name>幹線 &amp; 支線</k:name><k:description><![CDATA[<b onclick="x()">太字</b>]]></k:description>
      <k:ExtendedData><k:Data name="径"><k:value>1650</k:value></k:Data></k:ExtendedData>
      <k:MultiGeometry>${controlPoints
        .map(({ place }) => `<k:Point><k:coordinates> ${place.join(',')},0 </k:coordinates></k:Point>`)
        .join('')}</k:MultiGeometry></k:Placemark></k:Document></k:kml>`;
    for (const [name, bytes] of [
      ['a.kml', text(kml)],
      ['a.kmz', zipSync({ 'doc.kml': text(kml) })],
    ] as const) {
      const layer = (await readOne([[name, bytes]])) as OverlayLayer;
      expect(layer.features[0]?.properties).toEqual({
        name: '幹線 & 支線',
        description: '<b onclick="x()">太字</b>',
        径: '1650',
      });
      expect(worst(layer)).toBeLessThan(0.5);
    }
  });

  it('GeoJSON with a 2008 crs member in zone II, and one feature a line', async () => {
    const withCrs = {
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::6670' } },
      features: planeFeatures,
    };
    const layer = (await readOne([['a.geojson', text(JSON.stringify(withCrs))]])) as OverlayLayer;
    expect(layer.crs).toMatchObject({ epsg: 6670, how: 'file' });
    expect(worst(layer)).toBeLessThan(0.5);
    const lines = degreeFeatures.map((feature) => JSON.stringify(feature)).join('\n');
    expect(worst((await readOne([['b.json', text(lines)]])) as OverlayLayer)).toBeLessThan(0.5);
  });

  it('SXF (.sfc): shapes of a 部分図 in millimetres, a placed group, a frame on the sheet', async () => {
    const planes = controlPoints.map(({ place }) => toPlane(place));
    const mm = (value: number) => (value * 1000).toFixed(6);
    const xs = planes.slice(0, 3).map(({ eastMeters }) => mm(eastMeters));
    const ys = planes.slice(0, 3).map(({ northMeters }) => mm(northMeters));
    const last = planes[3]!;
    const records = [
      `layer_feature(\\'管渠\\','1')`,
      `point_marker_feature('1','1','0.000000','0.000000','1','0','1')`,
      `sfig_org_feature(\\'人孔\\','4')`,
      `polyline_feature('1','1','1','1','3','(${xs.join(',')})','(${ys.join(',')})')`,
      `sfig_locate_feature('1',\\'人孔\\','${mm(last.eastMeters)}','${mm(last.northMeters)}','30.0','2.0','2.0')`,
      `spline_feature('1','1','1','1','1','4','(0,1,2,3)','(0,1,2,3)')`,
      `sfig_org_feature(\\'平面図\\','1')`,
      `line_feature('1','1','1','1','0.0','0.0','841.0','0.0')`,
      `sfig_locate_feature('0',\\'平面図\\','0.0','0.0','0.0','0.002','0.002')`,
      `drawing_sheet_feature(\\'図面\\','1','1','841','594')`,
    ];
    const body = records.map((record, index) => `/*SXF\n#${(index + 1) * 10} = ${record}\nSXF*/`).join('\n');
    const sfc = `ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION(('SCADEC level2 feature_mode'),'2;1');\nENDSEC;\nDATA;\n${body}\nENDSEC;\nEND-ISO-10303-21;\n`;
    const layer = await readOne([['平面図.sfc', text(sfc)]]);
    expect(layer.counts).toMatchObject({ line: 1, point: 1 });
    expect(layer.notes).toContainEqual({ reason: 'paper-shapes', count: 1 });
    expect(layer.notes).toContainEqual({ reason: 'unsupported-shapes', count: 1, names: 'spline_feature' });
    expect(layer.features[0]?.properties.Layer).toBe('管渠');
    const placed = choose(layer);
    expect(placed.crs).toMatchObject({ epsg: 6670, unit: 1 });
    expect(worst(placed)).toBeLessThan(0.5);
  });
});
