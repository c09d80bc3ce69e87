import type { Locale } from '../../i18n/locale.js';

/** The yearbook's tables are written in two languages: Japanese for its own readers, English for all others. */
export const yearbookText = (text: { ja: string; en: string }, locale: Locale): string =>
  locale === 'ja' || locale === 'easy' ? text.ja : text.en;
