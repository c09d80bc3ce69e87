import { catalogText, type CatalogText } from './catalog-text.js';
import { formats, type Formats } from './format.js';
import type { Locale } from './locale.js';
import type { CatalogMessages, Messages } from './messages.js';
import { shownText } from './shown-text.js';

/** One language: its sentences, its figures, its names of places. */
export interface Translation {
  readonly locale: Locale;
  readonly t: Messages;
  readonly format: Formats;
  /** A layer's title, a field's label, … in this language. */
  readonly text: {
    (text: CatalogText): string;
    (text: CatalogText | undefined): string | undefined;
  };
  /**
   * Name of a ward, district, centre, plan or zone in this language. `japanese` is the key of the table's `names`;
   * without an entry: English takes `english`, Korean writes both, the others read the characters. It may come from
   * a file that somebody imported, and is shown by `shownText`.
   */
  readonly name: (japanese: string, english?: string | null) => string;
}

export function makeTranslation(locale: Locale, messages: Messages, catalog: CatalogMessages): Translation {
  return {
    locale,
    t: messages,
    format: formats(locale),
    text: textIn(catalog),
    name(japanese, english = null) {
      const known = Object.hasOwn(messages.names, japanese) ? messages.names[japanese] : undefined;
      if (known !== undefined) return known;
      if (english === null || english === '') return shownText(japanese);
      if (locale === 'en') return shownText(english);
      return locale === 'ko' ? `${shownText(japanese)} (${shownText(english)})` : shownText(japanese);
    },
  };
}

/** The texts of the catalogue in one language, by what an entry names. */
export function textIn(catalog: CatalogMessages): Translation['text'] {
  function text(named: CatalogText): string;
  function text(named: CatalogText | undefined): string | undefined;
  function text(named: CatalogText | undefined): string | undefined {
    return named === undefined ? undefined : catalogText(catalog, named);
  }
  return text;
}
