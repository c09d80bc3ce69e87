import type { Locale } from './locale.js';
import { ja, type Messages } from './messages/ja.js';

/** Japanese comes with the page; the others are fetched when somebody wants them. */
const loaders: Readonly<Record<Locale, () => Promise<Messages>>> = {
  ja: () => Promise.resolve(ja),
  easy: async () => (await import('./messages/easy.js')).easy,
  en: async () => (await import('./messages/en.js')).en,
  zh: async () => (await import('./messages/zh.js')).zh,
  ko: async () => (await import('./messages/ko.js')).ko,
};

/** The table of one language. Rejects when its file cannot be fetched. */
export function loadMessages(locale: Locale): Promise<Messages> {
  return loaders[locale]();
}
