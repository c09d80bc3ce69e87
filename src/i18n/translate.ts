import type { Locale } from './locale.js';
import { easy } from './messages/easy.js';
import { en } from './messages/en.js';
import { ja, type Messages } from './messages/ja.js';
import { ko } from './messages/ko.js';
import { zh } from './messages/zh.js';
import { makeVoice, type Voice } from './voice.js';

/** Every table at once: for the command line and tests. The page fetches one at a time (load-messages.ts). */
export const allMessages: Readonly<Record<Locale, Messages>> = { ja, easy, en, zh, ko };

export function translate(locale: Locale): Voice {
  return makeVoice(locale, allMessages[locale]);
}
