/** Why a file cannot be read. Words and remedies: `import-report` in src/i18n/locales. */
export const readProblems = [
  'file-missing',
  'file-empty',
  'file-too-large',
  'unknown-format',
  'needs-gdal',
  'zip-broken',
  'zip-encrypted',
  'zip-too-many-entries',
  'zip-too-large',
  'zip-bomb',
  'zip-unsupported',
  'zip-nothing-readable',
  'shapefile-incomplete',
  'unreadable',
  'truncated',
  'not-utf8',
  'feature-too-large',
  'no-position-columns',
  'crs-unknown',
  'too-many-features',
  'too-many-positions',
] as const;
export type ReadProblem = (typeof readProblems)[number];

/**
 * Thrown inside the readers and turned into a value where the import begins: unwinding streams by hand is worse.
 * `detail` goes into the message as it is.
 */
export class ReadFailure extends Error {
  readonly problem: ReadProblem;
  readonly detail: string;
  constructor(problem: ReadProblem, detail = '') {
    super(`${problem}${detail === '' ? '' : `: ${detail}`}`);
    this.problem = problem;
    this.detail = detail;
  }
}
