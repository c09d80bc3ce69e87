import type { DataSetHints } from './import-driver.js';

const all = (hints: DataSetHints) => [hints.fileName, ...hints.names];

/** `N03-20250101` → 2025-01-01; null when no name carries a whole date. */
export function dateInName(hints: DataSetHints, prefix: string): string | null {
  const pattern = new RegExp(`${prefix}-(\\d{4})(\\d{2})(\\d{2})`, 'i');
  for (const name of all(hints)) {
    const [, year, month, day] = pattern.exec(name) ?? [];
    if (year && month && day) return `${year}-${month}-${day}`;
  }
  return null;
}

/**
 * `A51-25_40130` → 2025-04-01. The names of 国土数値情報 carry a fiscal year only: its first day is taken,
 * so that the data never looks newer than it is.
 */
export function fiscalYearInName(hints: DataSetHints, prefix: string): string | null {
  const pattern = new RegExp(`${prefix}-(\\d{2})(?!\\d)`, 'i');
  for (const name of all(hints)) {
    const year = pattern.exec(name)?.[1];
    if (year) return `20${year}-04-01`;
  }
  return null;
}

/** Reference days of the census whose 小地域 edition a name or column carries: `r2ka40133`, `H27KAxx_`. */
const censusDays: readonly (readonly [RegExp, string])[] = [
  [/(^|[^a-z])r7k[ab]/i, '2025-10-01'],
  [/(^|[^a-z])r2k[ab]/i, '2020-10-01'],
  [/(^|[^a-z])h27k[ab]/i, '2015-10-01'],
  [/(^|[^a-z])h22k[ab]/i, '2010-10-01'],
  [/(^|[^a-z])h17k[ab]/i, '2005-10-01'],
  [/A002005212020/i, '2020-10-01'],
  [/A002005212015/i, '2015-10-01'],
];

export function censusDay(hints: DataSetHints): string | null {
  const names = [...all(hints), ...hints.fields];
  return censusDays.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? null;
}
