import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchLevels } from '../../src/search/candidate.js';
import { foldText, maximumQueryCharacters } from '../../src/search/fold-text.js';
import { normaliseAddress } from '../../src/search/normalise-address.js';
import { keyOfFolded } from '../../src/search/place-key.js';
import { createSearchIndex } from '../../src/search/search-index.js';
import { search } from '../../src/search/search.js';
import { readDocument } from './read-document.js';

const index = createSearchIndex(readDocument());

/** Pieces of addresses in any disorder, mixed with anything Unicode has. */
const pieces = fc.constantFrom(
  ...'福岡県 福岡市 中央区 城南区 天神 博多駅 前 大字 字 一 丁目 1 - ー の ヶ ｶﾞ 〒 810-0001 出口 駅 ,'.split(
    ' ',
  ),
  ...['tenjin', 'chuo-ku', '1-chome', 'exit 1', ' ', '　', '33.59', '130.4', '°', '+', 'HCR2', '\u0000', '﷽'],
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join('')),
);

describe('any text', () => {
  it('gets an answer or a reason, never both, never a throw', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: -5, max: 200 }), (query, limit) => {
        const { candidates, reason, outside } = search(index, query, { limit });
        expect(candidates.length === 0).toBe(reason !== null);
        expect(candidates.length).toBeLessThanOrEqual(Math.max(1, limit));
        if (outside !== null) expect(reason).toBe('outside-city');
        for (const { wardMismatch, matchLevel, position } of candidates) {
          expect(matchLevels).toContain(matchLevel);
          expect(matchLevel).not.toBe('block');
          if (wardMismatch) expect(matchLevel).toBe('partial');
          if (position) expect(position.every(Number.isFinite)).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('gives plain JSON: nothing is lost on the way through a worker', () => {
    fc.assert(
      fc.property(text, (query) => {
        const result = search(index, query);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
      { numRuns: 200 },
    );
  });

  it('is read no further than its limit, however long', () => {
    const long = `中央区天神1-8-1 ${'あ'.repeat(10_000)}`;
    expect(foldText(long).characters.length).toBeLessThanOrEqual(2 * maximumQueryCharacters);
    expect(search(index, long).candidates[0]).toMatchObject({ name: '天神一丁目' });
    const gaps = [' ', ', ', '-', 'が', 'の', '1 ', '字'].map((gap) => `天神1${gap.repeat(5_000)}x`);
    for (const query of [...gaps, `1.1${' '.repeat(390)}x`, `${'a '.repeat(5_000)}1-chome`]) {
      expect(search(index, query).candidates.length).toBeLessThanOrEqual(10);
    }
    for (const unit of ['天', '1', '-', 'a', ' ', 'が', '\u3099', '﷽', '区', '市', '(', '東区']) {
      const { candidates, reason } = search(index, unit.repeat(10_000));
      expect(candidates.length > 0 || reason !== null).toBe(true);
    }
  });

  it('folds to the same when folded again', () => {
    fc.assert(
      fc.property(text, (query) => {
        const once = normaliseAddress(query).text;
        fc.pre(!/^〒?\s*\d{3}-?\d{4}/.test(once));
        const twice = normaliseAddress(once).text;
        expect(normaliseAddress(twice).text).toBe(twice);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the way back: what a key character came from lies in the source, in order', () => {
    fc.assert(
      fc.property(text, (query) => {
        const key = keyOfFolded(foldText(query));
        expect(key.start).toHaveLength(key.text.length);
        for (let i = 0; i < key.text.length; i++) {
          expect(key.end[i]).toBeGreaterThan(key.start[i] ?? Infinity);
          expect(key.end[i]).toBeLessThanOrEqual(query.length);
          if (i > 0) expect(key.start[i]).toBeGreaterThanOrEqual(key.start[i - 1] ?? Infinity);
        }
      }),
      { numRuns: 500 },
    );
  });
});
