import { formats, type Formats } from './format.js';
import type { Locale } from './locale.js';
import type { Messages } from './messages.js';

/** One language at work: its sentences, its figures, its names of places. */
export interface Voice {
  readonly locale: Locale;
  readonly t: Messages;
  readonly format: Formats;
  /**
   * Name of a ward, district, centre, plan or zone in this language. `japanese` is the key of the table's `names`;
   * without an entry: English takes `english`, Korean writes both, the others read the characters.
   */
  name(japanese: string, english?: string | null): string;
}

export function makeVoice(locale: Locale, messages: Messages): Voice {
  return {
    locale,
    t: messages,
    format: formats(locale),
    name(japanese, english = null) {
      const known = Object.hasOwn(messages.names, japanese) ? messages.names[japanese] : undefined;
      if (known !== undefined) return known;
      if (english === null || english === '') return japanese;
      if (locale === 'en') return english;
      return locale === 'ko' ? `${japanese} (${english})` : japanese;
    },
  };
}
