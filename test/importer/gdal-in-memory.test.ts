import { beforeAll, describe, expect, it } from 'vitest';
import { blobSource } from '../../geodata/import/read/byte-source.js';
import { openInMemory, type StartGdal } from '../../geodata/import/read/open-in-memory.js';
import { gdalInMemory } from '../../src/importer/gdal-in-memory.js';
import { box, feature, polygon } from '../geodata/import/make-files.js';
import { zip } from '../geodata/import/make-zip.js';
import { gdalForTests, writtenByGdal } from '../workbench/overlay/gdal-node.js';

beforeAll(gdalForTests, 120_000);
const start: StartGdal = async () => gdalInMemory(await gdalForTests());
const source = (name: string, bytes: Uint8Array | string) =>
  blobSource(name, new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]));

const areas = [feature({ 名称: '福岡市中央区', A51_005: '１ｍ以上３ｍ未満' }, polygon(box([130.4, 33.59])))];
const plane = ['-s_srs', 'EPSG:4326', '-t_srs', 'EPSG:6670'];
async function read(name: string, bytes: Uint8Array | string, crs: string | null = null) {
  const { dataSets } = await openInMemory(source(name, bytes), crs, start);
  const [dataSet] = dataSets;
  if (!dataSet) throw new Error('no data set');
  const rows = [];
  for await (const row of dataSet.features({ crs, axes: 'east-north' })) rows.push(row);
  const [first] = rows;
  const ring = first?.geometry?.type === 'Polygon' ? first.geometry.coordinates[0] : undefined;
  const west = Math.min(...(ring ?? []).map(([x = NaN]) => x));
  return {
    dataSet,
    rows,
    name: first?.attributes.get('名称'),
    depth: first?.attributes.get('A51_005'),
    west,
  };
}

describe('formats that need GDAL, without a disk', () => {
  for (const encoding of ['CP932', 'UTF-8'])
    for (const cpg of [true, false])
      it(`reads a zipped Shapefile in ${encoding}, ${cpg ? 'with' : 'without'} .cpg, folder name in CP932`, async () => {
        const written = await writtenByGdal(areas, 'ESRI Shapefile', [
          ...plane,
          '-lco',
          `ENCODING=${encoding}`,
        ]);
        const members = [...written]
          .filter(([name]) => cpg || !name.endsWith('.cpg'))
          .map(([name, data]) => ({ path: `データ/浸水想定.${name.split('.').at(-1)}`, data }));
        const { dataSet, ...found } = await read('A51.zip', zip(members));
        expect(dataSet).toMatchObject({ format: 'shapefile', encoding, crs: { epsg: 'EPSG:6670' } });
        expect(found).toMatchObject({ name: '福岡市中央区', depth: '１ｍ以上３ｍ未満' });
        expect(found.west).toBeCloseTo(130.399, 6);
      });

  it.each([
    ['GPKG', 'gpkg'],
    ['FlatGeobuf', 'fgb'],
    ['GML', 'gml'],
  ])('reads %s', async (driver, extension) => {
    const written = await writtenByGdal(areas, driver, plane);
    const [, bytes] = [...written].find(([name]) => name.endsWith(`.${extension}`)) ?? [];
    const found = await read(`浸水 想定.${extension}`, bytes ?? '');
    expect(found).toMatchObject({ name: '福岡市中央区', depth: '１ｍ以上３ｍ未満' });
    expect(found.west).toBeCloseTo(130.399, 6);
  });

  it('converts GeoJSON in another system, and reads a second file after the first', async () => {
    const metres = {
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::6670' } },
      features: [feature({ 名称: '点' }, polygon(box([-55_700, 65_500], 50)))],
    };
    for (let turn = 0; turn < 2; turn++) {
      const { west } = await read('metres.geojson', JSON.stringify(metres));
      expect(west).toBeGreaterThan(130.39);
      expect(west).toBeLessThan(130.41);
    }
  });

  it.each([
    [
      'alone.shp',
      new Uint8Array([0, 0, 0x27, 0x0a, ...new Array<number>(96).fill(0)]),
      'shapefile-incomplete',
    ],
    ['towns.gpkg', 'SQLite format 3\u0000', 'unreadable'],
    ['shape.zip', zip([{ path: 'a/A51.shp', data: 'x' }]), 'shapefile-incomplete'],
  ])('names what is wrong with %s', async (name, bytes, problem) => {
    await expect(read(name, bytes)).rejects.toMatchObject({ problem });
  });
});
