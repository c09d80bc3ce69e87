import { languageTag, type Locale } from '../i18n/locale.js';

const spoken: Readonly<Record<string, Locale>> = { ja: 'ja', en: 'en', zh: 'zh', ko: 'ko' };

/** The language of the page. */
export class LocaleState {
  locale = $state<Locale>('ja');
  /** Language whose words did not come, so that another is shown; null where all is as asked for. */
  missing = $state<Locale | null>(null);
  /** BCP 47 tag for `lang` and Intl. */
  readonly tag = $derived(languageTag[this.locale]);

  constructor(initial: Locale = 'ja') {
    this.locale = initial;
  }

  /** The words of the language did not come: the page stays with `shown`, and says so. */
  lack(shown: Locale): void {
    this.missing = this.locale;
    this.locale = shown;
  }

  /** The language of a reader's browser; a browser may hide its list, and name no language there is. */
  static ofBrowser(navigator: { languages?: readonly string[]; language?: string }): Locale {
    return LocaleState.preferred(readerLanguages(navigator));
  }

  /** The first of these languages the page has, else Japanese. */
  static preferred(languages: readonly string[]): Locale {
    for (const language of languages) {
      const primary = language.toLowerCase().split('-')[0] ?? '';
      const locale = Object.hasOwn(spoken, primary) ? spoken[primary] : undefined;
      if (locale) return locale;
    }
    return 'ja';
  }
}

/** BCP 47 tags, the dearest first. */
export function readerLanguages({
  languages,
  language,
}: {
  languages?: readonly string[];
  language?: string;
}): string[] {
  const list: readonly unknown[] = languages?.length ? languages : [language];
  return list.filter((tag) => typeof tag === 'string');
}
