import type { Geometry } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { gdal3 } from '../../../src/formats/node/gdal-in-node.js';
import {
  box,
  cp932,
  feature,
  ksjGeoJson,
  makeWithGdal,
  point,
  polygon,
  shapefileMembers,
  zip,
  type Properties,
} from './make-files.js';
import { importSandbox, countsOf, reportOf, wardBox } from './small-city.js';

// Starting GDAL takes long on a busy machine; no test should pay for it.
beforeAll(gdal3, 120_000);

describe('N03 行政区域', () => {
  const ward = (at: number, ring = wardBox(at), own: Properties = {}) =>
    feature(
      {
        N03_001: '福岡県',
        N03_002: null,
        N03_003: null,
        N03_004: '福岡市',
        N03_005: 'X区',
        N03_007: String(40131 + at),
        ...own,
      },
      polygon(ring),
    );
  const all = [0, 1, 2, 3, 4, 5, 6].map((at) => ward(at));
  const others = [
    ward(0, box([130.2, 33.5]), { N03_004: '糸島市', N03_005: null, N03_007: '40230' }),
    ward(0, box([130.21, 33.5]), { N03_004: '所属未定地', N03_005: null, N03_007: null }),
  ];

  it('reads the islands of a ward as one, of the edition its name carries', async () => {
    const city = importSandbox();
    const text = ksjGeoJson('N03-20250101_40', [...all, ward(4, box([130.1, 33.7], 0.002)), ...others]);
    const report = reportOf(
      await city.importFile(
        'N03-20250101_40_GML.zip',
        zip([{ path: 'N03-20250101_40.geojson', data: text }]),
        {
          layer: 'wards',
        },
      ),
    );
    expect(report).toMatchObject({
      asOf: '2025-01-01',
      features: 7,
      coverage: ['40131', '40132', '40133', '40134', '40135', '40136', '40137'],
    });
    expect(countsOf(report.skipped, 'reason')).toEqual({ 'other-municipality': 2 });
    const west = city.written('wards').find(({ properties }) => properties?.['id'] === 'ward-40135');
    expect(west?.geometry?.type).toBe('MultiPolygon');
    expect(west?.properties).toMatchObject({ name: '西区', code: '40135', method: 'official' });
  });

  it('refuses a part of the city: the rest would overlap it', async () => {
    const refused = await importSandbox().importFile(
      'N03-20250101_40.geojson',
      ksjGeoJson('x', all.slice(0, 5)),
      {
        layer: 'wards',
      },
    );
    expect(refused).toMatchObject({ ok: false, problem: 'incomplete-layer' });
    expect(refused.ok ? '' : refused.detail).toBe('城南区, 早良区');
  });
});

describe('P22 下水道関連施設', () => {
  const pump = (name: string, at: [number, number], own: Properties = {}) =>
    feature(
      {
        P22a_001: '40131',
        P22a_002: name,
        P22a_003: '福岡県福岡市東区奈多',
        P22a_004: '福岡市',
        P22a_007: 10,
        P22a_013: 59,
        ...own,
      },
      point(...at),
    );
  const pumps = [
    pump('大岳ポンプ場', [130.35, 33.66]),
    pump('奈多第一雨水ポンプ場', [130.412, 33.671]),
    pump('同名ポンプ場', [130.41, 33.67]),
    pump('知らないポンプ場', [130.42, 33.67]),
    pump('小倉ポンプ場', [130.88, 33.88], {
      P22a_001: '40106',
      P22a_003: '福岡県北九州市小倉北区',
      P22a_004: '北九州市',
    }),
    feature({ P22a_001: '40131', P22a_002: '形なしポンプ場', P22a_003: '福岡県福岡市' }, null),
  ];

  it('places the yearbook’s stations by name; the rest is named, never added', async () => {
    const city = importSandbox();
    const parts = await makeWithGdal(pumps, {
      format: 'ESRI Shapefile',
      crs: 'EPSG:4612',
      encoding: 'CP932',
    });
    const bytes = zip(shapefileMembers(parts, 'P22-12_40_GML/P22a-12_40', ['cpg']));
    const report = reportOf(await city.importFile('P22-12_40_GML.zip', bytes, { layer: 'pumps' }));
    expect(report).toMatchObject({ driver: 'p22a', asOf: '2012-04-01', accuracyMeters: 50, features: 2 });
    expect(countsOf(report.skipped, 'reason')).toEqual({
      'other-municipality': 1,
      'no-geometry': 1,
      'not-in-table': 1,
      'ambiguous-name': 1,
    });
    expect(countsOf(report.notes, 'kind')).toMatchObject({ 'not-in-file': 2, 'datum-not-checkable': 1 });
    expect(
      city.written('pump-stations').map(({ properties, geometry }) => [properties?.['id'], geometry]),
    ).toEqual([
      ['pump-planned-01', point(130.35, 33.66)],
      ['pump-planned-02', point(130.412, 33.671)],
    ]);
    expect(report.difference.changed.map(({ name, movedMeters }) => [name, movedMeters !== null])).toEqual([
      ['大岳ポンプ場', false],
      ['奈多第1ポンプ場', true],
    ]);
  });

  it('reads plants from their own fields only', async () => {
    const plant = feature(
      { P22b_001: '40133', P22b_002: '中部処理場', P22b_003: '福岡市中央区荒津2丁目', P22b_004: '福岡市' },
      point(130.381, 33.601),
    );
    const text = ksjGeoJson('P22b-12_40', [plant], 'urn:ogc:def:crs:EPSG::4612');
    expect(
      reportOf(await importSandbox().importFile('P22b-12_40.geojson', text, { layer: 'plants' })),
    ).toMatchObject({
      driver: 'p22b',
      features: 1,
    });
    expect(await importSandbox().importFile('P22b-12_40.geojson', text, { layer: 'pumps' })).toMatchObject({
      ok: false,
      problem: 'not-this-data',
    });
  });
});

describe('指定緊急避難場所 CSV', () => {
  const header =
    'NO,共通ID,施設・場所名,住所,洪水,崖崩れ、土石流及び地滑り,高潮,地震,津波,大規模な火事,内水氾濫,火山現象,指定避難所との住所同一,緯度,経度,備考';
  const rows = [
    '1,E4013300001,警固公園,福岡県福岡市中央区天神2,,,,1,1,,,,,33.5862,130.3702,',
    '2,E4013300002,舞鶴公園,福岡県福岡市中央区城内,1,1,,1,1,1,,,1,33.5863,130.3741,',
    '3,E4013300003,大濠公園,福岡県福岡市中央区大濠公園,,,,1,,,,,,33.5861,130.3783,',
    '4,E4013300004,天神中央公園,福岡県福岡市中央区天神1,,,,1,,,,,,33.5861,130.3823,',
    '5,E4013300005,須崎公園,福岡県福岡市中央区天神5,,,,1,,,,,,33.5861,130.3863,',
    '6,E4013300006,<b>新しい公園</b>,福岡県福岡市中央区荒津,,,,,,,1,,,33.5861,130.3903,備考あり',
    '7,E4013300007,どこか,福岡県福岡市中央区,×,,,1,,,,,,,,',
    '8,E4010000008,小倉城,福岡県北九州市小倉北区,1,,,,,,,,,33.88,130.87,',
  ];
  it.each([
    ['UTF-8', new TextEncoder().encode(`\uFEFF${[header, ...rows].join('\r\n')}`)],
    ['CP932', cp932([header, ...rows].join('\r\n'))],
  ])('in %s: flags, wards, what has no place', async (encoding, bytes) => {
    const city = importSandbox();
    const report = reportOf(await city.importFile('40130_2_20251027.csv', bytes, { layer: 'shelters' }));
    expect(report).toMatchObject({ driver: 'gsi-shelters', asOf: '2025-10-27', features: 6 });
    expect(report.dataSets[0]?.encoding).toBe(encoding);
    expect(countsOf(report.skipped, 'reason')).toEqual({ 'no-geometry': 1, 'other-municipality': 1 });
    expect(countsOf(report.unknownValues, 'value')).toEqual({ '洪水=×': 1 });
    expect(countsOf(report.notes, 'kind')).toEqual({ 'no-romanised-name': 1, 'datum-agrees': 1 });
    const byName = new Map(
      city.written('shelters').map(({ properties }) => [properties?.['name'], properties]),
    );
    expect(byName.get('舞鶴公園')).toMatchObject({
      ...{ id: 'shelter-E4013300002', ward: '中央区', nameEn: '舞鶴公園 (Chuo Ward)' },
      ...{
        flood: true,
        inlandFlood: false,
        stormSurge: false,
        tsunami: true,
        landslide: true,
        earthquake: true,
        alsoEvacuationShelter: true,
      },
    });
    expect(byName.get('新しい公園')).toMatchObject({
      inlandFlood: true,
      flood: false,
      alsoEvacuationShelter: false,
    });
    expect(report.difference).toMatchObject({
      before: 6,
      after: 6,
      matched: 5,
      onlyBefore: ['鳥飼公園'],
      onlyAfter: ['新しい公園'],
    });
  });
  it('asks for the date a file name does not carry', async () => {
    const text = [header, ...rows].join('\n');
    expect(
      await importSandbox().importFile('mergeFromCity_2.csv', text, { layer: 'shelters' }),
    ).toMatchObject({
      ok: false,
      problem: 'as-of-unknown',
    });
    expect(
      reportOf(
        await importSandbox().importFile('mergeFromCity_2.csv', text, {
          layer: 'shelters',
          asOf: '2026-04-01',
        }),
      ).asOf,
    ).toBe('2026-04-01');
  });
});

describe('A31 洪水浸水想定区域', () => {
  const area = (own: Properties, at: [number, number] = [130.4, 33.59], half = 0.001) =>
    feature({ ...own }, polygon(box(at, half)));
  const maximum = (rank: number, at?: [number, number], half?: number) =>
    area(
      { A31a_201: '8404020001', A31a_202: '那珂川', A31a_203: '40', A31a_204: '福岡県', A31a_205: rank },
      at,
      half,
    );
  it('keeps the scenarios apart, cuts at the frame, leaves other kinds out', async () => {
    const city = importSandbox();
    const bytes = zip([
      {
        path: 'A31a-24_40_GML/20_想定最大規模/A31a-20-24_8404020001.geojson',
        data: ksjGeoJson('A31a-20-24_8404020001', [
          maximum(2),
          maximum(4, [130.41, 33.59]),
          maximum(9, [130.42, 33.59]),
          maximum(3, [130.62, 33.6], 0.01),
          maximum(1, [130.95, 33.2]),
        ]),
      },
      {
        path: 'A31a-24_40_GML/10_計画規模/A31a-10-24_8404020001.geojson',
        data: ksjGeoJson('A31a-10-24_8404020001', [area({ A31a_102: '那珂川', A31a_105: 1 })]),
      },
      {
        path: 'A31a-24_40_GML/30_浸水継続時間/A31a-30-24_8404020001.geojson',
        data: ksjGeoJson('A31a-30-24_8404020001', [area({ A31a_302: '那珂川', A31a_305: 1 })]),
      },
    ]);
    const report = reportOf(await city.importFile('A31a-24_40_GML.zip', bytes, { layer: 'river-flood' }));
    expect(report).toMatchObject({ driver: 'a31', asOf: '2024-04-01', features: 4 });
    expect(countsOf(report.skipped, 'reason')).toEqual({ 'outside-frame': 1, 'other-kind': 1 });
    expect(countsOf(report.repaired, 'kind')).toMatchObject({ 'cut-at-frame': 1 });
    expect(countsOf(report.notes, 'kind')).toMatchObject({ 'other-scenario-left-out': 1 });
    expect(countsOf(report.unknownValues, 'value')).toEqual({ 'A31a_205=9': 1 });
    const areas = city.written('river-flood');
    expect(
      areas.every(
        ({ properties }) =>
          properties?.['scenario'] === 'assumed-maximum' && properties?.['river'] === '那珂川',
      ),
    ).toBe(true);
    const east = areas
      .flatMap(({ geometry }) => (geometry?.type === 'Polygon' ? geometry.coordinates.flat() : []))
      .map(([x = NaN]) => x);
    expect(Math.max(...east)).toBe(130.62);
  });
  it.each([
    ['2012, five classes', { A31_001: 14 }, 'A31-12_40_GML.zip', [2, 5], '2012-04-01'],
    ['2012, seven classes', { A31_001: 27 }, 'A31-12_40_GML.zip', [5, null], '2012-04-01'],
    ['2020', { A31_202: '室見川', A31_205: '6' }, 'A31-20_40.zip', [20, null], '2020-04-01'],
    ['by mesh', { A31b_201: 1 }, 'A31b-25_10_5030_GEOJSON.zip', [0, 0.5], '2025-04-01'],
  ] as const)('reads the edition of %s', async (_, own, name, [min, max], asOf) => {
    const city = importSandbox();
    const bytes = zip([{ path: 'data/areas.geojson', data: ksjGeoJson('areas', [area(own)]) }]);
    expect(reportOf(await city.importFile(name, bytes, { layer: 'flood' })).asOf).toBe(asOf);
    expect(city.written('river-flood')[0]?.properties).toMatchObject({
      depthMinMeters: min,
      depthMaxMeters: max,
    });
  });
});

describe('own files with a mapping', () => {
  const district = (name: string, geometry: Geometry) => feature({ 処理区名: name, 備考: 'x' }, geometry);
  const districts = [
    district('中部処理区', polygon(box([130.36, 33.58], 0.019))),
    district('西部処理区', polygon(box([130.4, 33.58], 0.019))),
  ];
  const mapping = {
    version: 1,
    source: '福岡市下水道台帳',
    asOf: '2026-04-01',
    accuracyMeters: 5,
    fields: { name: '処理区名' },
  };

  it.each([
    ['GPKG', 'gpkg', 'EPSG:6670'],
    ['FlatGeobuf', 'fgb', 'EPSG:6670'],
    ['GML', 'gml', 'EPSG:6668'],
  ] as const)('treatment districts from %s in %s', async (format, end, crs) => {
    const city = importSandbox();
    const parts = await makeWithGdal(districts, { format, crs });
    const report = reportOf(
      await city.importFile(`処理区.${end}`, parts.get(end) as Uint8Array, {
        layer: 'districts',
        mappingFile: city.mapping(mapping),
      }),
    );
    expect(report).toMatchObject({
      source: '福岡市下水道台帳',
      asOf: '2026-04-01',
      accuracyMeters: 5,
      features: 2,
    });
    const [middle] = city.written('treatment-districts');
    expect(middle?.properties).toMatchObject({ id: 'treatment-district-1', name: '中部', accuracyMeters: 5 });
    expect(middle?.properties?.['drawnAreaHectares']).toBeCloseTo(1487.5, 0);
  });

  it('asks for what is missing, by name', async () => {
    const city = importSandbox();
    const text = ksjGeoJson('d', districts);
    const refuse = (mappingFile?: string, data = text) =>
      city.importFile('d.geojson', data, { layer: 'districts', ...(mappingFile && { mappingFile }) });
    expect(await refuse()).toMatchObject({ problem: 'mapping-missing', detail: 'd: 処理区名, 備考' });
    expect(await refuse(city.mapping('{'))).toMatchObject({ problem: 'mapping-unreadable' });
    expect(await refuse(city.mapping({ ...mapping, acuracy: 5 }))).toMatchObject({
      problem: 'mapping-unreadable',
    });
    expect(await refuse(city.mapping({ version: 1, fields: {} }))).toMatchObject({
      problem: 'mapping-incomplete',
      detail: 'source, asOf, accuracyMeters, fields.name',
    });
    expect(await refuse(city.mapping({ ...mapping, fields: { name: '名称' } }))).toMatchObject({
      problem: 'columns-missing',
    });
    expect(await refuse(city.mapping(mapping), ksjGeoJson('d', districts.slice(0, 1)))).toMatchObject({
      problem: 'incomplete-layer',
      detail: '西部',
    });
    expect(city.text('treatment-districts')).toBeNull();
  });

  it('priority districts by ward and name, with a filter', async () => {
    const city = importSandbox();
    const area = (ward: string, name: string, kind: string, at: number) =>
      feature({ 区: ward, 地区: name, 種: kind }, polygon(box([130.4 + at * 0.01, 33.57])));
    const text = ksjGeoJson('p', [
      area('東区', '原田（１）', '重点', 0),
      area('博多区', '板付', '重点', 1),
      area('南区', '板付地区', '一般', 2),
      area('西区', '板付', '重点', 3),
    ]);
    const mappingFile = city.mapping({
      ...mapping,
      filter: { field: '種', equals: ['重点'] },
      fields: { name: '地区', ward: '区' },
    });
    const report = reportOf(await city.importFile('p.geojson', text, { layer: 'priority', mappingFile }));
    expect(city.written('priority-districts').map(({ properties }) => properties?.['id'])).toEqual([
      'priority-01',
      'priority-02',
    ]);
    expect(countsOf(report.skipped, 'reason')).toEqual({ 'filtered-out': 1, 'not-in-table': 1 });
    const blind = reportOf(
      await city.importFile('p.geojson', text, {
        layer: 'priority',
        mappingFile: city.mapping({ ...mapping, fields: { name: '地区' } }),
      }),
    );
    expect(countsOf(blind.skipped, 'reason')).toEqual({ 'ambiguous-name': 1 });
  });

  it('sewers with factors, codes and an own id, from a plane-coordinate Shapefile whose axes are turned', async () => {
    const city = importSandbox();
    const line = (id: string, diameter: string | null, kind: string): ReturnType<typeof feature> =>
      feature(
        { 管番号: id, 管径m: diameter, 区分: kind, 名称: '天神<i>幹線</i>' },
        {
          type: 'LineString',
          coordinates: [
            [130.4, 33.59],
            [130.401, 33.59],
            [130.401, 33.591],
          ],
        },
      );
    const pipes = [line('a1', '0.25', '合流'), line('a2', '', '？'), line('a3', '１．５', '雨水')];
    const parts = await makeWithGdal(pipes, {
      format: 'ESRI Shapefile',
      crs: 'EPSG:6670',
      encoding: 'CP932',
    });
    const fields = {
      id: '管番号',
      name: '名称',
      diameterMillimeters: { field: '管径m', factor: 1000 },
      kind: { field: '区分', values: { 合流: 'combined', 雨水: 'storm' } },
    };
    const report = reportOf(
      await city.importFile('管きょ.zip', zip(shapefileMembers(parts, 'データ/管きょ')), {
        layer: 'sewers',
        mappingFile: city.mapping({ ...mapping, fields }),
      }),
    );
    expect(
      city
        .written('sewers')
        .map(({ properties }) => [
          properties?.['id'],
          properties?.['diameterMillimeters'],
          properties?.['kind'],
          properties?.['name'],
        ]),
    ).toEqual([
      ['sewer-a1', 250, 'combined', '天神幹線'],
      ['sewer-a2', null, null, '天神幹線'],
      ['sewer-a3', 1500, 'storm', '天神幹線'],
    ]);
    expect(countsOf(report.unknownValues, 'value')).toEqual({ '区分=？': 1 });
    expect(countsOf(report.repaired, 'kind')).toEqual({ 'html-stripped': 3 });
    expect(report.difference.length).toMatchObject({ beforeKilometers: 0, afterKilometers: 0.611 });

    // The same numbers with X and Y exchanged, as surveyors write them.
    const turned = await makeWithGdal(pipes, {
      format: 'GPKG',
      crs: 'EPSG:6670',
      extra: [
        '-dialect',
        'SQLite',
        '-sql',
        'SELECT SwapCoords(ST_Transform(geometry, 6670)) AS geometry, "管番号", "管径m", "区分", "名称" FROM source',
        '-s_srs',
        'EPSG:6670',
      ],
    });
    const bytes = turned.get('gpkg') as Uint8Array;
    const refused = await city.importFile('管きょ.gpkg', bytes, {
      layer: 'sewers',
      mappingFile: city.mapping({ ...mapping, fields }),
    });
    expect(refused).toMatchObject({ ok: false, problem: 'axes-swapped' });
    const told = reportOf(
      await city.importFile('管きょ.gpkg', bytes, {
        layer: 'sewers',
        mappingFile: city.mapping({ ...mapping, axes: 'north-east', fields }),
      }),
    );
    expect(told.difference.length?.afterKilometers).toBe(0.611);
  });
});
