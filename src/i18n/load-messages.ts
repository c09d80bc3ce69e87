import type { Locale } from './locale.js';

/** Words that are fetched together: where the table of each language is. */
export type MessageGroup<Table> = Readonly<Record<Locale, () => Promise<Table>>>;

/**
 * The table of one language and group, `loadMessages('en', embedMessages)`; the groups are in src/i18n/generated. A
 * group is handed over, not named: a list of all would put every file name into the first script of the page. Rejects
 * when its file cannot be fetched.
 */
export function loadMessages<Table>(locale: Locale, group: MessageGroup<Table>): Promise<Table> {
  return group[locale]();
}
