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
    ['swapped axes', [answer('x', 33.59, 130.4)], '0.geometry.coordinates'],
  ])('names what was wrong: %s', (_, json, path) => {
    const result = parseNationalResponse(json);
    expect(result.ok ? '' : result.reason).toContain(path);
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

  it('gives the reason when the service cannot be reached or answers nonsense', async () => {
    const unreachable = await refineOnline(index, 'x', town, () => Promise.reject(new Error('offline')));
    expect(unreachable).toEqual({ ok: false, reason: 'offline' });
    const nonsense = await refineOnline(index, 'x', town, () => Promise.resolve('<html>'));
    expect(nonsense.ok).toBe(false);
  });
});
