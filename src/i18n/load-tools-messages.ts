import type { Locale } from './locale.js';
import type { ToolsMessages } from './messages-tools/ja.js';

/** The bench is fetched when somebody opens it, and so are its words. */
const loaders: Readonly<Record<Locale, () => Promise<ToolsMessages>>> = {
  ja: async () => (await import('./messages-tools/ja.js')).ja,
  easy: async () => (await import('./messages-tools/easy.js')).easy,
  en: async () => (await import('./messages-tools/en.js')).en,
  zh: async () => (await import('./messages-tools/zh.js')).zh,
  ko: async () => (await import('./messages-tools/ko.js')).ko,
};

/** The bench's table of one language. Rejects when its file cannot be fetched. */
export function loadToolsMessages(locale: Locale): Promise<ToolsMessages> {
  return loaders[locale]();
}
