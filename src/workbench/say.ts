import type { ToolsMessages } from '../i18n/messages-tools/ja.js';
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
  return typeof entry === 'string' ? entry : entry(item);
}

export function problemText(t: ToolsMessages, problem: OverlayProblem): string {
  const table: Sentences<OverlayProblem, 'reason'> = t.problems;
  return sentence(table, problem.reason, problem);
}

export function noteText(t: ToolsMessages, note: OverlayNote): string {
  const table: Sentences<OverlayNote, 'reason'> = t.notes;
  if (note.reason === 'wrong-extension')
    return t.notes['wrong-extension']({ extension: note.extension, looksLike: t.formats[note.looksLike] });
  return sentence(table, note.reason, note);
}

export function remarkText(t: ToolsMessages, remark: ProfileRemark): string {
  const table: Sentences<ProfileRemark, 'kind'> = t.profile.remark;
  return sentence(table, remark.kind, remark);
}

export function projectProblemText(t: ToolsMessages, problem: ProjectProblem): string {
  const table: Sentences<ProjectProblem, 'reason'> = t.project.problems;
  return sentence(table, problem.reason, problem);
}
