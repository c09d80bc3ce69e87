import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/search/candidate.js';
import { nationalQuery } from '../../src/search/national-query.js';

const town: Candidate = {
  id: 'town',
  kind: 'town',
  name: '天神一丁目',
  nameEn: 'Tenjin 1-chome',
  ward: '中央区',
  position: [130.4, 33.59],
  matchLevel: 'town',
  matched: '天神1',
  rest: '8-1',
  featureRef: null,
  towns: ['town'],
  wardMismatch: false,
};
const ask = (changes: Partial<Candidate>) => nationalQuery({ ...town, ...changes }, '福岡市');

describe('what the national address search is asked', () => {
  it.each([
    ['8-1', '8-1'],
    ['8番1号', '8番1号'],
    ['８番地の１', '８番地の１'],
    ['八番一号', '八番一号'],
    ['8-1 みずほビル3階 山田様', '8-1'],
    ['8番1号みずほビル', '8番1号'],
  ])('%s → %s, and nothing of building or person', (rest, number) => {
    expect(ask({ rest })).toBe(`福岡市中央区天神一丁目${number}`);
  });

  it('is only the house where the block is known', () => {
    const block = { kind: 'block', matchLevel: 'block', name: '天神一丁目8番' } as const;
    expect(ask({ ...block, rest: '1 市役所' })).toBe('福岡市中央区天神一丁目8-1');
    expect(ask({ ...block, name: '大字元岡744番地', rest: '２' })).toBe('福岡市中央区大字元岡744-２');
    expect(ask({ ...block, rest: '' })).toBeNull();
    expect(ask({ ...block, rest: '市役所' })).toBeNull();
  });

  it('is nothing without a number, without a town, or where the ward is in doubt', () => {
    expect(ask({ rest: '' })).toBeNull();
    expect(ask({ rest: 'みずほビル' })).toBeNull();
    expect(ask({ matchLevel: 'station' })).toBeNull();
    expect(ask({ matchLevel: 'partial' })).toBeNull();
    expect(ask({ wardMismatch: true })).toBeNull();
    expect(ask({ ward: null })).toBeNull();
  });

  it('answers at once for very long leftovers', () => {
    expect(ask({ rest: '8-'.repeat(50_000) })).toMatch(/^福岡市中央区天神一丁目8-/);
  });
});
