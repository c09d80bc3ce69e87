import type { Locale } from '../../i18n/locale.js';
import { loadMessages } from '../../i18n/load-messages.js';
import type { Messages } from '../../i18n/messages.js';

/** The full map's table of words, for answers and search; an embed that shows neither never fetches it. */
export async function fullMessages(locale: Locale): Promise<Messages> {
  const { pageMessages } = await import('../../i18n/generated/page/index.js');
  return loadMessages(locale, pageMessages);
}
