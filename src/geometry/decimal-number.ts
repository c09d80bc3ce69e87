// One way only to read a run of digits: `\d+\.?\d*` would try every split of thirty thousand of them.
const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * A figure as people and files write it; NaN for everything else that JavaScript would take for a number: nothing at
 * all (0 there), `0x10`, `0b1`, `Infinity`.
 */
export function decimalNumber(text: string): number {
  return decimal.test(text) ? Number(text) : NaN;
}
