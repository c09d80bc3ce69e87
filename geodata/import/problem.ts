import type { GeometryKind } from '../../src/catalog/layer-entry.js';
import { ReadFailure, type ReadReason } from '../../src/formats/read-failure.js';

/** Why an import was refused. Words and remedies: `import-report` in src/i18n/locales; nothing was written. Coordinates that are nowhere are told as `outside-frame`. */
export type ImportProblem =
  | Exclude<ReadReason, 'absurd-coordinates'>
  | 'unknown-layer'
  | 'mapping-unreadable'
  | 'mapping-missing'
  | 'mapping-incomplete'
  | 'columns-missing'
  | 'not-this-data'
  | 'data-set-ambiguous'
  | 'as-of-unknown'
  | 'crs-missing'
  | 'axes-swapped'
  | 'outside-frame'
  | 'old-tokyo-datum'
  | 'shifted-twice'
  | 'nothing-left'
  | 'names-unknown'
  | 'drawn-twice'
  | `wants-${GeometryKind}`
  | 'incomplete-layer'
  | 'no-built-layer'
  | 'not-imported'
  | 'in-use'
  | 'reads-what-it-writes'
  | 'write-failed'
  | 'build-failed';

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

/** Why the import was refused, from what was thrown on the way; anything unforeseen goes on. */
export function refusalOf(error: unknown): { problem: ImportProblem; detail: string } {
  if (error instanceof ImportFailure) return { problem: error.problem, detail: error.detail };
  if (!(error instanceof ReadFailure)) throw error;
  const { reason } = error.problem;
  return { problem: reason === 'absurd-coordinates' ? 'outside-frame' : reason, detail: error.detail };
}
