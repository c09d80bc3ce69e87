import Papa from 'papaparse';
import { lineEndsIn } from './read-csv.js';

/** A row of a table and the line it begins in, counted from 1. */
export interface CsvRow {
  cells: string[];
  line: number;
}

/** The rows of a table that is in memory, header first, without blank ones; or the line of a mark that is never closed. */
export type CsvResult = { ok: true; rows: CsvRow[] } | { ok: false; openQuoteLine: number };

/**
 * Parses a whole table: comma, tab, semicolon or bar, found out from the first rows. papaparse reads; it is asked what
 * it had to guess, for behind a quotation mark that is not closed it takes the rest of the table for one cell.
 */
export function parseCsv(text: string): CsvResult {
  const even = oneLineEnd(text);
  const { data, errors } = Papa.parse<string[]>(even);
  for (const { code, row, index } of errors) {
    if (code !== 'MissingQuotes' && code !== 'InvalidQuotes') continue;
    // A mark in the middle of a cell is text, but no cell that goes on over a line end is closed by one.
    const swallowed = (data[row ?? -1] ?? []).some((cell) => cell.includes('"') && lineEndsIn(cell) > 0);
    if (code === 'MissingQuotes' || swallowed)
      return { ok: false, openQuoteLine: lineEndsIn(even.slice(0, index ?? 0)) + 1 };
  }
  const rows: CsvRow[] = [];
  let line = 1;
  for (const cells of data) {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ cells, line });
    line += 1;
    for (const cell of cells) if (cell.length > 0) line += lineEndsIn(cell);
  }
  return { ok: true, rows };
}

/** papaparse looks for one kind of line end; pasted lists and joined files have several. */
function oneLineEnd(text: string): string {
  const kinds = [/\r\n/, /\r(?!\n)/, /(?<!\r)\n/].filter((kind) => kind.test(text));
  return kinds.length > 1 ? text.replace(/\r\n?/g, '\n') : text;
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
