import type { Locale } from '../i18n/locale.js';
import type { CjkFont } from './drawing/to-pdf.js';

/** The CJK font a drawing of this language names; English drawings still hold Japanese names. */
export function pdfFont(locale: Locale): CjkFont {
  return locale === 'zh' || locale === 'ko' ? locale : 'ja';
}
