/** What compiled messages call. Plural and select are those of the compiler's library. */
import { plural as pluralOf, select as selectOf } from '@messageformat/runtime';
import { formatNumber } from './format.js';

/** The plural rule of a language, by its tag. */
export function pluralRule(tag: string): (value: number) => string {
  const rules = new Intl.PluralRules(tag);
  return (value) => rules.select(value);
}

type Cases = Readonly<Record<string, string>>;

/** The case of an exact number, else of its plural category. The library answers with what the cases hold: text. */
export const plural = pluralOf as (
  value: number,
  offset: number,
  rule: (value: number) => string,
  cases: Cases,
) => string;

/** The case of that name, else `other`; `true` and `false` choose by their names. */
export const select = (value: string | boolean, cases: Cases): string =>
  String(selectOf(String(value), cases));

/** A figure inside a message, as `formats(locale).number` writes it. */
export const number = (tag: string, value: number, offset: number): string =>
  formatNumber(tag, value - offset);
