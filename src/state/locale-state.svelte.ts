import { languageTag, type Locale } from '../i18n/locale.js';

const spoken: Readonly<Record<string, Locale>> = { ja: 'ja', en: 'en', zh: 'zh', ko: 'ko' };

/** The language of the page. */
export class LocaleState {
  locale = $state<Locale>('ja');
  /** BCP 47 tag for `lang` and Intl. */
  readonly tag = $derived(languageTag[this.locale]);

  constructor(initial: Locale = 'ja') {
    this.locale = initial;
  }

  /** The first of the browser's languages (`navigator.languages`) the page has, else Japanese. */
  static preferred(languages: readonly string[]): Locale {
    for (const language of languages) {
      const primary = language.toLowerCase().split('-')[0] ?? '';
      const locale = Object.hasOwn(spoken, primary) ? spoken[primary] : undefined;
      if (locale) return locale;
    }
    return 'ja';
  }
}
