import { messages as english } from '../../src/i18n/generated/import-report/en.js';
import { messages as japanese } from '../../src/i18n/generated/import-report/ja.js';
import type { Locale } from '../../src/i18n/locale.js';
import type { ImportReportMessages } from '../../src/i18n/messages.js';
import type { ImportProblem } from './problem.js';
import type { NoteKind, RepairKind, SkipReason } from './tally.js';

/** What happened, and what to do about it. */
interface Sentence {
  what: string;
  remedy: string;
}

/**
 * Everything the command line says about an import, in one language: the messages under `import-report` in
 * src/i18n/locales. Annotated, so that the compiler names a code of the core that has no words.
 */
export interface Wording extends ImportReportMessages {
  problems: ImportReportMessages['problems'] & Readonly<Record<ImportProblem, Sentence>>;
  skips: ImportReportMessages['skips'] & Readonly<Record<SkipReason, string>>;
  repairs: ImportReportMessages['repairs'] & Readonly<Record<RepairKind, string>>;
  notes: ImportReportMessages['notes'] & Readonly<Record<NoteKind, string>>;
}

/** Who imports on the command line reads one of two languages: the other locales get the nearer one. */
const wordings: Readonly<Record<Locale, Wording>> = {
  ja: japanese,
  easy: japanese,
  en: english,
  zh: english,
  ko: english,
};

export const wordingOf = (locale: Locale): Wording => wordings[locale];

/** Why an import was refused, with what is known about it. */
export const refusalText = (words: Wording, what: string, detail: string): string =>
  detail === '' ? what : words.refused({ what, detail });

/** ` (such as a / b)`, or nothing. */
export const examplesText = (words: Wording, examples: readonly string[]): string =>
  examples.length > 0 ? words.examples({ list: examples.join(words.listSeparator) }) : '';
