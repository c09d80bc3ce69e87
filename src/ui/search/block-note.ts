import type { Translation } from '../../i18n/translation.js';
import type { BlockNote } from '../../search/candidate.js';

/** What is known and what is not of the number somebody wrote behind a town. */
export function blockNoteText({ kind, asked, known }: BlockNote, { t }: Translation): string {
  return t.search.blockNotes[kind]({ asked, known: known ?? '' });
}
