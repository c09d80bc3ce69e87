import type { Locale } from '../../i18n/locale.js';
import type { Messages } from '../../i18n/messages/ja.js';

/** The full map's table of words, for answers and search; an embed that shows neither never fetches it. */
export async function fullMessages(locale: Locale): Promise<Messages> {
  const { loadMessages } = await import('../../i18n/load-messages.js');
  return loadMessages(locale);
}
