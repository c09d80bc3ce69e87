import type { Locale } from '../i18n/locale.js';
import type { CjkFont } from './drawing/to-pdf.js';

/** The CJK font a sheet of this language names; English sheets still hold Japanese names. */
export function pdfFont(locale: Locale): CjkFont {
  return locale === 'zh' || locale === 'ko' ? locale : 'ja';
}
