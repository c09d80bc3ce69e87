import * as v from 'valibot';

/** Cells of the CSVs every city has in the same columns; each arrives as a string, an empty one means null. */
export const text = v.pipe(v.string(), v.minLength(1));
export const optionalText = v.pipe(
  v.string(),
  v.transform((cell) => (cell === '' ? null : cell)),
);
export const number = v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?$/), v.transform(Number));
export const optionalNumber = v.pipe(
  v.string(),
  v.regex(/^(-?\d+(\.\d+)?)?$/),
  v.transform((cell) => (cell === '' ? null : Number(cell))),
);
export const flag = v.pipe(
  v.picklist(['0', '1']),
  v.transform((cell) => cell === '1'),
);
/** Parts joined by `;`. */
export const list = v.pipe(
  v.string(),
  v.transform((cell) => cell.split(';').filter((part) => part !== '')),
  v.minLength(1),
);
export const page = v.pipe(number, v.integer(), v.minValue(1));
