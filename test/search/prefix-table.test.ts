import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarKeys, bigramTable } from '../../src/search/bigrams.js';
import { prefixTable, startingWith } from '../../src/search/prefix-table.js';

const word = fc.string({ unit: fc.constantFrom(...'あいう天神ab'), minLength: 0, maxLength: 5 });

describe('prefix table', () => {
  it('finds what looking at every key finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (keys, text) => {
        const table = prefixTable(keys.map((key) => [key, key] as const));
        const found = startingWith(table, text, 1000).map(({ target }) => target);
        const wanted = text === '' ? [] : keys.filter((key) => key !== '' && key.startsWith(text));
        // In the order of the keys, as they are written
        expect(found).toEqual([...wanted].sort());
        expect(startingWith(table, text, 2).map(({ key }) => key)).toEqual([...wanted].sort().slice(0, 2));
      }),
    );
  });

  it('holds no empty key', () => {
    const table = prefixTable(['', 'a'].map((key) => [key, key] as const));
    expect(table).toEqual({ keys: ['a'], targets: ['a'] });
    expect(startingWith(table, '', 9)).toEqual([]);
  });

  it('stops at the limit', () => {
    const table = prefixTable(['aa', 'ab', 'ac'].map((key) => [key, key] as const));
    expect(startingWith(table, 'a', 2)).toHaveLength(2);
  });
});

describe('bigram table', () => {
  const pairs = (text: string) => {
    const marked = `^${text}$`;
    return new Set(Array.from({ length: marked.length - 1 }, (_, i) => marked.slice(i, i + 2)));
  };

  it('measures likeness as comparing pair sets does', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 20 }), word, (keys, text) => {
        const found = new Map(
          similarKeys(bigramTable(keys), text, 0.01, 100).map(({ key, likeness }) => [key, likeness]),
        );
        for (const key of keys) {
          const [a, b] = [pairs(key), pairs(text)];
          const shared = [...a].filter((pair) => b.has(pair)).length;
          expect(found.get(key) ?? 0).toBeCloseTo((2 * shared) / (a.size + b.size), 9);
        }
      }),
    );
  });

  it('is complete likeness with itself, best first', () => {
    const table = bigramTable(['天神', '天神南', '大名']);
    expect(similarKeys(table, '天神', 0.1, 10).map(({ key }) => key)).toEqual(['天神', '天神南']);
    expect(similarKeys(table, '天神', 0.1, 10)[0]?.likeness).toBe(1);
    expect(similarKeys(table, '天神', 0.1, 1)).toHaveLength(1);
    expect(similarKeys(table, '天神', 1, 10)).toHaveLength(1);
    expect(similarKeys(table, '東', 0.1, 10)).toEqual([]);
  });
});
