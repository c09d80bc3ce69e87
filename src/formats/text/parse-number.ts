// One way only to read a run of digits: `\d+\.?\d*` would try every split of thirty thousand of them.
const plainNumber = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** A cell as a number: full-width digits and thousands separators are read; anything else is null, never 0. */
export function parseNumber(cell: string | undefined): number | null {
  const text = (cell ?? '').normalize('NFKC').trim();
  const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  const value = plainNumber.test(grouped) ? Number(grouped) : NaN;
  return Number.isFinite(value) ? value : null;
}

/** True for a plain number that is no code: a leading zero (郵便番号, 管渠番号) makes it one. */
export function isPlainNumber(cell: string): boolean {
  return plainNumber.test(cell) && !/^[+-]?0\d/.test(cell);
}
