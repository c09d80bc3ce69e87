import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePlacesDocument } from '../../src/search/places-document.js';
import { createSearchIndex } from '../../src/search/search-index.js';
import { search } from '../../src/search/search.js';
import { readDocument } from './read-document.js';

const file = join(import.meta.dirname, '../../public/tiles/places-osm.json');
const places = parsePlacesDocument(JSON.parse(readFileSync(file, 'utf8')));
const index = createSearchIndex(readDocument(), places.ok ? places.document : null);
const first = (query: string) => search(index, query).candidates[0];

describe('places people name', () => {
  it('come with the credit and the licence that their source asks for', () => {
    expect(places.ok && places.document).toMatchObject({
      source: '© OpenStreetMap contributors',
      licence: expect.stringContaining('ODbL') as string,
    });
  });

  it.each([
    ['ポートタワー', '博多ポートタワー'],
    ['PayPayドーム', 'ペイペイドーム'],
    ['キャナルシティ', 'キャナルシティ博多'],
    ['Canal City', 'キャナルシティ博多'],
    ['Island City', 'アイランドシティ中央公園'],
    ['マークイズ', 'マークイズ福岡ももち'],
    ['櫛田神社', '櫛田神社'],
    ['Kushida Shrine', '櫛田神社'],
    ['九大病院', '九州大学病院'],
    ['天神地下街', '天神地下街'],
    ['中央区役所', '中央区役所'],
    ['博多区役所', '博多区役所'],
    ['Marinoa City', 'マリノアシティ福岡'],
  ])('%s is %s, matched in full', (query, name) => {
    expect(first(query)).toMatchObject({ kind: 'place', name, matchLevel: 'facility' });
    expect(first(query)?.position).not.toBeNull();
  });

  it('has no place where the source has none', () => {
    expect(first('博多駅地下街')).toMatchObject({ name: '博多駅地下街', position: null });
  });

  it.each([
    ['天神地下街', 18, '中央区', '天神11番出入口'],
    ['てんちか', 18, '中央区', '天神11番出入口'],
    ['博多駅地下街', 35, '博多区', '博多東1番出入口'],
    ['Hakata Station Underground Shopping Mall', 35, '博多区', '博多東1番出入口'],
  ])('%s is an area without an outline, with %d exits behind it', (query, exits, ward, exit) => {
    const { candidates, ambiguous } = search(index, query, { limit: 100 });
    expect(candidates[0]?.area).toEqual({ exits });
    expect(ambiguous).toBe(false);
    const behind = candidates.filter(({ kind, matchLevel }) => kind === 'exit' && matchLevel === 'partial');
    expect(behind).toHaveLength(exits);
    expect(behind[0]).toMatchObject({ name: exit, ward });
    expect(behind.every(({ position, area }) => position !== null && area === undefined)).toBe(true);
  });

  it.each([
    ['하카타역', '博多駅'],
    ['텐진역', '天神駅'],
    ['후쿠오카공항', '福岡空港駅'],
    ['하카타구', '博多区'],
    ['텐진', '天神'],
    ['메이노하마', '姪の浜'],
    ['福冈机场', '福岡空港駅'],
    ['博多车站', '博多駅'],
    ['天神站', '天神駅'],
  ])('%s is %s, and stays as it was written', (query, name) => {
    expect(first(query)).toMatchObject({ name, matched: query });
    expect(first(query)?.matchLevel).not.toBe('partial');
  });
});

describe('outside the city is said only of what is known to lie there', () => {
  it.each(['Kitakyushu', 'Kitakyushu City', 'Kurume City', 'Dazaifu'])('%s does', (query) => {
    expect(search(index, query)).toMatchObject({ candidates: [], reason: 'outside-city' });
  });

  it.each(['Canal City', 'Island City', 'Zzyzx City', 'Sun Selco Prefecture'])(
    '%s is not known to',
    (query) => {
      expect(search(index, query).reason).not.toBe('outside-city');
    },
  );
});

it.each(['8100001', '810-0001', '〒810-0001', '８１０－０００１'])(
  '%s is a postal code, and is said to be one',
  (query) => {
    expect(search(index, query)).toMatchObject({ candidates: [], reason: 'postal-code-only' });
  },
);
