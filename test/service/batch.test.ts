import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalog/layers.js';
import { city } from '../../src/catalog/city.js';
import { addressReport } from '../../src/service/address-report.js';
import { batchAnswerer, batchColumns, type BatchAnswer, type BatchInput } from '../../src/service/batch.js';
import { Service } from '../../src/service/service.js';
import { metersEast } from '../report/fixture-city.js';
import { fixtureFiles, reader } from './fixture-files.js';

const tiles = join(import.meta.dirname, '../../public/tiles');
const service = new Service(city, catalogue);
let answer: (input: BatchInput) => BatchAnswer;
beforeAll(async () => {
  await service.load(reader(fixtureFiles()));
  await service.loadSharedAreas();
  answer = batchAnswerer(service);
});
const at = (longitude: number, latitude: number) =>
  answer({ longitude: String(longitude), latitude: String(latitude) });

describe('a row with a position', () => {
  it('has the contract’s columns in the contract’s order', () => {
    expect(Object.keys(at(130.45, 33.55))).toEqual([...batchColumns]);
    expect(batchColumns.join(',')).toBe(
      'matched,match_level,in_city,ward,town,district,centre,district_certainty,district_alternatives,' +
        'target_mm_per_hour,stage_mm_per_hour,plan,priority_district,inundation_zones,depth_min_m,depth_max_m,' +
        'edge_m,data_version,error,answered_longitude,answered_latitude,answered_accuracy_m',
    );
  });

  it('is answered at that position', () => {
    expect(at(130.454, 33.524)).toMatchObject({
      match_level: 'coordinates',
      in_city: true,
      ward: '東区',
      district: '第二',
      centre: '第二水処理センター',
      district_certainty: 'clear',
      target_mm_per_hour: '59.1',
      inundation_zones: '深い所;駅周辺',
      depth_min_m: 0.5,
      depth_max_m: 1,
      data_version: '0123456789ab',
      error: null,
    });
  });

  it('near edges never shows one decided value', () => {
    expect(at(130.4 + metersEast(10), 33.58)).toMatchObject({
      district: '第二',
      district_certainty: 'near-edge',
      district_alternatives: '第一',
      edge_m: 10,
    });
    expect(at(130.44 + metersEast(50), 33.58)).toMatchObject({
      target_mm_per_hour: '79.5;59.1',
      plan: '雨の計画?',
    });
    expect(at(130.44 - metersEast(50), 33.58)).toMatchObject({
      target_mm_per_hour: '59.1;79.5',
      plan: '雨の計画?',
    });
    expect(at(130.42 - metersEast(50), 33.525)).toMatchObject({ priority_district: '重点?' });
  });

  it('outside the city is empty without an error', () => {
    expect(at(130.55, 33.55)).toMatchObject({ in_city: false, district: null, error: null });
  });

  it('reads full-width digits and ignores the address beside it', () => {
    const row = answer({ longitude: '１３０．４５', latitude: ' 33.55 ', address: '北西' });
    expect(row).toMatchObject({ match_level: 'coordinates', ward: '東区' });
  });

  it.each([
    [{ longitude: 'x', latitude: '33.5' }, 'not-a-number'],
    [{ longitude: '130.4', latitude: '' }, 'not-a-number'],
    [{ longitude: '33.59', latitude: '130.4' }, 'swapped'],
    [{ longitude: '130.4', latitude: '99' }, 'latitude-range'],
    [{ longitude: '', latitude: '', address: ' ' }, 'no-input'],
    [{}, 'no-input'],
    [{ address: 'どこにもない場所' }, 'no-match'],
    [{ address: '幻ポンプ場' }, 'place-not-published'],
    [{ address: '境目' }, 'place-not-published'],
    [{ address: '試験市' }, 'area-too-wide'],
  ])('%j has the error %s and nothing else', (input, error) => {
    const { error: named, ...rest } = answer(input);
    expect(named).toBe(error);
    expect(Object.values(rest).every((value) => value === null)).toBe(true);
  });
});

describe('a row with an address', () => {
  it('is answered for the whole town', () => {
    expect(answer({ address: '西区北西3-4' })).toMatchObject({
      matched: '北西',
      match_level: 'town',
      ward: '西区',
      town: '北西',
      district: '第一',
      district_certainty: 'clear',
      district_alternatives: '',
      edge_m: null,
    });
    expect(answer({ address: '南西' })).toMatchObject({ district: null, district_certainty: 'outside' });
  });

  it('names everything that holds in a part of the town only', () => {
    expect(answer({ address: '東原' })).toMatchObject({
      district: '第二',
      target_mm_per_hour: '79.5;59.1',
      plan: '雨の計画?',
      priority_district: '重点?',
    });
  });

  it('of a ward several districts share is not decided', () => {
    const row = answer({ address: '西区' });
    expect(row).toMatchObject({ match_level: 'ward', district_certainty: 'near-edge', town: null });
    expect([row.district ?? '-', row.district_alternatives].sort()).toEqual(['-', '第一']);
  });

  it('of a facility is answered at its place', () => {
    expect(answer({ address: '試験ポンプ場' })).toMatchObject({ match_level: 'facility', district: '第二' });
  });

  it('takes none of several places of one name, and names them', async () => {
    const built = new Service(city, catalogue);
    await built.loadSharedAreas();
    await built.load(async (name) => ({ ok: true, bytes: await readFile(join(tiles, name)) }));
    const asked = batchAnswerer(built);
    expect(asked({ address: '干隈' })).toEqual({
      ...Object.fromEntries(batchColumns.map((column) => [column, null])),
      error: 'ambiguous:城南区干隈;早良区干隈',
    });
    expect(asked({ address: '平和' }).error).toBe('ambiguous:中央区平和;南区平和');
    expect(asked({ address: '早良区干隈' })).toMatchObject({ ward: '早良区', error: null });
  });

  it('gives the same when asked again', () => {
    expect(answer({ address: '東原' })).toEqual(answer({ address: '東原' }));
  });
});

describe('addressReport', () => {
  it('says what matched, reports at its point and for its area', () => {
    expect(addressReport(service, '西区北西3-4')).toMatchObject({
      ok: true,
      answer: {
        match: { id: 'town-nw', matchLevel: 'town' },
        report: { ward: '西区', treatment: { district: '第一' } },
        area: { kind: 'town', treatment: { wholly: true } },
      },
    });
    expect(addressReport(service, '試験ポンプ場')).toMatchObject({ ok: true, answer: { area: null } });
  });

  it('names another city’s place', () => {
    expect(addressReport(service, '隣の市中央1丁目')).toMatchObject({ ok: false, problem: 'outside-city' });
  });
});

describe('numbers of a row', () => {
  it.each([
    '0x10',
    '0b1',
    '1_3',
    'Infinity',
    '-Infinity',
    'NaN',
    '130,4',
    '130.4.5',
    '130°24′',
    '',
    '１３０．４x',
  ])('%j is no longitude', (longitude) => {
    expect(answer({ longitude, latitude: '33.55' })).toMatchObject({ error: 'not-a-number', ward: null });
  });

  it.each([' 130.45 ', '１３０．４５', '+130.45', '1.3045e2', '130.450'])('%j is', (longitude) => {
    expect(answer({ longitude, latitude: '33.55' })).toMatchObject({
      error: null,
      answered_longitude: 130.45,
    });
  });
});

describe('the place of an answer', () => {
  it('is the row’s own, of which nobody says how good it is', () => {
    expect(at(130.45, 33.55)).toMatchObject({
      answered_longitude: 130.45,
      answered_latitude: 33.55,
      answered_accuracy_m: null,
    });
  });

  it('is the point of the thing that was named, as good as its layer says', () => {
    expect(answer({ address: '試験ポンプ場' })).toMatchObject({
      answered_longitude: 130.45,
      answered_latitude: 33.551,
      answered_accuracy_m: 150,
    });
  });

  it('is a point of the town, which says nothing of the house', () => {
    expect(answer({ address: '東原' })).toMatchObject({
      match_level: 'town',
      answered_longitude: 130.45,
      answered_accuracy_m: null,
    });
  });

  it('is none where there is no answer', () => {
    expect(answer({ address: 'どこにもない場所' })).toMatchObject({
      answered_longitude: null,
      answered_latitude: null,
    });
  });
});

it('cells beyond the header are named, and nothing is answered: which heading is whose is not known', () => {
  const input = { longitude: '130.45', latitude: '33.55' };
  expect(answer({ ...input, beyond: ['', ' '] })).toMatchObject({ error: null, ward: '東区' });
  expect(answer({ ...input, beyond: ['2F', '', '備考'] })).toMatchObject({
    error: 'cells-beyond-header:2F;備考',
    ward: null,
  });
});
