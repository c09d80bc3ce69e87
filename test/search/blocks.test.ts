import { describe, expect, it } from 'vitest';
import type { BlockLookup } from '../../src/search/blocks.js';
import { createSearchIndex } from '../../src/search/search-index.js';
import { search } from '../../src/search/search.js';
import { blockForms } from './block-forms.js';
import { builtBlocks, lookUp } from './built-blocks.js';
import { readDocument } from './read-document.js';

const index = createSearchIndex(readDocument());
const find = (query: string, blocks: BlockLookup = lookUp) => search(index, query, { blocks }).candidates;

describe('addresses of 3,000 blocks in ten habits of writing', () => {
  const forms = blockForms(builtBlocks.values(), 3000, 20261128);
  const answered = forms.map((form) => ({ form, best: find(form.written)[0] }));

  it('find the right block in at least 97 of 100', () => {
    const missed = answered.filter(
      ({ form, best }) => best?.matchLevel !== 'block' || best.name !== form.block || best.ward !== form.ward,
    );
    expect(missed.length / forms.length, JSON.stringify(missed.slice(0, 20), null, 1)).toBeLessThanOrEqual(
      0.03,
    );
  });

  it('never find another ward', () => {
    expect(answered.filter(({ form, best }) => best?.ward !== form.ward)).toEqual([]);
  });
});

describe('an address with the number of a block', () => {
  it.each([
    ['天神1-8-1', '天神一丁目8番', '1'],
    ['天神一丁目8番1号', '天神一丁目8番', '1号'],
    ['天神一丁目八番一号', '天神一丁目8番', '一号'],
    ['天神１－８－１', '天神一丁目8番', '１'],
    ['天神1−8', '天神一丁目8番', ''],
    ['天神1ー8ー1', '天神一丁目8番', '1'],
    ['天神1の8の1', '天神一丁目8番', '1'],
    ['天神 1丁目 8 番 1 号', '天神一丁目8番', '1 号'],
    ['てんじん1ちょうめ8ばん1ごう', '天神一丁目8番', '1ごう'],
    ['Tenjin 1-8-1', '天神一丁目8番', '1'],
    ['1-8-1 Tenjin, Chuo-ku', '天神一丁目8番', '1'],
    // 原 is read はら, though a hamlet of that name is read はる.
    ['8-25-1 Hara, Sawara-ku, Fukuoka', '原八丁目25番', '1'],
    ['はら8ちょうめ25-1', '原八丁目25番', '1'],
    ['810-0001 福岡市中央区天神1-8-1', '天神一丁目8番', '1'],
    ['元岡744', '大字元岡744番地', ''],
    ['元岡７４４番地の２', '大字元岡744番地', '２'],
    ['西区大字元岡744番地', '大字元岡744番地', ''],
    ['大名１－１４－２５ＤＡＩＭＹＯ　ＢＥＡＵＴＹ', '大名一丁目14番', '２５ＤＡＩＭＹＯ　ＢＥＡＵＴＹ'],
    ['福岡市福岡市南区横手２－３２－５', '横手二丁目32番', '５'],
    ['福岡県福岡市福岡県福岡市中央区天神1-8', '天神一丁目8番', ''],
  ])('%s → %s', (query, name, rest) => {
    const result = search(index, query, { blocks: lookUp });
    expect(result.ambiguous).toBe(false);
    expect(result.candidates[0]).toMatchObject({
      kind: 'block',
      matchLevel: 'block',
      name,
      rest,
      featureRef: null,
    });
    expect(result.candidates[0]?.accuracyMeters).toBeGreaterThanOrEqual(30);
    // Behind it the town, for whoever wants all of it.
    expect(result.candidates[1]?.kind).toBe('town');
  });

  it('says of which words it was found', () => {
    expect(find('福岡市中央区天神1丁目8番1号')[0]?.matched).toBe('福岡市中央区天神1丁目8番');
  });

  it('decides between two towns of one name, of which one has the block', () => {
    expect(search(index, '那の川2丁目5-3').ambiguous).toBe(true);
    const result = search(index, '那の川2丁目5-3', { blocks: lookUp });
    expect(result.ambiguous).toBe(false);
    expect(result.candidates[0]).toMatchObject({ ward: '中央区', name: '那の川二丁目5番' });
  });
});

describe('a number that no block has', () => {
  it.each([
    ['天神1-80', '天神一丁目', { kind: 'unknown-number', asked: '80', known: '16' }],
    ['元岡744甲', '大字元岡', { kind: 'letter', asked: '744甲', known: '744' }],
    ['元岡甲744', '大字元岡', { kind: 'letter', asked: '甲744', known: '744' }],
    ['天神1丁目8番1号 12番3号', '天神一丁目', { kind: 'two-numbers', asked: '8, 12', known: null }],
    ['天神1-8-1 1-9-2', '天神一丁目', { kind: 'two-numbers', asked: '8, 9', known: null }],
    ['天神２丁目３丁目８', '天神二丁目', { kind: 'two-numbers', asked: '3', known: null }],
    ['香椎照葉6-1-1', '香椎照葉六丁目', { kind: 'no-blocks', asked: '1', known: null }],
  ])('%s: the town answers, and what is known is said', (query, name, blockNote) => {
    const [best] = find(query);
    expect(best).toMatchObject({ kind: 'town', name, blockNote });
  });

  it('says that an index is not there', () => {
    const [best] = find('天神1-8-1', () => 'absent');
    expect(best).toMatchObject({
      name: '天神一丁目',
      matchLevel: 'town',
      blockNote: { kind: 'index-absent', asked: '8' },
    });
  });

  it.each(['天神1丁目', '天神1丁目3階', '天神', '博多駅', '天神1-301号室'])('is not made of %s', (query) => {
    expect(find(query)[0]?.blockNote).toBeUndefined();
    expect(find(query)[0]?.matchLevel).not.toBe('block');
  });
});

describe('while typing', () => {
  const offered = (query: string) =>
    find(query).flatMap(({ kind, matchLevel, name }) => (kind === 'block' ? [`${matchLevel} ${name}`] : []));

  it('goes on to the blocks once the town is there', () => {
    for (const query of ['天神1-', '天神一丁目', '天神１ー'])
      expect(offered(query).slice(0, 3), query).toEqual([
        'partial 天神一丁目1番',
        'partial 天神一丁目2番',
        'partial 天神一丁目3番',
      ]);
  });

  it('offers the numbers that go on from the digits', () => {
    expect(offered('天神1-1').slice(0, 3)).toEqual([
      'block 天神一丁目1番',
      'partial 天神一丁目10番',
      'partial 天神一丁目11番',
    ]);
    expect(offered('天神1-8-')).toEqual(['block 天神一丁目8番']);
  });

  it('offers none of a town that was only begun', () => {
    expect(offered('天')).toEqual([]);
    expect(offered('天神')).toEqual([]);
  });
});
