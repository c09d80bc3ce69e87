/** Answers that one of the two former readers gave, and that one reader for both must not take away. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openFile } from '../../geodata/import/open-file.js';
import { openFiles } from '../../geodata/import/open-files.js';
import { bytesSource } from '../../src/formats/byte-source.js';
import { detailOf, ReadFailure } from '../../src/formats/read-failure.js';
import { callers, onImport, onWorkbench, type NamedBytes } from './both-callers.js';
import { gdalForTests, gdalInMemory, writtenByGdal } from './gdal-for-tests.js';

beforeAll(gdalInMemory, 120_000);

const text = (content: string) => new TextEncoder().encode(content);
const point = (name: string, coordinates = [130.4, 33.59]) => ({
  type: 'Feature',
  properties: { name },
  geometry: { type: 'Point', coordinates },
});
const collection = (...names: string[]) =>
  text(JSON.stringify({ type: 'FeatureCollection', features: names.map((name) => point(name)) }));
const at = '130.4000000 33.5900000';
const placemark = (name: string, more = '') =>
  `<Placemark><name>${name}</name>${more}<Point><coordinates>130.4,33.59</coordinates></Point></Placemark>`;
const kml = (inside: string) => text(`<kml xmlns="http://www.opengis.net/kml/2.2">${inside}</kml>`);
const refusalOf = async (files: readonly NamedBytes[]) => {
  const sources = files.map(([name, bytes]) => bytesSource(name, bytes));
  const opened = openFiles(sources, { startGdal: gdalInMemory });
  const failure: unknown = await opened.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failure instanceof ReadFailure)) throw new Error('it was read');
  return { reason: failure.problem.reason, detail: detailOf(failure.problem) };
};

describe.each(callers)('on %s', (_, read) => {
  it('every KML of a KMZ is read, doc.kml first', async () => {
    const kmz = zipSync({
      'legend.kml': kml(placemark('凡例')),
      'doc.kml': kml(placemark('本体')),
      'files/part.kml': kml(placemark('部分')),
    });
    const rows = ['本体', '凡例', '部分'].map((name) => ({ name, at }));
    expect(await read([['a.kmz', kmz]])).toEqual({ rows });
  });

  it('two geometries of a Placemark are both read', async () => {
    const line = '<LineString><coordinates>130.4,33.5 130.5,33.5</coordinates></LineString>';
    const rows = [{ name: '二つ', at: `130.4000000 33.5000000, 130.5000000 33.5000000, ${at}` }];
    expect(await read([['a.kml', kml(placemark('二つ', line))]])).toEqual({ rows });
  });

  it('a Placemark inside another is read as well', async () => {
    const nested = kml(placemark('外', placemark('内')));
    expect(await read([['a.kml', nested]])).toEqual({
      rows: [
        { name: '外', at },
        { name: '内', at },
      ],
    });
  });

  it('null among the features is passed over', async () => {
    const content = JSON.stringify({ type: 'FeatureCollection', features: [null, point('点'), null] });
    expect(await read([['a.geojson', text(content)]])).toEqual({ rows: [{ name: '点', at }] });
  });

  it('an explanation in a zip is no table', async () => {
    const zip = zipSync({ '説明.txt': text('説明'), 'a.geojson': collection('点') });
    expect(await read([['a.zip', zip]])).toEqual({ rows: [{ name: '点', at }] });
  });

  it.each([
    ['a.geojson', 'not data'],
    ['a.kml', 'not data'],
    ['a.ifc', 'ISO-10303-21;\nHEADER;\nENDSEC;\nEND-ISO-10303-21;\n'],
  ])('%s with something else in it is of no known format', async (name, content) => {
    expect(await read([[name, text(content)]])).toEqual({ refused: 'unknown-format' });
  });

  it('JSON of Esri has features too, but none of ours', async () => {
    const esri = {
      geometryType: 'esriGeometryPoint',
      features: [{ attributes: {}, geometry: { x: 1, y: 2 } }],
    };
    expect(await read([['a.json', text(JSON.stringify(esri))]])).toEqual({ refused: 'no-features' });
  });
});

describe('what GDAL hands over', () => {
  it('has every row, also one beyond the poles or the date line', async () => {
    const rows = [point('良', [130.4, 33.59]), point('極', [130.4, 95]), point('線', [180.0001, 33.59])];
    const options = ['-a_srs', 'EPSG:6668'];
    const written = await writtenByGdal(rows, 'FlatGeobuf', [...options, '-lco', 'SPATIAL_INDEX=NO']);
    const [bytes] = written.values();
    const answer = await onImport([['a.fgb', bytes ?? new Uint8Array()]]);
    expect(answer).toEqual({
      rows: [
        { name: '良', at },
        { name: '極', at: '130.4000000 95.0000000' },
        { name: '線', at: '180.0001000 33.5900000' },
      ],
    });
    expect(await onWorkbench([['a.fgb', bytes ?? new Uint8Array()]])).toEqual({
      refused: 'absurd-coordinates',
    });
  });

  it('is gone afterwards, also when it gave up in the middle', async () => {
    const { FS } = (await gdalForTests()).Module;
    const before = [...FS.readdir('/input'), ...FS.readdir('/output')];
    const gdal = await gdalInMemory();
    const files = new Map([['geojson', bytesSource('a.geojson', collection('点'))]]);
    const opened = await gdal.open(files, ['GeoJSON'], []);
    const convert = async () => {
      for await (const piece of opened.convert(['-f', 'GeoJSONSeq', 'no such layer']))
        expect(piece).toBeNull();
    };
    await expect(convert()).rejects.toThrow();
    await opened.close();
    expect([...FS.readdir('/input'), ...FS.readdir('/output')]).toEqual(before);
  });

  it('and what it says names the file, not its place in the virtual disk', async () => {
    const { reason, detail } = await refusalOf([['地図.gml', text('<FeatureCollection xmlns="x">')]]);
    expect(reason).toBe('unreadable');
    expect(detail).toContain('地図.gml');
    expect(detail).not.toContain('input');
  });
});

describe('an import', () => {
  it('passes over XML that is no data, beside data in XML', async () => {
    const written = await writtenByGdal([point('面')], 'GML', ['-a_srs', 'EPSG:6668']);
    const gml = [...written].find(([name]) => name.endsWith('.gml'))?.[1] ?? new Uint8Array();
    const zip = zipSync({ 'FG-GML-1.xml': gml, 'fmdid.xml': text('<?xml version="1.0"?><MD_Metadata/>') });
    const opened = await openFiles([bytesSource('FG-GML.zip', zip)], { startGdal: gdalInMemory });
    expect(opened.dataSets.map(({ name }) => name)).toEqual(['FG-GML-1']);
    await opened.close();
  });

  it('names a coordinate system nobody knows', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'mizumichi-test-')), 'a.geojson');
    await writeFile(path, collection('点'));
    const opened = await openFile(path, { crs: 'EPSG:9999', encoding: null });
    const [layer] = opened.dataSets;
    const rows = async () => {
      for await (const row of layer?.convertWithGdal?.({ crs: 'EPSG:9999', swapped: false }) ?? [])
        expect(row).toBeNull();
    };
    await expect(rows()).rejects.toMatchObject({ problem: { reason: 'crs-unknown' } });
    await opened.close();
    await rm(join(path, '..'), { recursive: true });
  });

  it('names the file it does not know', async () => {
    expect(await refusalOf([['読んで.md', text('# 題')]])).toEqual({
      reason: 'unknown-format',
      detail: '読んで.md',
    });
  });
});

describe('a file of a folder', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mizumichi-test-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is read though the parts of a shapefile of its name lie beside it', async () => {
    await writeFile(join(folder, 'A51-25.geojson'), collection('面'));
    for (const extension of ['shp', 'shx', 'DBF', 'prj', 'cpg', 'xsd'])
      await writeFile(join(folder, `A51-25.${extension}`), 'x');
    const opened = await openFile(join(folder, 'A51-25.geojson'), { crs: null, encoding: null });
    expect(opened.dataSets.map(({ name, format }) => [name, format])).toEqual([['A51-25', 'geojson']]);
    await opened.close();
    expect(await readdir(folder)).toHaveLength(7);
  });
});
