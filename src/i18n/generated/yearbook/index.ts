// Made from src/i18n/locales by `npm run messages`: change those, not this.
import type { MessageGroup } from '../../load-messages.js';
import type { YearbookMessages } from './messages.js';

export const yearbookMessages: MessageGroup<YearbookMessages> = {
  ja: async () => (await import('./ja.js')).messages,
  easy: async () => (await import('./easy.js')).messages,
  en: async () => (await import('./en.js')).messages,
  zh: async () => (await import('./zh.js')).messages,
  ko: async () => (await import('./ko.js')).messages,
};
