/**
 * CONTRACT LocaleState: the voice of the page.
 *   new LocaleState(initial?)    .locale  'ja' | 'easy' | 'en' | 'zh' | 'ko' (assignable)
 *   .tag  BCP 47 tag for `lang` and Intl
 *   LocaleState.preferred(navigator.languages) → Locale   first language we speak, else 'ja'
 */
import { languageTag, type Locale } from '../i18n/locale.js';

const spoken: Readonly<Record<string, Locale>> = { ja: 'ja', en: 'en', zh: 'zh', ko: 'ko' };

export class LocaleState {
  locale = $state<Locale>('ja');
  readonly tag = $derived(languageTag[this.locale]);

  constructor(initial: Locale = 'ja') {
    this.locale = initial;
  }

  static preferred(languages: readonly string[]): Locale {
    for (const language of languages) {
      const primary = language.toLowerCase().split('-')[0] ?? '';
      const locale = Object.hasOwn(spoken, primary) ? spoken[primary] : undefined;
      if (locale) return locale;
    }
    return 'ja';
  }
}
