import { describe, expect, it } from 'vitest';
import { argumentsByPath } from '../../scripts/messages/compile.js';
import { readLanguages } from '../../scripts/messages/files.js';
import { catalogue } from '../../src/catalog/layers.js';
import { city } from '../../src/catalog/city.js';
import { locales, type Locale } from '../../src/i18n/locale.js';
import { allMessages } from '../../src/i18n/translate.js';
import { candidateKinds, matchLevels } from '../../src/search/candidate.js';

/** Every sentence of a table by its path; functions are spoken with their argument's names. */
function sentences(value: unknown, path: string[] = []): [string, string][] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  if (typeof value === 'function') {
    const named = new Proxy({}, { get: (_, key) => `‹${String(key)}›` });
    return [[path.join('.'), String((value as (input: unknown) => unknown)(named))]];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => sentences(inner, [...path, key]));
}

const tables = Object.fromEntries(
  locales.map((locale) => [
    locale,
    new Map(sentences(allMessages[locale]).filter(([path]) => !path.startsWith('names.'))),
  ]),
) as Record<Locale, Map<string, string>>;

/** Messages that count: they want a number, not a name. */
const counted = new Set(
  [...argumentsByPath(readLanguages())].flatMap(([path, takes]) =>
    Object.values(takes).includes('number') ? [path] : [],
  ),
);
const mayBeEmpty = new Set(['sentenceSpace']);
const parameters = (text: string) => [...new Set(text.match(/‹\w+›/g) ?? [])].sort();

describe.each(locales)('%s', (locale) => {
  it('has a sentence for every key', () => {
    expect([...tables[locale].keys()].sort()).toEqual([...tables.ja.keys()].sort());
    const empty = [...tables[locale]].filter(([path, text]) => text === '' && !mayBeEmpty.has(path));
    expect(empty).toEqual([]);
  });

  it('uses the same figures and names as the Japanese', () => {
    for (const [path, text] of tables[locale]) {
      // Counted: which words it uses with which figures, language-files.test.ts says.
      if (counted.has(`page.${path}`)) continue;
      expect(parameters(text), path).toEqual(parameters(tables.ja.get(path) ?? ''));
    }
  });

  it('says with every report what the zones are and are not', () => {
    const limits = allMessages[locale].limits.join('\n');
    const wording: Record<Locale, RegExp[]> = {
      ja: [/シミュレーション/, /区域の外でも/, /水防法/, /重要事項説明/],
      easy: [/計算した/, /外でも/, /ハザードマップでは ありません/, /重要事項説明/],
      en: [/simulation/, /outside them may flood/, /not the official hazard map/, /property deal/],
      zh: [/模拟/, /区域以外也可能/, /水防法/, /重要事项说明/],
      ko: [/시뮬레이션/, /구역 밖에서도/, /수방법/, /중요사항설명/],
    };
    for (const words of wording[locale]) expect(limits).toMatch(words);
  });

  it('names the kinds and levels of search, and every programme', () => {
    const { search, programmes: words } = allMessages[locale];
    expect(Object.keys(search.kinds).sort()).toEqual([...candidateKinds].sort());
    expect(Object.keys(search.levels).sort()).toEqual([...matchLevels].sort());
    expect(Object.keys(words)).toEqual(expect.arrayContaining(city.programmes.map(({ id }) => id)));
  });
});

it.each(['easy', 'en', 'zh', 'ko'] as const)('%s has an entry for every district', (locale) => {
  expect(Object.keys(allMessages[locale].names)).toEqual(expect.arrayContaining([...city.districts]));
});

it('no table was left in another language', () => {
  const kana = /[ぁ-ん]/;
  for (const locale of ['en', 'zh', 'ko'] as const) {
    const foreign = [...tables[locale]].filter(
      ([path, text]) => kana.test(text) && !path.includes('placeholder'),
    );
    expect(foreign, locale).toEqual([]);
  }
  const hangul = /[가-힣]/;
  for (const locale of ['ja', 'easy', 'en', 'zh'] as const)
    expect([...tables[locale]].filter(([, text]) => hangul.test(text))).toEqual([]);
  const untranslated = [...tables.easy].filter(
    ([path, text]) => text.length > 24 && text === tables.ja.get(path) && !path.startsWith('map.credit'),
  );
  expect(untranslated).toEqual([]);
});

it('easy Japanese keeps its sentences short', () => {
  const long = [...tables.easy].flatMap(([path, text]) =>
    text
      .split(/[。？！]/)
      .filter((sentence) => sentence.replace(/（[ぁ-んー・]+）|\s/g, '').length > 60)
      .map((sentence) => [path, sentence]),
  );
  expect(long).toEqual([]);
});

it('every base map and layer group of the catalogue has a word', () => {
  for (const locale of locales) {
    const { groups } = allMessages[locale].layers;
    for (const { group } of catalogue) expect(groups[group]).toBeTruthy();
  }
});
