/** The five voices of the map. `easy` is やさしい日本語 (plain Japanese). */
export const locales = ['ja', 'easy', 'en', 'zh', 'ko'] as const;
export type Locale = (typeof locales)[number];

/** One text in every language; the compiler refuses a missing one. */
export type LocalizedText = Readonly<Record<Locale, string>>;

/** BCP 47 tag for the `lang` attribute and `Intl`; plain Japanese is still Japanese. */
export const languageTag: Readonly<Record<Locale, string>> = {
  ja: 'ja',
  easy: 'ja',
  en: 'en',
  zh: 'zh-Hans',
  ko: 'ko',
};

/** Whose plural rules and digits a language's messages follow. */
export const pluralLanguage: Readonly<Record<Locale, string>> = { ...languageTag, zh: 'zh' };

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (locales as readonly string[]).includes(value);
}
