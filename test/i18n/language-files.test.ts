import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { argumentsByPath, compileMessages, type LanguageFiles } from '../../scripts/messages/compile.js';
import { asKept, readGenerated, readLanguages, sourceOf } from '../../scripts/messages/files.js';
import { categoriesOf, expressionOf } from '../../scripts/messages/icu.js';
import { mistakesIn } from '../../scripts/messages/mistakes.js';
import { messagesOf } from '../../scripts/messages/tree.js';
import { formats } from '../../src/i18n/format.js';
import { locales } from '../../src/i18n/locale.js';
import { number, plural, pluralRule, select } from '../../src/i18n/message-runtime.js';

const files = readLanguages();

/** The same files with one message of one language changed; null takes it out. */
function withMessage(locale: 'ja' | 'en', path: string, text: string | null): LanguageFiles {
  const changed = structuredClone(files) as Record<string, Record<string, unknown>>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Record<string, unknown>>(
    (inner, key) => inner[key] as Record<string, unknown>,
    changed[locale] ?? {},
  );
  if (text === null) delete holder[last];
  else holder[last] = text;
  return changed as unknown as LanguageFiles;
}

/** What a message says, compiled as the page's are. */
function said(text: string, locale: 'ja' | 'en', given: object): string {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the compiled message is run as the page runs it
  const make = new Function(
    'number',
    'plural',
    'select',
    locale,
    `return (${expressionOf(text, locale)})`,
  ) as (...parts: unknown[]) => (given: object) => string;
  return make(number, plural, select, pluralRule(locale))(given);
}

describe('the language files', () => {
  it('hold no mistake', () => {
    expect(mistakesIn(files)).toEqual([]);
  });

  it.each(locales)(
    '%s.json is kept in the order of the Japanese one, whatever a tool made of it',
    (locale) => {
      expect(readFileSync(sourceOf(locale), 'utf8')).toBe(asKept(files, locale));
    },
  );

  it('are what src/i18n/generated was made of: else run `npm run messages`', () => {
    const [made, kept] = [compileMessages(files), readGenerated()];
    expect([...kept.keys()].sort()).toEqual([...made.keys()].sort());
    expect([...made].filter(([name, text]) => kept.get(name) !== text).map(([name]) => name)).toEqual([]);
  });

  it('say “1 feature”, never “1 features”', () => {
    const takes = argumentsByPath(files);
    const ones = messagesOf(files.en).flatMap(([path, text]) => {
      const given = Object.entries(takes.get(path) ?? {});
      if (!given.some(([, kind]) => kind === 'number')) return [];
      return [
        said(
          text,
          'en',
          Object.fromEntries(given.map(([name, kind]) => [name, kind === 'number' ? 1 : '‹›'])),
        ),
      ];
    });
    expect(ones.length).toBeGreaterThan(25);
    expect(ones.filter((text) => /\b1 \w+s\b/.test(text))).toEqual([]);
  });
});

describe('a mistake is named with its language and key', () => {
  const found = (locale: 'ja' | 'en', path: string, text: string | null) =>
    mistakesIn(withMessage(locale, path, text));

  it('a missing message, and one too many', () => {
    expect(found('en', 'page.nav.map', null)).toEqual(['en.json, page.nav.map: is missing']);
    expect(found('en', 'page.nav.maps', 'x')).toEqual(['en.json, page.nav.maps: is not in ja.json']);
    expect(found('en', 'page.nav.map', ' ')).toEqual(['en.json, page.nav.map: is empty']);
  });

  it('an argument that is missing, and one that nobody gives', () => {
    expect(found('en', 'page.search.unused', 'not used')).toEqual([
      'en.json, page.search.unused: takes {}, but ja.json takes {rest}',
    ]);
    expect(found('en', 'page.nav.map', 'Map {x}')).toEqual([
      'en.json, page.nav.map: takes {x}, but ja.json takes {}',
    ]);
  });

  it('a plural form that is missing, and one the language does not have', () => {
    expect(found('en', 'page.search.count', '{count, plural, other {#}}')).toEqual([
      'en.json, page.search.count: “count” has no form for “one”',
    ]);
    expect(found('ja', 'page.search.count', '{count, plural, one {#} other {#}}')[0]).toContain(
      'ja.json, page.search.count: The plural case one is not valid in this locale',
    );
  });

  it('braces that do not close, and what is not used here', () => {
    expect(found('en', 'page.search.unused', '{rest')[0]).toContain('en.json, page.search.unused: ');
    expect(found('en', 'page.search.unused', '{rest, date}')[0]).toContain(
      'only {…, number} without a style',
    );
    expect(() => compileMessages(withMessage('en', 'page.search.unused', '{rest'))).toThrow(
      'en.json, page.search.unused',
    );
  });
});

describe('a compiled message', () => {
  it('chooses by number, by name and by yes or no', () => {
    const features = '{count, plural, =0 {nothing} one {# feature} other {# features}}';
    expect([0, 1, 2, 1234.5].map((count) => said(features, 'en', { count }))).toEqual([
      'nothing',
      '1 feature',
      '2 features',
      '1,234.5 features',
    ]);
    expect(said('{kind, select, pipe {a pipe} other {“{kind}”}}', 'en', { kind: 'x' })).toBe('“x”');
    expect(said('{wet, select, true {yes} other {no}}', 'en', { wet: true })).toBe('yes');
  });

  it('joins figures, never adds them up', () => {
    expect(said('{a}{b}', 'ja', { a: 1, b: 2 })).toBe('12');
    expect(said('{a}{b, number}', 'ja', { a: 1, b: 2 })).toBe('12');
  });

  it('keeps braces, quotes, backticks and line ends that are words', () => {
    expect(said("'{'x'}' “{x}” `$'{'x'}'` \\ \n\"", 'en', { x: 1 })).toBe('{x} “1” `${x}` \\ \n"');
  });

  it.each(locales)('%s writes its figures as the page does', (locale) => {
    const { number: written } = formats(locale);
    for (const value of [0, 1, 12, 1234, 1234567])
      expect(number(locale === 'easy' ? 'ja' : locale, value, 0)).toBe(written(value));
    expect(categoriesOf(locale)).toContain('other');
  });
});
