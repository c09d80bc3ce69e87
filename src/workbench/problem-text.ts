import { shownText } from '../i18n/shown-text.js';
import type { Formats } from '../i18n/format.js';
import type { WorkbenchMessages } from '../i18n/messages.js';
import type { OverlayNote, OverlayProblem } from './overlay/overlay.js';
import type { ProfileRemark } from '../network/long-profile.js';
import type { ProjectProblem } from './project/project-file.js';

/** A table of sentences for the members of a union: a plain text, or a function of that member. */
type Sentences<Item, Key extends keyof Item> = {
  [Name in Item[Key] & string]: string | ((item: Extract<Item, Record<Key, Name>>) => string);
};

/** The compiler has checked that every member has its sentence; it cannot follow that the two are picked alike. */
function sentence<Item, Key extends keyof Item>(
  table: Sentences<Item, Key>,
  key: Item[Key] & string,
  item: Item,
): string {
  const entry = table[key] as string | ((item: Item) => string);
  return typeof entry === 'string' ? entry : entry(shownWords(item));
}

/** What an item says in a stranger's words is shown as what it is. */
function shownWords<Item>(item: Item): Item {
  return Object.fromEntries(
    Object.entries(item as object).map(([name, value]) => [
      name,
      typeof value === 'string' ? shownText(value) : (value as unknown),
    ]),
  ) as Item;
}

export function problemText(t: WorkbenchMessages, problem: OverlayProblem): string {
  const table: Sentences<OverlayProblem, 'reason'> = t.problems;
  if (problem.reason === 'unknown-format')
    return t.problems['unknown-format']({ extension: shownText(problem.extension) || 'none' });
  return sentence(table, problem.reason, problem);
}

export function noteText(t: WorkbenchMessages, note: OverlayNote): string {
  const table: Sentences<OverlayNote, 'reason'> = t.notes;
  if (note.reason === 'wrong-extension')
    return t.notes['wrong-extension']({
      extension: shownText(note.extension),
      looksLike: t.formats[note.looksLike],
    });
  return sentence(table, note.reason, note);
}

export function remarkText(t: WorkbenchMessages, given: ProfileRemark, { fixed }: Formats): string {
  const remark = shownWords(given);
  const table: Sentences<ProfileRemark, 'kind'> = t.profile.remark;
  const words = t.profile.remark;
  if (remark.kind === 'adverse') return words.adverse({ ...remark, perMille: fixed(remark.perMille, 1) });
  if (remark.kind === 'drop') return words.drop({ ...remark, meters: fixed(remark.meters, 2) });
  if (remark.kind === 'step-up') return words['step-up']({ ...remark, meters: fixed(remark.meters, 2) });
  // A figure of three hundred digits is told by its size.
  if (remark.kind === 'outside')
    return words.outside({ ...remark, value: String(Number(remark.value.toPrecision(6))) });
  return sentence(table, remark.kind, remark);
}

export function projectProblemText(t: WorkbenchMessages, problem: ProjectProblem): string {
  const table: Sentences<ProjectProblem, 'reason'> = t.project.problems;
  return sentence(table, problem.reason, problem);
}
