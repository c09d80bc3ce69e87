import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { fiscalYear } from '../../../geodata/import/driver/trunk-lines.js';
import { statusInYear } from '../../../src/network/status-in-year.js';
import { readTrunkSewers } from '../../../src/workbench/trunk/trunk-layer.js';
import { box, feature, ksjGeoJson, polygon } from './make-files.js';
import { countsOf, importSandbox, reportOf } from './small-city.js';

const layer = 'trunk-sewers';
const line = (at: number): Geometry => ({
  type: 'LineString',
  coordinates: [
    [130.4 + at * 0.01, 33.59],
    [130.405 + at * 0.01, 33.592],
  ],
});
const trunk = (
  name: string,
  own: Record<string, string | number | null> = {},
  geometry: Geometry = line(0),
) => feature({ 幹線名: name, 状況: '供用中', 年度: 2022, 出典: '試験の台帳', 精度m: 8, ...own }, geometry);
const file = (...rows: ReturnType<typeof trunk>[]) => ksjGeoJson('trunks', rows);
const asOf = '2026-04-01';

describe('lines of trunk sewers', () => {
  it('go before what is known without them, with status, year and source; the rest of the facts stays', async () => {
    const city = importSandbox();
    const rows = [
      trunk('中部２号幹線'),
      trunk(
        '中部第十一号幹線',
        { 状況: '施工中', 年度: '令和6年度', 出典: '工事のお知らせ', 精度m: '15' },
        line(1),
      ),
    ];
    const report = reportOf(await city.importFile('trunks.geojson', file(...rows), { layer, asOf }));
    expect(report).toMatchObject({ driver: 'trunk-lines', features: 2, accuracyMeters: 15, asOf });
    expect(countsOf(report.notes, 'kind')).toMatchObject({ 'not-in-file': 1 });
    const sewers = readTrunkSewers(JSON.parse(readFileSync(join(city.tiles, `${layer}.geojson`), 'utf8')));
    const [second, eleventh, unplaced] = sewers!;
    expect(second!.properties).toMatchObject({
      ...{ id: 'trunk-sewer-01', name: '中部2号幹線', method: 'official', accuracyMeters: 8, asOf },
      ...{ status: 'in-service', statusBasis: '試験の台帳（2026-04-01）', note: '貯留施設を兼ねる。' },
      ...{ periodStart: '2009-04', periodEnd: '2022-03', plan: '計画', diameterMillimeters: 1500 },
      source: '年報（2025-03-31）。位置は試験の台帳（2026-04-01）',
    });
    expect(eleventh!.properties).toMatchObject({
      ...{
        status: 'under-way',
        periodStart: '2024-04',
        periodEnd: '2029-03',
        accuracyMeters: 15,
        note: null,
      },
    });
    expect(sewers!.map(({ geometry }) => geometry?.type)).toEqual(['LineString', 'LineString', undefined]);
    expect(unplaced!.properties).toMatchObject({ method: 'transcribed', asOf: '2025-03-31' });
    // The year slider reads them: built by the end of the year before, in service from the year the file names.
    const at = (year: number) => statusInYear(second!.properties, year).status;
    expect([2008, 2021, 2022, 2030].map(at)).toEqual(['before', 'under-way', 'in-service', 'in-service']);
    expect([2023, 2024, 2030].map((year) => statusInYear(eleventh!.properties, year).status)).toEqual([
      'before',
      'under-way',
      'due',
    ]);
    expect(await city.run({ layer, remove: true })).toMatchObject({ ok: true });
    const back = readTrunkSewers(JSON.parse(readFileSync(join(city.tiles, `${layer}.geojson`), 'utf8')));
    expect(back!.every(({ geometry }) => geometry === null)).toBe(true);
  });

  it('come with columns of any name where a mapping tells them', async () => {
    const city = importSandbox();
    const rows = [
      feature({ 名: '塩原老司雨水幹線', 段階: 'B' }, line(2)),
      feature({ 名: '中部2号幹線', 段階: 'X' }, line(1)),
    ];
    const mapping = {
      ...{ version: 1, source: '台帳', asOf, accuracyMeters: 5 },
      fields: { name: '名', status: { field: '段階', values: { B: 'under-way' } } },
    };
    const report = reportOf(
      await city.importFile('own.geojson', ksjGeoJson('own', rows), {
        layer,
        mappingFile: city.mapping(mapping),
      }),
    );
    expect(report).toMatchObject({ driver: 'own-trunk-lines', source: '台帳', accuracyMeters: 5 });
    expect(countsOf(report.unknownValues, 'value')).toEqual({ '段階=X': 1 });
    expect(
      city.written(layer).map(({ properties }) => [properties?.['name'], properties?.['status']]),
    ).toEqual([
      ['中部2号幹線', 'unknown'],
      ['塩原老司雨水幹線', 'under-way'],
    ]);
    const without = { ...mapping, fields: { name: '名' } };
    expect(
      await city.importFile('own.geojson', ksjGeoJson('own', rows), {
        layer,
        mappingFile: city.mapping(without),
      }),
    ).toMatchObject({ problem: 'mapping-incomplete', detail: 'fields.status' });
  });

  it.each([
    ['no name is one of the named trunks', file(trunk('知らない幹線')), 'names-unknown', '知らない幹線'],
    [
      'two lines are one trunk',
      file(trunk('中部2号幹線'), trunk('中部第２号幹線', {}, line(1))),
      'drawn-twice',
      '中部2号幹線 = 中部第２号幹線',
    ],
    [
      'the file has areas',
      file(trunk('中部2号幹線', {}, polygon(box([130.4, 33.59])))),
      'wants-line',
      '中部2号幹線',
    ],
    [
      'the columns are others',
      ksjGeoJson('x', [feature({ 名: 'x' }, line(0))]),
      'mapping-missing',
      'trunks: 名 ⇐ 下水道幹線の線: 幹線名, 状況, 年度, 出典, 精度m',
    ],
  ])('are refused in a sentence where %s', async (_, text, problem, detail) => {
    const city = importSandbox();
    const result = await city.importFile('trunks.geojson', text, { layer, asOf });
    expect(result).toMatchObject({ ok: false, problem, detail });
    const message = result.ok ? '' : result.message;
    expect(message.endsWith(`（${detail}）`)).toBe(true);
    expect(city.said).toContain(message);
    expect(city.text(layer)).toBeNull();
  });

  it('leave out, and name, a line that no trunk has, or of which nobody says whose or how good it is', async () => {
    const city = importSandbox();
    const rows = [
      trunk('中部2号幹線'),
      trunk('知らない幹線', {}, line(1)),
      trunk('中部11号幹線', { 出典: null }, line(2)),
      trunk('塩原老司雨水幹線', { 精度m: null }, line(3)),
    ];
    const report = reportOf(await city.importFile('trunks.geojson', file(...rows), { layer, asOf }));
    expect(countsOf(report.skipped, 'reason')).toEqual({
      'not-in-table': 1,
      'no-source': 1,
      'no-accuracy': 1,
    });
    expect(city.written(layer)).toHaveLength(1);
    expect(city.said.some((said) => said.includes('知らない幹線'))).toBe(true);
  });
});

describe('shapes of another kind', () => {
  it.each([
    ['wards', 'wants-polygon', { N03_004: '中央区', N03_007: '40133' }, line(0)],
    ['pumps', 'wants-point', { P22a_001: 40130, P22a_002: '大岳' }, polygon(box([130.4, 33.59]))],
  ])('are named for %s', async (other, problem, properties, geometry) => {
    const city = importSandbox();
    const text = ksjGeoJson('other', [feature(properties, geometry)]);
    expect(await city.importFile('N03-20250101_P22-12.geojson', text, { layer: other, asOf })).toMatchObject({
      problem,
    });
  });
});

it('a fiscal year is read as offices write it', () => {
  expect(
    ['2027', '２０２７年度', '令和9年度', 'R9', '平成元年度', 'H31', '昭和45', '', '9', '1868'].map(
      fiscalYear,
    ),
  ).toEqual([2027, 2027, 2027, 2027, 1989, 2019, 1970, null, null, null]);
});
