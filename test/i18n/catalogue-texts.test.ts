import { expect, it } from 'vitest';
import { readLanguages } from '../../scripts/messages/files.js';
import { messagesOf } from '../../scripts/messages/tree.js';
import { catalogue } from '../../src/catalog/layers.js';
import { nationalRasters } from '../../src/catalog/national.js';
import type { CatalogText } from '../../src/i18n/catalog-text.js';
import { locales } from '../../src/i18n/locale.js';
import { translate } from '../../src/i18n/translate.js';

const named: CatalogText[] = [
  ...catalogue.flatMap(({ title, description, symbol, fields }) => [
    title,
    description,
    ...symbol.categories.map(({ label }) => label),
    ...fields.flatMap(({ label, values }) => [label, ...Object.values(values ?? {})]),
  ]),
  ...nationalRasters.flatMap(({ title, scenario }) => [title, scenario]),
];

it('the language files hold no text of the catalogue that no entry names', () => {
  const known = messagesOf(readLanguages().ja['catalog'] ?? {}).map(([key]) => key);
  const used = new Set(named.filter((text) => typeof text === 'string'));
  expect(known.filter((key) => !key.startsWith('depth.') && !used.has(key as never))).toEqual([]);
});

it.each(locales)('every text of the catalogue reads as words in %s', (locale) => {
  const { text } = translate(locale);
  expect(named.map((each) => text(each)).filter((words) => !/[^\s\d]/.test(words))).toEqual([]);
});

it.each([
  ['ja', '1〜3 m（6区分の図では0.5〜3 m）', '20 m以上', '0.3 m未満'],
  ['en', '1–3 m (in six classes: 0.5–3 m)', '20 m or more', 'under 0.3 m'],
  ['ko', '1–3m (6구분: 0.5–3m)', '20m 이상', '0.3m 미만'],
] as const)('classes of depth in %s', (locale, both, from, below) => {
  const { text } = translate(locale);
  expect(text({ depth: [1, 3], inSixClasses: [0.5, 3] })).toBe(both);
  expect(text({ depth: [20, null] })).toBe(from);
  expect(text({ depth: [0, 0.3] })).toBe(below);
});
