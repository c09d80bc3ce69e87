import { describe, expect, it } from 'vitest';
import { workbenchMessages } from '../../src/i18n/generated/workbench/index.js';
import { loadMessages } from '../../src/i18n/load-messages.js';
import { locales } from '../../src/i18n/locale.js';

/** Every sentence of a table, functions called with a value for whatever they name. */
function sentences(table: object): string[] {
  const anything = new Proxy(
    {},
    {
      get: (_, key) =>
        /^(count|matched|ambiguous|unknown|needed|pipes|nodes|reversed|drawn|total|answered|errors|row|none|points|lines|polygons|areas|pumps|ponds|limit|year|zone|epsg|page|votes|perMille|meters|number|percent)$/.test(
          String(key),
        )
          ? 3
          : `‹${String(key)}›`,
    },
  );
  return Object.values(table).flatMap((value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return [String((value as (p: object) => string)(anything))];
    return sentences(value as object);
  });
}

/** Titles of Japanese documents stay as they are in every language. */
const titles = /福岡市の下水道|下水道施設計画・設計指針/g;

describe('words of the workbench', () => {
  it.each(locales)('%s has a sentence everywhere, none with a hole in it', async (locale) => {
    const all = sentences(await loadMessages(locale, workbenchMessages));
    expect(all.length).toBeGreaterThan(300);
    expect(all.filter((text) => text.trim() === '' || /undefined|\[object|NaN/.test(text))).toEqual([]);
  });

  it.each(['en', 'zh', 'ko'] as const)('%s has no kana left over from the Japanese table', async (locale) => {
    const all = sentences(await loadMessages(locale, workbenchMessages));
    expect(
      all.filter((text) => /[\u3041-\u30ff]/.test(text.replace(titles, '').replace(/[・ー]/g, ''))),
    ).toEqual([]);
  });
});
