import { columnFor, type Mapping } from '../mapping.js';
import { numberOf, textOf } from './attributes.js';
import type { Attributes, DriverContext, Taken } from './import-driver.js';

/** Text of the column the mapping names for `property`; coded values become their word, unknown codes null. */
export function mappedText(attributes: Attributes, property: string, context: DriverContext): string | null {
  const column = columnFor(context.mapping, property);
  if (!column) return null;
  const text = textOf(attributes, column.field);
  if (text === null || !column.values) return text;
  if (Object.hasOwn(column.values, text)) return column.values[text] ?? null;
  context.tally.unknownValue(column.field, text, text);
  return null;
}

/** Number of the column the mapping names, times its factor; null when empty or no number. */
export function mappedNumber(
  attributes: Attributes,
  property: string,
  context: DriverContext,
): number | null {
  const column = columnFor(context.mapping, property);
  if (!column) return null;
  const value = numberOf(attributes, column.field);
  const written = textOf(attributes, column.field);
  if (value === null && written !== null) context.tally.unknownValue(column.field, written, written);
  // Six decimals: 0.25 m × 1000 must not come out as 250.00000000000003.
  return value === null ? null : Math.round(value * (column.factor ?? 1) * 1e6) / 1e6;
}

/** A row the mapping's filter leaves out, or null when it stays. */
export function filteredOut(attributes: Attributes, mapping: Mapping | null, label: string): Taken | null {
  const filter = mapping?.filter;
  if (!filter) return null;
  const value = textOf(attributes, filter.field) ?? '';
  return filter.equals.includes(value) ? null : { skip: 'filtered-out', example: label };
}
