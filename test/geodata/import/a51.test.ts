import type { Geometry } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { gdal3 } from '../../../src/formats/node/gdal-in-node.js';
import { box, feature, ksjGeoJson, makeWithGdal, polygon, shapefileMembers, zip } from './make-files.js';
import { importSandbox, countsOf, reportOf } from './small-city.js';

// Starting GDAL takes long on a busy machine; no test should pay for it.
beforeAll(gdal3, 120_000);

const a51 = (depth: string | null, geometry: Geometry | null, code = '40130', city = '福岡市') =>
  feature({ A51_001: '福岡県', A51_002: '40', A51_003: city, A51_004: code, A51_005: depth }, geometry);
const at = (x: number, y = 33.59): [number, number] => [130.35 + x * 0.01, y];
const hole = [...box(at(3), 0.0004)].reverse();

const published = [
  a51('0.3m未満', polygon(box(at(0)))),
  a51('0.3m以上0.5m未満', polygon(box(at(1)))),
  a51('１ｍ以上３ｍ未満', polygon(box(at(2)))),
  a51('1m以上3m未満', polygon(box(at(3)), hole)),
  a51('20m以上', polygon(box(at(4)))),
  a51('調査中', polygon(box(at(5)))),
  a51(null, polygon(box(at(6)))),
  a51('3m以上5m未満', null),
  a51('0.5m以上1m未満', polygon([...box(at(7))].reverse().slice(0, -1))),
  a51('5m以上10m未満', polygon([at(8), at(8.2, 33.592), at(8.2), at(8, 33.592), at(8)])),
];
const neighbours = [a51('0.3m未満', polygon(box([130.45, 33.03])), '40202', '大牟田市')];

const asPublished = () =>
  zip([
    { path: 'A51-25_40_GML/40130_福岡市/A51-25_40130.geojson', data: ksjGeoJson('A51-25_40130', published) },
    {
      path: 'A51-25_40_GML/40202_大牟田市/A51-25_40202.geojson',
      data: ksjGeoJson('A51-25_40202', neighbours),
    },
    { path: 'A51-25_40_GML/KS-META-A51-25_40130.xml', data: '<?xml version="1.0"?><MD_Metadata/>' },
    {
      path: 'A51-25_40_GML/40130_福岡市/A51-25_40130.xml',
      data: '<?xml version="1.0"?><ksj:Dataset xmlns:gml="http://www.opengis.net/gml/3.2"/>',
    },
  ]);

describe('A51 雨水出水浸水想定区域', () => {
  it('reads the zip as it is published: depths, other cities, unknown classes, ugly shapes', async () => {
    const city = importSandbox();
    const report = reportOf(
      await city.importFile('A51-25_40_GML.zip', asPublished(), { layer: 'inundation' }),
    );
    expect(report).toMatchObject({
      driver: 'a51',
      asOf: '2025-04-01',
      accuracyMeters: 25,
      coverage: ['40130'],
      read: 11,
      features: 7,
    });
    expect(report.source).toBe(
      '「国土数値情報（雨水出水浸水想定区域データ）」（国土交通省）を加工して作成（A51）',
    );
    expect(report.dataSets.map(({ name, crs }) => [name, crs])).toEqual([
      ['A51-25_40130', 'EPSG:6668'],
      ['A51-25_40202', 'EPSG:6668'],
    ]);
    expect(countsOf(report.skipped, 'reason')).toEqual({ 'no-geometry': 1, 'other-municipality': 1 });
    expect(countsOf(report.unknownValues, 'value')).toEqual({ 'A51_005=調査中': 1, 'A51_005=(empty)': 1 });
    expect(countsOf(report.repaired, 'kind')).toEqual({
      'ring-closed': 1,
      'ring-order': 1,
      'self-crossing': 1,
    });
    expect(report.depths.map(({ depth }) => depth)).toEqual([
      '0.3m未満',
      '0.3m以上0.5m未満',
      '0.5m以上1m未満',
      '1m以上3m未満',
      '5m以上10m未満',
      '20m以上',
      '不明',
    ]);
    const classes = city
      .written('inundation-zones')
      .map(({ properties }) => [properties?.['depthMinMeters'], properties?.['depthMaxMeters']]);
    expect(classes).toEqual([
      [0, 0.3],
      [0.3, 0.5],
      [0.5, 1],
      [1, 3],
      [5, 10],
      [20, null],
      [null, null],
    ]);
    // Both notations of 1–3 m are one class: two parts, one with its hole.
    const middle = city.written('inundation-zones')[3];
    expect(middle?.geometry).toMatchObject({
      type: 'MultiPolygon',
      coordinates: [{ length: 1 }, { length: 2 }],
    });
    expect(middle?.properties).toMatchObject({
      method: 'official',
      page: null,
      dangerLevelMeters: null,
      scenarioMmPerHour: null,
    });
    expect(city.said.join('\n')).toContain('読めない値 A51_005=調査中：1（不明のまま。0にはしない）');
  });

  it('keeps the constructed zones beside it, and compares areas', async () => {
    const report = reportOf(
      await importSandbox().importFile('A51-25_40_GML.zip', asPublished(), {
        layer: 'inundation',
        dryRun: true,
      }),
    );
    expect(report.difference).toMatchObject({ before: 1, after: 8, matched: 1, onlyBefore: [] });
    expect(report.difference.area?.lostHectares).toBe(0);
    expect(report.difference.area?.gainedHectares).toBeGreaterThan(20);
  });

  it.each([
    ['CP932', 'CP932', [], 'CP932'],
    ['CP932 by its language driver alone', 'CP932', ['cpg'], 'CP932'],
    ['UTF-8 with a .cpg', 'UTF-8', [], 'UTF-8'],
    ['UTF-8 without one', 'UTF-8', ['cpg'], 'UTF-8'],
  ] as const)('reads the Shapefile in the same zip: %s', async (_, encoding, without, told) => {
    const parts = await makeWithGdal(published.slice(0, 6), {
      format: 'ESRI Shapefile',
      crs: 'EPSG:6668',
      encoding,
    });
    const bytes = zip(shapefileMembers(parts, 'A51-25_40_GML/40130_福岡市/A51-25_40130', [...without]));
    const report = reportOf(
      await importSandbox().importFile('A51-25_40_GML.zip', bytes, { layer: 'inundation' }),
    );
    expect(report.dataSets).toEqual([
      { name: 'A51-25_40130', format: 'shapefile', encoding: told, crs: 'EPSG:6668' },
    ]);
    expect(report.features).toBe(5);
    expect(countsOf(report.unknownValues, 'value')).toEqual({ 'A51_005=調査中': 1 });
  });

  it('asks for the coordinate system a Shapefile leaves out, and names what the specification says', async () => {
    const parts = await makeWithGdal(published.slice(0, 2), { format: 'ESRI Shapefile', crs: 'EPSG:6668' });
    const bytes = zip(shapefileMembers(parts, 'A51-25_40130', ['prj']));
    const city = importSandbox();
    const refused = await city.importFile('A51-25.zip', bytes, { layer: 'inundation' });
    expect(refused).toMatchObject({ ok: false, problem: 'crs-missing' });
    expect(refused.ok ? '' : refused.detail).toContain('EPSG:6668');
    expect(city.text('inundation-zones')).toBeNull();
    const told = reportOf(
      await city.importFile('A51-25.zip', bytes, { layer: 'inundation', crs: 'EPSG:6668' }),
    );
    expect(told.features).toBe(2);
  });

  it('tells swapped axes, and reads them when told', async () => {
    const turned = published.slice(0, 2).map(({ geometry, properties }) => {
      if (geometry?.type !== 'Polygon') throw new Error('polygon wanted');
      return feature(properties as never, {
        ...geometry,
        coordinates: geometry.coordinates.map((ring) => ring.map(([x = 0, y = 0]) => [y, x])),
      });
    });
    const city = importSandbox();
    const text = ksjGeoJson('A51-25_40130', turned);
    const refused = await city.importFile('A51-25_40130.geojson', text, { layer: 'inundation' });
    expect(refused).toMatchObject({ ok: false, problem: 'axes-swapped' });
    expect(refused.ok ? '' : refused.remedy).toContain('north-east');
    const mappingFile = city.mapping({ version: 1, axes: 'north-east' });
    expect(
      reportOf(await city.importFile('A51-25_40130.geojson', text, { layer: 'inundation', mappingFile }))
        .features,
    ).toBe(2);
    expect(city.written('inundation-zones')[0]?.geometry).toEqual(polygon(box(at(0))));
  });

  it('tells metres declared as degrees, with the systems that would fit', async () => {
    const plane = feature(published[0]?.properties as never, polygon(box([-55_700, 65_500], 500)));
    const refused = await importSandbox().importFile(
      'A51-25_40130.geojson',
      ksjGeoJson('A51-25_40130', [plane]),
      {
        layer: 'inundation',
      },
    );
    expect(refused).toMatchObject({ ok: false, problem: 'outside-frame' });
    expect(refused.ok ? '' : refused.detail).toContain('EPSG:6670 (east-north)');
  });

  it('reads the same place from plane coordinates once told', async () => {
    const city = importSandbox();
    const plane = feature(published[0]?.properties as never, polygon(box([-55_700, 65_500], 500)));
    const report = reportOf(
      await city.importFile('A51-25_40130.geojson', ksjGeoJson('A51-25_40130', [plane]), {
        layer: 'inundation',
        crs: 'EPSG:6670',
      }),
    );
    expect(countsOf(report.notes, 'kind')).toMatchObject({ 'crs-overridden': 1 });
    expect(report.depths[0]?.hectares).toBeCloseTo(100, 0);
  });

  it('refuses places outside the frame by name, whatever their code says', async () => {
    const far = a51('1m以上3m未満', polygon(box([135.5, 34.7])));
    const refused = await importSandbox().importFile(
      'A51-25_40130.geojson',
      ksjGeoJson('x', [...published, far]),
      {
        layer: 'inundation',
      },
    );
    expect(refused).toMatchObject({ ok: false, problem: 'outside-frame' });
    expect(refused.ok ? '' : refused.detail).toContain('福岡市 40130 1m以上3m未満');
  });

  it('says so when nothing is the city’s, and when it is other data altogether', async () => {
    const other = await importSandbox().importFile(
      'A51-25_40202.geojson',
      ksjGeoJson('A51-25_40202', neighbours),
      {
        layer: 'inundation',
      },
    );
    expect(other).toMatchObject({
      ok: false,
      problem: 'nothing-left',
      tally: { skipped: [{ reason: 'other-municipality', count: 1 }] },
    });
    const wards = ksjGeoJson('x', [
      feature({ N03_001: '福岡県', N03_004: '福岡市', N03_007: '40131' }, polygon(box(at(0)))),
    ]);
    const strange = await importSandbox().importFile('N03.geojson', wards, { layer: 'inundation' });
    expect(strange).toMatchObject({ ok: false, problem: 'not-this-data' });
    expect(strange.ok ? '' : strange.detail).toContain('A51_005');
  });

  it('takes markup out of attributes and pollutes nothing', async () => {
    const text = ksjGeoJson('A51-25_40130', [
      feature(
        {
          ...published[0]?.properties,
          A51_003: '<img src=x onerror=alert(1)>福岡市<script>alert(2)</script>',
        },
        polygon(box(at(0))),
      ),
    ]).replace('"A51_001"', '"__proto__":"x","A51_001"');
    const report = reportOf(
      await importSandbox().importFile('A51-25_40130.geojson', text, { layer: 'inundation' }),
    );
    expect(report.repaired).toEqual([
      { kind: 'html-stripped', count: 1, examples: ['福岡市 40130 0.3m未満'] },
    ]);
    expect(JSON.stringify(report)).not.toContain('<');
  });
});
