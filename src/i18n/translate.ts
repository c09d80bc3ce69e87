import { messages as easy } from './generated/page/easy.js';
import { messages as en } from './generated/page/en.js';
import { messages as ja } from './generated/page/ja.js';
import { messages as ko } from './generated/page/ko.js';
import { messages as zh } from './generated/page/zh.js';
import type { Locale } from './locale.js';
import type { Messages } from './messages.js';
import { makeVoice, type Voice } from './voice.js';

/** Every table at once: for the command line and tests. The page fetches one at a time (load-messages.ts). */
export const allMessages: Readonly<Record<Locale, Messages>> = { ja, easy, en, zh, ko };

export function translate(locale: Locale): Voice {
  return makeVoice(locale, allMessages[locale]);
}
