/** GDAL opens the file it is given with the drivers it is given, and nothing that a file names. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openFile } from '../../geodata/import/open-file.js';
import { formats } from '../../src/formats/format-table.js';
import { openDataset } from '../../src/formats/gdal/gdal3.js';
import { inDegrees } from '../../src/formats/in-degrees.js';
import { gdal3 } from '../../src/formats/node/gdal-in-node.js';

beforeAll(gdal3, 120_000);

const folder = mkdtempSync(join(tmpdir(), 'mizumichi-guards-'));
const secret = join(folder, 'secret.csv');
writeFileSync(secret, 'secret,経度,緯度\nmust-not-be-read,130.4,33.59\n');
const vrt = `<OGRVRTDataSource><OGRVRTLayer name="secret"><SrcDataSource>${secret}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>`;

/** Everything an import would see of a file of the disk, as text; or why it sees nothing. */
async function rowsOf(path: string): Promise<string> {
  try {
    const opened = await openFile(path, {});
    const all: unknown[] = [];
    for (const layer of opened.dataSets)
      for await (const { attributes } of inDegrees(layer, { crs: 'EPSG:4326', axes: 'east-north' }).features)
        all.push([...attributes]);
    await opened.close();
    return JSON.stringify(all);
  } catch (error) {
    return String(error);
  }
}

function seen(name: string, content: string): Promise<string> {
  writeFileSync(join(folder, name), content);
  return rowsOf(join(folder, name));
}

const gml = (schema: string, inside: string) =>
  `<?xml version="1.0"?><ogr:FeatureCollection xmlns:ogr="http://ogr.maptools.org/" xmlns:gml="http://www.opengis.net/gml" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://ogr.maptools.org/ ${schema}"><gml:featureMember><ogr:point><ogr:name>own</ogr:name>${inside}<ogr:geometryProperty><gml:Point srsName="EPSG:4326"><gml:coordinates>130.4,33.59</gml:coordinates></gml:Point></ogr:geometryProperty></ogr:point></gml:featureMember></ogr:FeatureCollection>`;

describe('a file that names another', () => {
  it.each([
    ['a VRT called .gml', 'a.gml', vrt],
    ['a VRT called .dxf', 'a.dxf', vrt],
    ['a VRT behind a comment that speaks of GML', 'b.gml', `<!-- http://www.opengis.net/gml -->${vrt}`],
    ['a GML whose schema is a file of the disk', 'c.gml', gml(secret, '')],
    ['a GML whose schema is an address', 'd.gml', gml('http://127.0.0.1:9/schema.xsd', '')],
    ['a GML whose schema lies in a zip', 'e.gml', gml(`/vsizip/${secret}.zip/a.xsd`, '')],
    [
      'a GML whose element stands elsewhere',
      'f.gml',
      gml('a.xsd', `<ogr:other xlink:href="file://${secret}"/>`),
    ],
    [
      'a DXF of an outside drawing',
      'a.dxf',
      `  0\nSECTION\n  2\nBLOCKS\n  0\nBLOCK\n  2\nX\n 70\n4\n  1\n${secret}\n  0\nENDBLK\n  0\nENDSEC\n  0\nSECTION\n  2\nENTITIES\n  0\nINSERT\n  2\nX\n 10\n0\n 20\n0\n  0\nENDSEC\n  0\nEOF\n`,
    ],
    [
      'a GeoJSON of a service',
      'a.geojson',
      `{"type":"FeatureCollection","crs":{"type":"link","properties":{"href":"file://${secret}"}},"features":[{"type":"Feature","properties":{},"geometry":null}]}`,
    ],
  ])('%s shows nothing of it', async (_what, name, content) => {
    expect(await seen(name, content)).not.toContain('must-not-be-read');
  });

  it('a GML of its own is read, so that the tests above test something', async () => {
    expect(await seen('g.gml', gml('a.xsd', ''))).toContain('own');
  });
});

describe('a GeoPackage', () => {
  /** A table of its own, and a view or a virtual table over a file beside it, as somebody might send it. */
  async function withStatement(statement: string): Promise<string> {
    const engine = await gdal3();
    const { FS } = engine.Module;
    const point = {
      type: 'Feature',
      properties: { name: 'own' },
      geometry: { type: 'Point', coordinates: [130.4, 33.59] },
    };
    FS.writeFile('/input/own.geojson', new TextEncoder().encode(JSON.stringify(point)));
    FS.writeFile('/input/secret.csv', new TextEncoder().encode('secret\nmust-not-be-read\n'));
    const source = openDataset(engine, '/input/own.geojson', {
      drivers: ['GeoJSON'],
      options: [],
      kind: 'vector',
    });
    const { local, real } = await engine.ogr2ogr(source, ['-f', 'GPKG', '-nln', 'own'], 'guarded');
    await engine.close(source);
    // GDAL_OF_UPDATE | GDAL_OF_VECTOR
    const pointer = Number(
      engine.Module.ccall(
        'GDALOpenEx',
        'number',
        ['string', 'number', 'number', 'number', 'number'],
        [local, 5, 0, 0, 0],
      ),
    );
    const dataset = { pointer, path: local, type: 'vector' };
    const rows = `INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('v', 'attributes', 'v', 0)`;
    for (const sql of [statement, rows]) await engine.ogrinfo(dataset, ['-sql', sql]).catch(() => undefined);
    await engine.close(dataset);
    return real;
  }

  it.each([
    ['view', `CREATE VIEW v AS SELECT 1 AS fid, ogr_datasource_load_layers('/input/secret.csv') AS secret`],
    ['virtual table', `CREATE VIRTUAL TABLE v USING VirtualOGR('/input/secret.csv')`],
    ['attached database', `ATTACH DATABASE '/input/secret.csv' AS v`],
  ])('whose %s names a file shows nothing of it', async (_what, statement) => {
    const told = await rowsOf(await withStatement(statement));
    expect(told).toMatch(/own|without your consent/);
    expect(told).not.toContain('must-not-be-read');
  });
});

describe('drivers', () => {
  const drivers = [...new Set(formats.flatMap((format) => [...format.drivers]))];
  it.each(drivers)('%s alone understands no VRT', async (driver) => {
    const engine = await gdal3();
    engine.Module.FS.writeFile('/input/a.vrt', new TextEncoder().encode(vrt));
    const open = () =>
      openDataset(engine, '/input/a.vrt', { drivers: [driver], options: [], kind: 'vector' });
    expect(open).toThrow();
  });

  it('see no folder but their own', async () => {
    const { Module } = await gdal3();
    expect(Module.FS.readdir('/')).not.toContain('etc');
    const engine = await gdal3();
    const open = () => openDataset(engine, secret, { drivers: ['CSV'], options: [], kind: 'vector' });
    expect(open).toThrow();
  });
});
