import type { Locale } from '../locale.js';
import type { EmbedMessages } from './ja.js';

/** One language at a time: an embed's first view carries no other. */
const loaders: Readonly<Record<Locale, () => Promise<EmbedMessages>>> = {
  ja: async () => (await import('./ja.js')).ja,
  easy: async () => (await import('./easy.js')).easy,
  en: async () => (await import('./en.js')).en,
  zh: async () => (await import('./zh.js')).zh,
  ko: async () => (await import('./ko.js')).ko,
};

/** The table of one language. Rejects when its file cannot be fetched. */
export function loadEmbedMessages(locale: Locale): Promise<EmbedMessages> {
  return loaders[locale]();
}
