import { parseNumber } from '../formats/text/parse-number.js';

/**
 * What a spreadsheet would run: a formula's sign, also in full width, behind white space or characters that are not
 * seen; or white space that hides one in the next program. A sign alone, `-` for "none", runs nothing.
 */
const runs = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]./su;
const hides = /^[\t\r\n\0]/;

/**
 * One CSV cell. Text that a spreadsheet would run as a formula gets an apostrophe in front
 * (OWASP "CSV injection"); plain numbers such as -33.5 stay numbers.
 */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  let text = String(value);
  if (hides.test(text) || (runs.test(text) && parseNumber(text) === null)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One CSV line with its line end. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
