import * as v from 'valibot';

/**
 * What a cell of a fact table may hold. Every cell arrives as a string; an empty one means
 * "not printed in the document" and becomes null, never zero.
 */
const decimal = /^-?\d+(\.\d+)?$/;

export const text = v.pipe(v.string(), v.minLength(1));
export const optionalText = v.pipe(
  v.string(),
  v.transform((cell) => (cell === '' ? null : cell)),
);
export const number = v.pipe(v.string(), v.regex(decimal), v.transform(Number));
export const optionalNumber = v.pipe(
  v.string(),
  v.check((cell) => cell === '' || decimal.test(cell), 'a decimal number or nothing'),
  v.transform((cell) => (cell === '' ? null : Number(cell))),
);
export const integer = v.pipe(number, v.integer());
export const yesNo = v.pipe(
  v.picklist(['yes', 'no']),
  v.transform((cell) => cell === 'yes'),
);

const partialDate = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
/** ISO date as exact as the document is: a year, a month or a day. */
export const date = v.pipe(v.string(), v.regex(partialDate));
export const optionalDate = v.pipe(
  v.string(),
  v.check((cell) => cell === '' || partialDate.test(cell), 'an ISO year, month or day, or nothing'),
  v.transform((cell) => (cell === '' ? null : cell)),
);
/** A date as a Japanese document prints it: S56.9, H元.4, S41.7.1. */
export const eraDate = v.pipe(v.string(), v.regex(/^[SHR](元|\d{1,2})\.\d{1,2}(\.\d{1,2})?$/));

/**
 * What every row of every table ends with: its page, the date it is true of, a note where the source is odd.
 * @param lastPage of the document
 */
export const tailOf = (lastPage: number) => ({
  page: v.pipe(integer, v.minValue(1), v.maxValue(lastPage)),
  asOf: v.pipe(v.string(), v.isoDate()),
  note: optionalText,
});
