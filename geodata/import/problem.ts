import { readProblems, type ReadProblem } from './read/read-failure.js';

/** Why an import was refused. Words and remedies: `import-report` in src/i18n/locales; nothing was written. */
export const importProblems = [
  ...readProblems,
  'unknown-layer',
  'mapping-unreadable',
  'mapping-missing',
  'mapping-incomplete',
  'columns-missing',
  'not-this-data',
  'data-set-ambiguous',
  'as-of-unknown',
  'crs-missing',
  'axes-swapped',
  'outside-frame',
  'old-tokyo-datum',
  'shifted-twice',
  'nothing-left',
  'incomplete-layer',
  'no-built-layer',
  'not-imported',
  'write-failed',
  'build-failed',
] as const;
export type ImportProblem = ReadProblem | (typeof importProblems)[number];

/** Thrown on the way and turned into a value by runImport. `detail` goes into the message as it is. */
export class ImportFailure extends Error {
  readonly problem: ImportProblem;
  readonly detail: string;
  constructor(problem: ImportProblem, detail = '') {
    super(`${problem}${detail === '' ? '' : `: ${detail}`}`);
    this.problem = problem;
    this.detail = detail;
  }
}
