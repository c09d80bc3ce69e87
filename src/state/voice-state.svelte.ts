import type { Formats } from '../i18n/format.js';
import type { Locale } from '../i18n/locale.js';
import type { CatalogMessages, Messages } from '../i18n/messages.js';
import { makeVoice, type Voice } from '../i18n/voice.js';
import { stateContext } from './state-context.js';

/** The voice now in use; components read it like any `Voice` and follow when it changes. */
export class VoiceState implements Voice {
  #voice: Voice;

  constructor(locale: Locale, messages: Messages, catalog: CatalogMessages) {
    this.#voice = $state.raw(makeVoice(locale, messages, catalog));
  }

  get locale(): Locale {
    return this.#voice.locale;
  }
  get t(): Messages {
    return this.#voice.t;
  }
  get format(): Formats {
    return this.#voice.format;
  }
  get text(): Voice['text'] {
    return this.#voice.text;
  }
  /** A field, not a method: callers take it out of the voice. */
  readonly name = (japanese: string, english: string | null = null): string =>
    this.#voice.name(japanese, english);

  speak(locale: Locale, messages: Messages, catalog: CatalogMessages): void {
    this.#voice = makeVoice(locale, messages, catalog);
  }
}

export const voiceState = stateContext<VoiceState>('VoiceState');
