import { eraToIso, fiscalPeriodToIso } from './era.js';
import { parseTable } from './parse-table.js';
import { exceptionsLine, type CheckLine } from './sum-check.js';
import type { AnyTable } from './table.js';

type Row = Readonly<Record<string, unknown>>;

/** First and last page a table may point to: '36–37' → [36, 37]. */
function pageRange(page: string): [number, number] {
  const [first = 0, last = first] = page.split('–').map(Number);
  return [first, last];
}

/** A date printed in an era and the ISO date beside it say the same. */
function eraAgrees(row: Row): boolean {
  const { started_era: era, started } = row;
  if (typeof era === 'string' && typeof started === 'string') {
    const iso = eraToIso(era);
    if (iso !== null && iso !== started) return false;
  }
  const { period_era: period, period_start: start, period_end: end } = row;
  if (typeof period === 'string' && typeof start === 'string') {
    const iso = fiscalPeriodToIso(period);
    if (iso === null || iso.start !== start || iso.end !== (end ?? null)) return false;
  }
  return true;
}

/**
 * Schema, page and date of every row of one table, in one line.
 * @param latest ISO day the document went to print: no row is as of a later one
 */
export function rowLine(table: AnyTable, folder: URL, latest: string): CheckLine {
  const parsed = parseTable(table, folder);
  if (!parsed.ok) return { ok: false, text: parsed.problems.join(' | ') };
  const [first, last] = pageRange(table.page);
  const rows: readonly Row[] = parsed.rows;
  const wrong = rows
    .map((row, index) => ({ row, line: index + 2 }))
    .filter(({ row }) => {
      const page = Number(row.page);
      return (
        page < first ||
        page > last ||
        !(typeof row.asOf === 'string' && row.asOf <= latest) ||
        !eraAgrees(row)
      );
    })
    .map(({ line }) => `line ${line}`);
  return exceptionsLine(
    `${table.id}: schema, page (p. ${table.page}) and dates of each row`,
    rows.length,
    wrong,
  );
}
