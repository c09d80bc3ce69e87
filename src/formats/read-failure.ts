/** Why a file cannot be read. Words and remedies are the caller's, in its language; figures stand here. */
export type ReadProblem =
  | { reason: 'file-missing'; path: string }
  | { reason: 'file-empty' }
  | { reason: 'file-too-large'; megabytes: number; limitMegabytes: number }
  | { reason: 'unknown-format'; extension: string }
  /** A format only GDAL reads, where there is no GDAL. */
  | { reason: 'needs-gdal'; detail: string }
  /** GDAL is there but could not be started, for want of a connection or of memory. */
  | { reason: 'engine-failed'; detail: string }
  /** GDAL was ended: it had computed so long without reading or writing anything. */
  | { reason: 'engine-silent'; seconds: number }
  /** GDAL was ended: it wrote more than this file can honestly come to. */
  | { reason: 'engine-too-much'; limitMegabytes: number }
  /** GDAL ended by itself: no memory was left. */
  | { reason: 'engine-memory' }
  | { reason: 'zip-broken' }
  | { reason: 'zip-encrypted' }
  | { reason: 'zip-too-many-entries'; count: number; limit: number }
  | { reason: 'zip-too-large'; megabytes: number; limitMegabytes: number }
  | { reason: 'zip-bomb'; entry: string }
  | { reason: 'zip-unsupported'; detail: string }
  | { reason: 'zip-nothing-readable'; entries: string }
  | { reason: 'shapefile-incomplete'; missing: string }
  | { reason: 'unreadable'; detail: string }
  | { reason: 'truncated' }
  | { reason: 'feature-too-large'; limitMegabytes: number }
  | { reason: 'no-position-columns'; columns: string }
  /** Of a table: a quotation mark that is not closed, or closed in the middle of a cell; counted from 1. */
  | { reason: 'open-quote'; line: number }
  | { reason: 'crs-unknown'; detail: string }
  | { reason: 'no-features' }
  | { reason: 'no-geometry' }
  | { reason: 'absurd-coordinates'; sample: string }
  | { reason: 'too-many-features'; limit: number }
  | { reason: 'too-many-positions'; limit: number }
  | { reason: 'sxf-p21' }
  | { reason: 'raster' };
/** Why GDAL was ended. */
export type GdalStopped = Extract<ReadProblem, { reason: 'engine-silent' | 'engine-too-much' }>;
export type ReadReason = ReadProblem['reason'];

/** What of a problem goes into a message as it is: figures and names, no words. */
export function detailOf(problem: ReadProblem): string {
  switch (problem.reason) {
    case 'file-missing':
      return problem.path;
    case 'file-too-large':
    case 'zip-too-large':
      return `${problem.megabytes} MiB > ${problem.limitMegabytes} MiB`;
    case 'unknown-format':
      return problem.extension;
    case 'zip-too-many-entries':
      return `${problem.count} > ${problem.limit}`;
    case 'zip-bomb':
      return problem.entry;
    case 'zip-nothing-readable':
      return problem.entries;
    case 'shapefile-incomplete':
      return problem.missing;
    case 'engine-silent':
      return `${problem.seconds} s`;
    case 'engine-too-much':
    case 'feature-too-large':
      return `${problem.limitMegabytes} MiB`;
    case 'no-position-columns':
      return problem.columns;
    case 'open-quote':
      return String(problem.line);
    case 'absurd-coordinates':
      return problem.sample;
    case 'too-many-features':
    case 'too-many-positions':
      return String(problem.limit);
    default:
      return 'detail' in problem ? problem.detail : '';
  }
}

/** Thrown inside the readers and turned into a value at their edge: unwinding streams by hand is worse. */
export class ReadFailure extends Error {
  readonly problem: ReadProblem;
  constructor(problem: ReadProblem) {
    const detail = detailOf(problem);
    super(`${problem.reason}${detail === '' ? '' : `: ${detail}`}`);
    this.problem = problem;
  }

  get detail(): string {
    return detailOf(this.problem);
  }
}

/** The problem an error stands for: what a reader foresaw, or memory, a stack, a library that gave up. */
export function problemOf(error: unknown): ReadProblem {
  if (error instanceof ReadFailure) return error.problem;
  const detail = error instanceof Error ? error.message : String(error);
  return { reason: 'unreadable', detail: detail.slice(0, 300) };
}
