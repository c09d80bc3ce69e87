import { decimalNumber } from '../../geometry/decimal-number.js';

/** A cell as a number: full-width digits and thousands separators are read; anything else is null, never 0. */
export function parseNumber(cell: string | undefined): number | null {
  const text = (cell ?? '').normalize('NFKC').trim();
  const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  const value = decimalNumber(grouped);
  return Number.isFinite(value) ? value : null;
}

/** True for a plain number that is no code: a leading zero (郵便番号, 管渠番号) makes it one. */
export function isPlainNumber(cell: string): boolean {
  return !Number.isNaN(decimalNumber(cell)) && !/^[+-]?0\d/.test(cell);
}
