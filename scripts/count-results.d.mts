export interface Counts {
  passed: number;
  failed: number;
  /** What went wrong in no test: each is one more failure. */
  problems: string[];
}

export interface UnitReport {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
}

export interface EndToEndReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: { message?: string }[];
}

export function countUnit(report: UnitReport, status: number | null): Counts;
export function countEndToEnd(report: EndToEndReport, status: number | null): Counts;
