import type { PreviewStep } from '../../geodata/import/preview-import.js';
import type { ImportLayer } from '../../geodata/import/layers.js';
import type { ImportProblem } from '../../geodata/import/problem.js';
import type { NoteKind, RepairKind, SkipReason } from '../../geodata/import/tally.js';
import type { ImportMessages } from '../i18n/messages.js';

/** Only the command line meets them: files on disk, mapping files, building the map anew. */
type CommandLineOnly =
  | 'file-missing'
  | 'unknown-layer'
  | 'mapping-unreadable'
  | 'mapping-incomplete'
  | 'columns-missing'
  | 'data-set-ambiguous'
  | 'not-imported'
  | 'in-use'
  | 'reads-what-it-writes'
  | 'write-failed'
  | 'build-failed';
type PageProblem = Exclude<ImportProblem, CommandLineOnly>;

/** Annotated, so that the compiler names a code of the core that a table lacks. */
interface Tables {
  problems: Readonly<Record<PageProblem | 'other', string>>;
  skips: Readonly<Record<SkipReason, string>>;
  repairs: Readonly<Record<RepairKind, string>>;
  notes: Readonly<Record<NoteKind, string>>;
  layers: Readonly<Record<ImportLayer, string>>;
  steps: Readonly<Record<PreviewStep, string>>;
}

export const importTexts = (messages: ImportMessages): Tables => messages;

export function importProblemText(messages: ImportMessages, problem: ImportProblem): string {
  const { problems } = importTexts(messages);
  return Object.hasOwn(problems, problem) ? problems[problem as PageProblem] : problems.other;
}
