import type { Formats } from '../i18n/format.js';
import type { Locale } from '../i18n/locale.js';
import type { CatalogMessages, Messages } from '../i18n/messages.js';
import { makeTranslation, type Translation } from '../i18n/translation.js';
import { stateContext } from './state-context.js';

/** The language now in use; components read it like any `Translation` and follow when it changes. */
export class TranslationState implements Translation {
  #translation: Translation;

  constructor(locale: Locale, messages: Messages, catalog: CatalogMessages) {
    this.#translation = $state.raw(makeTranslation(locale, messages, catalog));
  }

  get locale(): Locale {
    return this.#translation.locale;
  }
  get t(): Messages {
    return this.#translation.t;
  }
  get format(): Formats {
    return this.#translation.format;
  }
  get text(): Translation['text'] {
    return this.#translation.text;
  }
  /** A field, not a method: callers destructure it. */
  readonly name = (japanese: string, english: string | null = null): string =>
    this.#translation.name(japanese, english);

  setLocale(locale: Locale, messages: Messages, catalog: CatalogMessages): void {
    this.#translation = makeTranslation(locale, messages, catalog);
  }
}

export const translationState = stateContext<TranslationState>('TranslationState');
