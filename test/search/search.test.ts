import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/search/candidate.js';
import { createSearchIndex } from '../../src/search/search-index.js';
import { search } from '../../src/search/search.js';
import { readDocument } from './read-document.js';

const index = createSearchIndex(readDocument());
const find = (query: string, limit = 10) => search(index, query, { limit }).candidates;
const brief = ({ ward, name, matchLevel }: Candidate) => `${matchLevel} ${ward} ${name}`;

describe('names that several wards have', () => {
  it('shows each apart', () => {
    expect(find('干隈').slice(0, 2).map(brief)).toEqual(['town-group 城南区 干隈', 'town-group 早良区 干隈']);
    const peace = find('平和').slice(0, 2);
    expect(new Set(peace.map(({ ward }) => ward))).toEqual(new Set(['中央区', '南区']));
  });

  it('gives one of them when its ward is written, before or behind', () => {
    for (const query of ['早良区干隈', '干隈 早良区', '干隈（早良区）', 'Hoshikuma, Sawara-ku']) {
      const [best, ...others] = find(query);
      expect(best, query).toMatchObject({ ward: '早良区', name: '干隈', matchLevel: 'town-group' });
      expect(others.filter(({ ward, wardMismatch }) => ward === '城南区' && !wardMismatch)).toEqual([]);
    }
  });

  it('says when the first is no better than the second', () => {
    for (const query of ['干隈', '平和', '那の川2丁目', 'Hoshikuma', '堅粕'])
      expect(search(index, query).ambiguous, query).toBe(true);
    for (const query of ['早良区干隈', '平和1丁目', '天神', '博多駅', '33.59,130.40', '']) {
      expect(search(index, query).ambiguous, query).toBe(false);
    }
  });

  it('covers all towns of the base name with a point inside one of them', () => {
    const [best] = find('早良区干隈');
    expect(best?.towns).toHaveLength(4);
    expect(best?.featureRef).toBeNull();
    const places = find('早良区干隈')
      .filter(({ towns }) => towns.length === 1)
      .map(({ position }) => position);
    expect(places).toContainEqual(best?.position);
  });
});

describe('a ward that contradicts the town', () => {
  it.each(['博多区天神1丁目', 'Tenjin 1-chome, Hakata-ku', '博多区てんじん1丁目'])('%s', (query) => {
    const candidates = find(query);
    expect(candidates[0]).toMatchObject({ kind: 'ward', name: '博多区' });
    const town = candidates.find(({ name }) => name === '天神一丁目');
    expect(town).toMatchObject({ wardMismatch: true, matchLevel: 'partial' });
    expect(
      candidates.filter(({ wardMismatch, matchLevel }) => wardMismatch && matchLevel !== 'partial'),
    ).toEqual([]);
  });

  it('names the ward asked for first when another ward has that 丁目', () => {
    const [best] = find('南区平和3丁目');
    expect(best).toMatchObject({ ward: '南区', name: '平和', matchLevel: 'partial', rest: '3丁目' });
  });
});

describe('what is not in the city', () => {
  it.each([
    ['春日市春日1丁目', '春日市'],
    ['福岡県春日市原町3-1-5', '春日市'],
    ['糟屋郡粕屋町仲原', '粕屋町'],
    ['粕屋町仲原', '粕屋町'],
    ['北九州市小倉北区浅野1', '北九州市'],
    ['福岡県久留米市城南町15-3', '久留米市'],
    ['東京都中央区銀座1-1', '東京都'],
    ['大阪市西区', '大阪市'],
    ['佐賀県佐賀市', '佐賀県'],
    ['太宰府市宰府4', '太宰府市'],
    ['Dazaifu', '太宰府市'],
    ['小倉北区浅野', '小倉北区'],
    ['Kitakyushu City', 'kitakyushu'],
    ['1-1 Ginza, Chuo-ku, Tokyo', 'tokyo'],
    ['35.6812,139.7671', '35.68120, 139.76710'],
  ])('%s is outside, told by %s', (query, outside) => {
    expect(search(index, query)).toEqual({
      candidates: [],
      ambiguous: false,
      equallyGood: 0,
      reason: 'outside-city',
      outside,
    });
  });

  it.each(['市崎1丁目', '南区市崎', '福岡市立花寺', '中央市民センター', '福岡空港', '中央区'])(
    '%s is not',
    (query) => {
      expect(find(query).length).toBeGreaterThan(0);
    },
  );
});

describe('no candidate', () => {
  it.each([
    ['', 'empty'],
    [' 　\n', 'empty'],
    ['- . ,', 'empty'],
    ['〒810-0001', 'postal-code-only'],
    ['８１０−０００１', 'postal-code-only'],
    ['1-8-1', 'no-match'],
    ['zzzzqqqq', 'no-match'],
    ['😀', 'no-match'],
  ])('%j: %s', (query, reason) => {
    expect(search(index, query)).toEqual({
      candidates: [],
      ambiguous: false,
      equallyGood: 0,
      reason,
      outside: null,
    });
  });
});

describe('while typing', () => {
  it.each([
    ['天', '天神'],
    ['てんじ', '天神'],
    ['テン', '天神'],
    ['tenj', '天神'],
    ['tenz', '天神'],
    ['博多駅ま', '博多駅前'],
    ['中央区て', '天神'],
    ['もも', '百道'],
    ['momoc', '百道'],
    ['姪の', '姪の浜'],
    ['shir', '白金'],
    ['中部水処', '中部水処理センター'],
  ])('%s offers %s, as a guess', (query, name) => {
    const offered = find(query).find((candidate) => candidate.name === name);
    expect(offered?.matchLevel).toBe('partial');
  });

  it('keeps to the ward that was written', () => {
    for (const candidate of find('城南区な', 50)) expect([null, '城南区']).toContain(candidate.ward);
  });

  it('gives no more than asked for, each once', () => {
    const candidates = find('公園', 7);
    expect(candidates).toHaveLength(7);
    expect(new Set(candidates.map(({ id }) => id)).size).toBe(7);
  });
});

describe('slips of the finger', () => {
  it.each([
    ['博多駅前町', '博多駅前'],
    ['百道兵', '百道'],
    ['hakataekimai', '博多駅前'],
    ['山王調整池', '山王1号雨水調整池'],
    ['ももちばま', '百道浜'],
  ])('%s still finds %s, as a guess', (query, name) => {
    expect(find(query).find((candidate) => candidate.name === name)?.matchLevel).toBe('partial');
  });
});

describe('City Hall, known to the town of its printed address', () => {
  it.each([
    '福岡市役所',
    '市役所',
    '福岡市庁舎',
    'しやくしょ',
    '中央区の福岡市役所',
    'Fukuoka City Hall',
    'City Hall',
  ])('is found as %s', (query) => {
    const [best] = find(query);
    const town = 'town/中央区/天神一丁目';
    expect(best).toMatchObject({ kind: 'landmark', name: '福岡市役所', ward: '中央区', towns: [town] });
    expect(['town', 'partial']).toContain(best?.matchLevel);
  });

  it('is not the office of a ward', () => {
    expect(find('博多区役所')[0]).toMatchObject({ kind: 'ward', name: '博多区', rest: '役所' });
    expect(find('中央区役所')[0]).toMatchObject({ kind: 'ward', name: '中央区', rest: '役所' });
  });
});

describe('positions', () => {
  it('takes coordinates in either order', () => {
    for (const query of ['33.59,130.40', '130.40 33.59', '北緯33.59 東経130.40', 'geo:33.59,130.40']) {
      expect(find(query), query).toMatchObject([{ matchLevel: 'coordinates', position: [130.4, 33.59] }]);
    }
  });

  it('takes plus codes, short ones near the city centre', () => {
    const [full] = find('8Q5GHCR2+4X');
    expect(full).toMatchObject({ kind: 'coordinates', matchLevel: 'coordinates' });
    expect(find('HCR2+4X 福岡市')[0]?.position).toEqual(full?.position);
  });

  it('has no position for a town that has none published', () => {
    expect(find('中央区大字今泉')[0]).toMatchObject({ name: '大字今泉', position: null });
  });
});
