import type { Locale } from '../../src/i18n/locale.js';
import { english } from './wording-en.js';
import { japanese, type Wording } from './wording.js';

/** Who imports on the command line reads one of two languages: the other locales get the nearer one. */
const wordings: Readonly<Record<Locale, Wording>> = {
  ja: japanese,
  easy: japanese,
  en: english,
  zh: english,
  ko: english,
};

export const wordingOf = (locale: Locale): Wording => wordings[locale];
