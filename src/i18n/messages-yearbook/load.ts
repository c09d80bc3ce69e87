import type { Locale } from '../locale.js';
import type { YearbookMessages } from './ja.js';

/** One language at a time: only who reads the page about the data fetches them. */
const loaders: Readonly<Record<Locale, () => Promise<YearbookMessages>>> = {
  ja: async () => (await import('./ja.js')).ja,
  easy: async () => (await import('./easy.js')).easy,
  en: async () => (await import('./en.js')).en,
  zh: async () => (await import('./zh.js')).zh,
  ko: async () => (await import('./ko.js')).ko,
};

/** The table of one language. Rejects when its file cannot be fetched. */
export function loadYearbookMessages(locale: Locale): Promise<YearbookMessages> {
  return loaders[locale]();
}
