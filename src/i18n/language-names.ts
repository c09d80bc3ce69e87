import type { Locale } from './locale.js';

/** Each language in its own words: a reader must find it whatever is shown now. */
export const languageNames: Readonly<Record<Locale, string>> = {
  ja: '日本語',
  easy: 'やさしい日本語',
  en: 'English',
  zh: '中文（简体）',
  ko: '한국어',
};
