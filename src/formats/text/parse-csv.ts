import { CsvProblem, csvRows, type CsvRow } from './read-csv.js';

export type { CsvRow };

/** The rows of a table that is in memory, header first, without blank ones; or the line of a mark that is never closed. */
export type CsvResult = { ok: true; rows: CsvRow[] } | { ok: false; openQuoteLine: number };

/** A whole table, by the reader that reads it in pieces: command line and page see the same rows. */
export function parseCsv(text: string): CsvResult {
  const rows: CsvRow[] = [];
  try {
    for (const row of csvRows(text)) if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
  } catch (error) {
    if (!(error instanceof CsvProblem)) throw error;
    return { ok: false, openQuoteLine: error.line };
  }
  return { ok: true, rows };
}

/**
 * The header with a name for every cell there is: what stands beyond it is kept under `#7`, its column, as a blank name
 * is (`uniqueNames`). Empty cells beyond it, as spreadsheets leave them, are none.
 */
export function wideHeader(header: readonly string[], rows: readonly CsvRow[]): string[] {
  let width = header.length;
  for (const { cells } of rows)
    for (let at = cells.length - 1; at >= width; at--)
      if (cells[at]?.trim() !== '') {
        width = at + 1;
        break;
      }
  return [...header, ...Array.from({ length: width - header.length }, () => '')];
}
