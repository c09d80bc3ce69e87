import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/search/candidate.js';
import { compareWards, nationalSearchUrl, parseNationalResponse } from '../../src/search/national.js';
import { refineOnline } from '../../src/search/refine-online.js';
import { createSearchIndex } from '../../src/search/search-index.js';
import { search } from '../../src/search/search.js';
import { readDocument } from './read-document.js';

const index = createSearchIndex(readDocument());

const answer = (title: string, longitude: number, latitude: number) => ({
  geometry: { coordinates: [longitude, latitude], type: 'Point' },
  type: 'Feature',
  properties: { addressCode: '', title },
});
const offline = (query: string): Candidate => {
  const [best] = search(index, query).candidates;
  if (!best) throw new Error(`nothing found for ${query}`);
  return best;
};
const refinement = (title: string, longitude = 130.401, latitude = 33.591) => ({
  title,
  position: [longitude, latitude] as const,
  addressCode: '',
});

describe('reading the response', () => {
  it('keeps title, place and code', () => {
    const json = [answer('福岡県福岡市中央区天神一丁目８番', 130.4017, 33.5902)];
    expect(parseNationalResponse(json)).toEqual({
      ok: true,
      refinements: [
        { title: '福岡県福岡市中央区天神一丁目８番', position: [130.4017, 33.5902], addressCode: '' },
      ],
    });
    const coded = { ...answer('x', 130, 33), properties: { title: 'x', addressCode: '40133' } };
    expect(parseNationalResponse([coded])).toEqual({
      ok: true,
      refinements: [{ title: 'x', position: [130, 33], addressCode: '40133' }],
    });
    const uncoded = { ...answer('x', -180, -90), properties: { title: 'x' } };
    expect(parseNationalResponse([uncoded])).toEqual({
      ok: true,
      refinements: [{ title: 'x', position: [-180, -90], addressCode: '' }],
    });
    expect(parseNationalResponse([])).toEqual({ ok: true, refinements: [] });
  });

  it.each([
    ['an error page', '<html>', 'response'],
    ['no array', { error: 'busy' }, 'response'],
    [
      'no title',
      [{ geometry: { type: 'Point', coordinates: [130, 33] }, properties: {} }],
      '0.properties.title',
    ],
    [
      'no numbers',
      [{ ...answer('x', 0, 0), geometry: { type: 'Point', coordinates: ['a', 'b'] } }],
      '0.geometry',
    ],
    ['an empty title', [answer('', 130, 33)], '0.properties.title'],
    ['one number', [{ ...answer('x', 0, 0), geometry: { type: 'Point', coordinates: [130] } }], '0.geometry'],
    [
      'a line',
      [{ ...answer('x', 0, 0), geometry: { type: 'LineString', coordinates: [130, 33] } }],
      '0.geometry.type',
    ],
    ['beyond the date line', [answer('x', 180.1, 33)], '0.geometry.coordinates'],
    ['swapped axes', [answer('x', 33.59, 130.4)], '0.geometry.coordinates'],
  ])('names what was wrong: %s', (_, json, path) => {
    const result = parseNationalResponse(json);
    expect(result.ok ? '' : result.reason).toContain(path);
  });
});

describe('asking', () => {
  it('sends the first 200 characters, escaped', () => {
    expect(nationalSearchUrl('天神&1')).toBe(
      'https://msearch.gsi.go.jp/address-search/AddressSearch?q=%E5%A4%A9%E7%A5%9E%261',
    );
    expect(nationalSearchUrl('a'.repeat(300))).toBe(nationalSearchUrl('a'.repeat(200)));
  });
});

describe('comparing with the offline answer', () => {
  it.each([
    ['中央区天神1-8-1', '福岡県福岡市中央区天神一丁目８番１号', 'same-town'],
    ['中央区天神', '福岡県福岡市中央区天神一丁目', 'same-town'],
    ['中央区天神1-8-1', '福岡県福岡市中央区大名一丁目', 'other-town'],
    ['南区平和1丁目', '福岡県福岡市中央区平和三丁目', 'other-ward'],
    ['城南区梅林5丁目', '福岡県福岡市早良区梅林六丁目', 'other-ward'],
    ['中央区', '福岡県福岡市中央区天神一丁目', 'same-ward'],
    ['中央区天神1丁目', '東京都中央区銀座一丁目', 'outside-city'],
    ['中央区天神1丁目', '福岡県春日市春日一丁目', 'outside-city'],
    ['中央区天神1丁目', 'どこか', 'unknown'],
  ])('%s against %s: %s', (query, title, agreement) => {
    expect(compareWards(index, offline(query), refinement(title)).agreement).toBe(agreement);
  });

  it('measures how far the two places lie apart', () => {
    const town = offline('中央区天神1丁目');
    const [longitude = NaN, latitude = NaN] = town.position ?? [];
    const near = compareWards(index, town, refinement('福岡市中央区天神一丁目', longitude, latitude + 0.001));
    expect(near.apartMeters).toBe(111);
    const east = compareWards(index, town, refinement('福岡市中央区天神一丁目', longitude + 0.001, latitude));
    expect(east.apartMeters).toBe(93);
    expect(compareWards(index, { ...town, position: null }, refinement('福岡市')).apartMeters).toBeNull();
  });

  it('names both wards, and what the title means here', () => {
    const { offlineWard, onlineWard, online } = compareWards(
      index,
      offline('中央区天神1丁目'),
      refinement('福岡県福岡市博多区冷泉町１番'),
    );
    expect([offlineWard, onlineWard, online?.name, online?.rest]).toEqual([
      '中央区',
      '博多区',
      '冷泉町',
      '１番',
    ]);
    const nothing = compareWards(index, offline('福岡市'), refinement('東京都'));
    expect(nothing).toMatchObject({
      agreement: 'outside-city',
      offlineWard: null,
      onlineWard: null,
      online: null,
    });
  });

  it('cannot tell where one of the two says too little', () => {
    expect(compareWards(index, offline('福岡市'), refinement('福岡市中央区天神一丁目')).agreement).toBe(
      'unknown',
    );
    expect(compareWards(index, offline('中央区天神1丁目'), refinement('福岡市')).agreement).toBe('unknown');
    // A title of which only the beginning is known here
    const guess = compareWards(index, offline('中央区天神1丁目'), refinement('福岡市中央区天神コア'));
    expect(guess.agreement).toBe('unknown');
  });
});

describe('refining online', () => {
  const town = offline('中央区天神1-8-1');
  const [longitude = NaN, latitude = NaN] = town.position ?? [];

  it('takes answers of the same town as blocks and keeps the others out', async () => {
    const asked: string[] = [];
    const json = [
      answer('福岡県福岡市中央区天神一丁目８番１号', longitude, latitude),
      answer('福岡県福岡市南区大楠一丁目８番', 130.41, 33.57),
      // The right words at a wrong place.
      answer('福岡県福岡市中央区天神一丁目８番', 130.3, 33.5),
    ];
    const result = await refineOnline(index, '中央区天神1-8-1', town, (url) => {
      asked.push(url);
      return Promise.resolve(json);
    });
    expect(asked).toEqual([nationalSearchUrl('中央区天神1-8-1')]);
    expect(result).toMatchObject({ ok: true, candidates: [{ matchLevel: 'block', ward: '中央区' }] });
    expect(result.ok && result.rejected.map(({ agreement }) => agreement)).toEqual([
      'other-ward',
      'same-town',
    ]);
  });

  /** Places so many metres north of the town’s point. */
  // A degree of latitude on turf's sphere.
  const north = (meters: number): [number, number] => [longitude, latitude + meters / 111_195];
  const refined = async (meant: Candidate, ...json: unknown[]) => {
    const result = await refineOnline(index, 'x', meant, () => Promise.resolve(json));
    if (!result.ok) throw new Error(result.reason);
    return result;
  };

  it('believes a town within 2 km of its point, a group of towns within 6 km', async () => {
    const title = '福岡県福岡市中央区天神一丁目８番１号';
    const group = { ...offline('中央区天神'), position: town.position };
    for (const [meant, meters, taken] of [
      [town, 1990, 1],
      [town, 2010, 0],
      [group, 5990, 1],
      [group, 6010, 0],
    ] as const) {
      const { candidates, rejected } = await refined(meant, answer(title, ...north(meters)));
      expect([candidates.length, rejected.length]).toEqual([taken, 1 - taken]);
    }
    // A town whose point is not published says nothing of distances.
    const { candidates } = await refined({ ...town, position: null }, answer(title, ...north(9000)));
    expect(candidates).toHaveLength(1);
  });

  it('where only a ward was found, takes what lies in that ward', async () => {
    const { candidates, rejected } = await refined(
      offline('中央区'),
      answer('福岡県福岡市中央区大名一丁目１番', 130.39, 33.59),
      answer('福岡県福岡市博多区冷泉町１番', 130.41, 33.595),
    );
    expect(candidates.map(({ name }) => name)).toEqual(['福岡県福岡市中央区大名一丁目１番']);
    expect(rejected.map(({ agreement }) => agreement)).toEqual(['other-ward']);
    const other = await refined(town, answer('福岡県福岡市中央区', longitude, latitude));
    expect(other.candidates).toEqual([]);
  });

  it('says of each answer what it stands for: the service’s words and place, no finer than it wrote', async () => {
    const { candidates } = await refined(
      town,
      answer('福岡県福岡市中央区天神一丁目８番１号', longitude, latitude),
      answer('福岡県福岡市中央区天神一丁目', longitude, latitude),
    );
    expect(candidates).toEqual([
      {
        ...town,
        id: 'online:福岡県福岡市中央区天神一丁目８番１号',
        name: '福岡県福岡市中央区天神一丁目８番１号',
        nameEn: '福岡県福岡市中央区天神一丁目８番１号',
        position: [longitude, latitude],
        matchLevel: 'block',
        matched: '福岡県福岡市中央区天神一丁目８番１号',
        rest: '',
      },
      {
        ...town,
        id: 'online:福岡県福岡市中央区天神一丁目',
        name: '福岡県福岡市中央区天神一丁目',
        nameEn: '福岡県福岡市中央区天神一丁目',
        position: [longitude, latitude],
        matchLevel: 'town',
        matched: '福岡県福岡市中央区天神一丁目',
        rest: '',
      },
    ]);
  });

  it('looks at twenty answers and no more, and at none that means nothing here', async () => {
    const many = Array.from({ length: 25 }, (_, i) =>
      answer(`福岡県福岡市中央区天神一丁目${i + 1}番`, longitude, latitude),
    );
    expect((await refined(town, ...many)).candidates).toHaveLength(20);
    const { candidates, rejected } = await refined(town, answer('どこか', longitude, latitude));
    expect(candidates).toEqual([]);
    expect(rejected).toEqual([
      { agreement: 'unknown', offlineWard: '中央区', onlineWard: null, online: null, apartMeters: 0 },
    ]);
  });

  it('gives the reason when the service cannot be reached or answers nonsense', async () => {
    const unreachable = await refineOnline(index, 'x', town, () => Promise.reject(new Error('offline')));
    expect(unreachable).toEqual({ ok: false, reason: 'offline' });
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what is no Error is tried too
    const odd = await refineOnline(index, 'x', town, () => Promise.reject('gone'));
    expect(odd).toEqual({ ok: false, reason: 'gone' });
    const nonsense = await refineOnline(index, 'x', town, () => Promise.resolve('<html>'));
    expect(nonsense.ok).toBe(false);
  });
});
