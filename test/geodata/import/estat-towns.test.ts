import type { Geometry } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { crsByEpsg } from '../../../src/formats/crs/crs.js';
import { gdal3 } from '../../../src/formats/node/gdal-in-node.js';
import { box, feature, makeWithGdal, polygon, shapefileMembers, zip, type Properties } from './make-files.js';
import { importSandbox, countsOf, reportOf, townPlace } from './small-city.js';

// Starting GDAL takes long on a busy machine; no test should pay for it.
beforeAll(gdal3, 120_000);

/** A row with every column e-Stat publishes for the census of 2020 (令和2年国勢調査 小地域). */
const row = (own: Properties, geometry: Geometry | null) =>
  feature(
    {
      ...{
        KEY_CODE: '401330010',
        PREF: '40',
        CITY: '133',
        S_AREA: '001000',
        PREF_NAME: '福岡県',
        CITY_NAME: '福岡市中央区',
      },
      ...{
        S_NAME: '天神一丁目',
        KIGO_E: null,
        HCODE: '8101',
        AREA: 70364.265,
        PERIMETER: 1491.587,
        R2KAxx: 1,
        R2KAxx_ID: 1,
      },
      ...{
        KEN: '40',
        KEN_NAME: '福岡県',
        SITYO_NAME: null,
        GST_NAME: '福岡市',
        CSS_NAME: '中央区',
        KIHON1: '0010',
        DUMMY1: '-',
        KIHON2: '01',
      },
      ...{
        KEYCODE1: '133001001',
        KEYCODE2: '133001001',
        AREA_MAX_F: 'M',
        KIGO_D: null,
        N_KEN: null,
        N_CITY: null,
        KIGO_I: null,
      },
      ...{ KBSUM: 1, JINKO: 10, SETAI: 5, X_CODE: 130.4, Y_CODE: 33.59, KCODE1: '0010-01' },
      ...own,
    },
    geometry,
  );
const place = (at: number, half = 0.0021): Geometry => polygon(box(townPlace(at), half));
const chuo = [
  row({ S_NAME: '天神１丁目', KEY_CODE: '401330010' }, place(0)),
  row({ S_NAME: '天神２丁目', KEY_CODE: '401330020' }, place(1)),
  row({ S_NAME: '長浜三丁目', KEY_CODE: '401330030', KIGO_E: 'E1' }, polygon(box([130.39, 33.585], 0.001))),
  row(
    { S_NAME: '長浜三丁目', KEY_CODE: '401330030', KIGO_E: 'E2', KIGO_I: 'I' },
    polygon(box([130.39, 33.589], 0.0004)),
  ),
  row({ S_NAME: '荒津２丁目', KEY_CODE: '401330040' }, place(3)),
  row({ S_NAME: '大名１丁目', KEY_CODE: '401330050' }, place(4)),
  row({ S_NAME: '那の津４丁目', KEY_CODE: '401330060' }, place(5)),
  row({ S_NAME: '薬院九十九丁目', KEY_CODE: '401330070' }, polygon(box([130.39, 33.578]))),
  row({ S_NAME: null, KEY_CODE: '401339999' }, polygon(box([130.39, 33.577]))),
  row({ S_NAME: '博多湾', HCODE: '8154' }, polygon(box([130.39, 33.62]))),
  row({ S_NAME: '天神一丁目', KIGO_D: 'D1', N_KEN: '40', N_CITY: '132' }, place(0, 0.0002)),
  row(
    { S_NAME: '川崎', CITY: '219', CITY_NAME: '大野城市', GST_NAME: '大野城市', CSS_NAME: null },
    polygon(box([130.48, 33.53])),
  ),
];
const published = async (features = chuo, crs = 'EPSG:6668', without: string[] = []) => {
  const parts = await makeWithGdal(features, { format: 'ESRI Shapefile', crs, encoding: 'CP932' });
  return zip(shapefileMembers(parts, 'r2ka40133', ['cpg', ...without]));
};
const fileName = 'A002005212020DDSWC40133-JGD2011.zip';

describe('e-Stat 小地域', () => {
  it('matches towns by ward and name, puts pieces together, names what is no town', async () => {
    const city = importSandbox();
    const report = reportOf(await city.importFile(fileName, await published(), { layer: 'towns' }));
    expect(report).toMatchObject({
      driver: 'estat-towns',
      asOf: '2020-10-01',
      coverage: ['40133'],
      features: 6,
    });
    expect(report.dataSets).toEqual([
      { name: 'r2ka40133', format: 'shapefile', encoding: 'CP932', crs: 'EPSG:6668' },
    ]);
    expect(countsOf(report.skipped, 'reason')).toEqual({
      'water-area': 1,
      'exclave-hole': 1,
      'no-name': 1,
      'other-municipality': 1,
      'not-in-table': 1,
    });
    expect(report.datum).toMatchObject({ kind: 'agrees', pairs: 6 });
    const towns = city.written('towns');
    expect(towns.map(({ properties }) => properties?.['id'])).toContain('town/中央区/天神一丁目');
    const nagahama = towns.find(({ properties }) => properties?.['name'] === '長浜三丁目');
    expect(nagahama?.geometry).toMatchObject({ type: 'MultiPolygon', coordinates: { length: 2 } });
    expect(nagahama?.properties).toMatchObject({ method: 'official', accuracyMeters: 25, ward: '中央区' });
    expect(report.difference).toMatchObject({ before: 8, after: 8, matched: 8, changedCount: 6 });
  });

  it('comes ward by ward: another file adds to the first, the same ward again replaces it', async () => {
    const city = importSandbox();
    await city.importFile(fileName, await published(), { layer: 'towns' });
    const hakata = [
      row({ S_NAME: '金の隈', CITY: '132', KEY_CODE: '401320010', CSS_NAME: '博多区' }, place(6)),
    ];
    const parts = await makeWithGdal(hakata, {
      format: 'GPKG',
      crs: 'EPSG:6668',
      extra: ['-nln', 'r2ka40132'],
    });
    const second = reportOf(
      await city.importFile('r2ka40132.gpkg', parts.get('gpkg') as Uint8Array, { layer: 'towns' }),
    );
    expect(second.coverage).toEqual(['40132']);
    expect(
      city
        .written('towns')
        .map(({ properties }) => properties?.['ward'])
        .sort(),
    ).toEqual(['中央区', '中央区', '中央区', '中央区', '中央区', '中央区', '博多区']);
    const first = city.text('towns');
    await city.importFile(fileName, await published(chuo.slice(0, 2)), { layer: 'towns' });
    expect(city.written('towns')).toHaveLength(3);
    expect(first).not.toBe(city.text('towns'));
    expect(
      JSON.parse(city.text('towns') ?? '').mizumichi.imports.map(
        ({ coverage }: { coverage: string[] }) => coverage,
      ),
    ).toEqual([['40132'], ['40133']]);
  });

  it.each([
    ['GML', 'gml', 'r2ka40133.gml'],
    ['FlatGeobuf', 'fgb', 'r2ka40133.fgb'],
  ] as const)('reads %s as well', async (format, end, name) => {
    const parts = await makeWithGdal(chuo.slice(0, 6), {
      format,
      crs: 'EPSG:6668',
      extra: ['-nln', 'r2ka40133'],
    });
    const report = reportOf(
      await importSandbox().importFile(name, parts.get(end) as Uint8Array, { layer: 'towns' }),
    );
    expect([report.features, report.dataSets[0]?.format]).toEqual([5, format.toLowerCase()]);
  });

  it('reads KML with its ExtendedData', async () => {
    const marks = chuo.slice(0, 6).map(({ properties, geometry }) => {
      const data = Object.entries(properties ?? {}).map(
        ([key, value]) => `<SimpleData name="${key}">${value ?? ''}</SimpleData>`,
      );
      const ring =
        geometry?.type === 'Polygon' ? geometry.coordinates[0]?.map((at) => at.join(',')).join(' ') : '';
      return `<Placemark><name>x</name><ExtendedData><SchemaData>${data.join('')}</SchemaData></ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>${ring}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`;
    });
    const kml = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>${marks.join('')}</Folder></Document></kml>`;
    expect(
      reportOf(await importSandbox().importFile('r2ka40133.kml', kml, { layer: 'towns' })).features,
    ).toBe(5);
  });

  it('reads any system the file names, to the same place', async () => {
    for (const crs of ['EPSG:4612', 'EPSG:6670', 'EPSG:3857', 'EPSG:30162', 'EPSG:4301']) {
      const city = importSandbox();
      const report = reportOf(
        await city.importFile(fileName, await published(chuo.slice(0, 6), crs), { layer: 'towns' }),
      );
      expect([crs, report.datum.kind]).toEqual([crs, 'agrees']);
      const [first] = city.written('towns').filter(({ properties }) => properties?.['name'] === '天神一丁目');
      const ring = first?.geometry?.type === 'Polygon' ? (first.geometry.coordinates[0] ?? []) : [];
      const longitudes = ring.map(([x = NaN]) => x);
      const latitudes = ring.map(([, y = NaN]) => y);
      // GDAL wrote the old datum with a shift of its own choice, some 6 m from ours; both are good to about 10 m.
      const near = crsByEpsg(Number(crs.slice(5)))?.datum === 'tokyo' ? 1e-4 : 2e-6;
      expect(Math.abs(Math.min(...longitudes) - (130.38 - 0.0021))).toBeLessThan(near);
      expect(Math.abs(Math.max(...latitudes) - (33.585 + 0.0021))).toBeLessThan(near);
    }
  });

  it('recognises the old Tokyo datum in a file that declares the new one', async () => {
    const parts = await makeWithGdal(chuo.slice(0, 7), { format: 'ESRI Shapefile', crs: 'EPSG:4301' });
    const other = await makeWithGdal(chuo.slice(0, 1), { format: 'ESRI Shapefile', crs: 'EPSG:6668' });
    parts.set('prj', other.get('prj') as Uint8Array);
    const bytes = zip(shapefileMembers(parts, 'r2ka40133'));
    const city = importSandbox();
    const refused = await city.importFile(fileName, bytes, { layer: 'towns' });
    expect(refused).toMatchObject({ ok: false, problem: 'old-tokyo-datum' });
    expect(refused.ok ? '' : refused.remedy).toContain('EPSG:4301');
    expect(city.text('towns')).toBeNull();
    const told = reportOf(await city.importFile(fileName, bytes, { layer: 'towns', crs: 'EPSG:4301' }));
    expect(told.datum.kind).toBe('agrees');
    expect(countsOf(told.notes, 'kind')['crs-overridden']).toBe(1);
  });

  it('recognises the reverse: new figures read as the old datum', async () => {
    const refused = await importSandbox().importFile(fileName, await published(chuo.slice(0, 7)), {
      layer: 'towns',
      crs: 'EPSG:4301',
    });
    expect(refused).toMatchObject({ ok: false, problem: 'shifted-twice' });
  });
});
