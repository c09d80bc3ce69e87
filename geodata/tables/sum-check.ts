/** One promise of the facts, kept or broken, in one line of English. */
export interface CheckLine {
  ok: boolean;
  text: string;
}

/** A sum the yearbook itself does not reach: what our rows add up to and why the two may differ. */
export interface KnownDifference {
  rows: number;
  reason: string;
}

export function sumOf<Row>(rows: readonly Row[], value: (row: Row) => number | null): number {
  return rows.reduce((total, row) => total + (value(row) ?? 0), 0);
}

const format = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 3 });

/**
 * Compare a printed total with the sum of the rows. A known difference has to be *exactly* the one
 * documented: a mistyped row may not hide behind it.
 */
export function sumLine(what: string, printed: number, rows: number, known?: KnownDifference): CheckLine {
  const same = (a: number, b: number) => Math.abs(a - b) < 0.0005;
  if (same(printed, rows)) {
    if (known)
      return { ok: false, text: `${what}: documented difference is gone, both are ${format(printed)}` };
    return { ok: true, text: `${what}: rows give ${format(rows)}, as printed` };
  }
  if (known && same(rows, known.rows))
    return {
      ok: true,
      text: `${what}: printed ${format(printed)}, rows give ${format(rows)}; known difference: ${known.reason}`,
    };
  return { ok: false, text: `${what}: printed ${format(printed)}, rows give ${format(rows)}` };
}

/**
 * Many small comparisons in one line: `exceptions` must be exactly the documented ones
 * (names in any order), each with the shared reason.
 */
export function exceptionsLine(
  what: string,
  compared: number,
  exceptions: readonly string[],
  documented: readonly string[] = [],
  reason = '',
): CheckLine {
  const found = [...exceptions].sort().join(', ');
  const expected = [...documented].sort().join(', ');
  if (found !== expected)
    return { ok: false, text: `${what}: differs at [${found}], documented [${expected}]` };
  const suffix = documented.length === 0 ? '' : `; known difference at ${found}: ${reason}`;
  return { ok: true, text: `${what}: ${compared - exceptions.length} of ${compared} agree${suffix}` };
}
