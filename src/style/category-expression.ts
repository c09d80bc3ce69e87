import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Category, LayerEntry } from '../catalog/layer-entry.js';
import type { PaintedCategory } from './palette.js';

/**
 * A value by category: the plain value when all are alike, otherwise a `match` on the layer's `by`
 * or a `case` on its `byRange`. The property is read through `to-string`, so that booleans and numbers meet
 * the catalogue's texts. Values no category names fall to the category of value null, else to the last one.
 */
export function byCategory<Value extends string | number>(
  entry: LayerEntry,
  painted: readonly PaintedCategory[],
  read: (painted: PaintedCategory) => Value,
): Value | ExpressionSpecification {
  const last = painted.at(-1);
  if (!last) throw new Error(`layer ${entry.id} has no category`);
  const { by, byRange } = entry.symbol;
  const fallback = read(painted.find(({ category }) => category.value === null) ?? last);
  const named = painted.filter(({ category }) => category.value !== null);
  if (by === undefined && byRange === undefined) return read(painted[0] as PaintedCategory);
  if (named.every((category) => read(category) === fallback)) return fallback;
  if (byRange !== undefined) {
    const branches = named.flatMap((one) => [holds(one.category, byRange), read(one)]);
    return ['case', ...branches, fallback] as unknown as ExpressionSpecification;
  }
  const branches = named.flatMap((category) => [category.category.value as string, read(category)]);
  return [
    'match',
    ['to-string', ['get', by as string]],
    ...branches,
    fallback,
  ] as unknown as ExpressionSpecification;
}

/** True where the feature's range lies in one of the category's. An unknown lower end lies in none. */
function holds({ within = [] }: Category, { min, max }: { min: string; max: string }): unknown[] {
  const lowest = ['number', ['get', min], -1];
  // A range without an upper limit lies in such ranges only.
  const highest = ['number', ['get', max], Number.MAX_SAFE_INTEGER];
  const parts = within.map(([from, to]) => [
    'all',
    ['>=', lowest, from],
    ...(to === null ? [] : [['<=', highest, to]]),
  ]);
  return ['any', ...parts];
}

/** The value of the category a feature is painted as, for drawings that are not the engine's. */
export function categoryOf(
  { symbol }: LayerEntry,
  properties: Readonly<Record<string, unknown>> | null,
): string | null {
  const { by, byRange, categories } = symbol;
  if (byRange !== undefined) {
    const lowest = properties?.[byRange.min];
    const highest = properties?.[byRange.max] ?? Infinity;
    if (typeof lowest !== 'number' || typeof highest !== 'number') return null;
    const inside = ({ within = [] }: Category) =>
      within.some(([from, to]) => lowest >= from && highest <= (to ?? Infinity));
    return categories.find(inside)?.value ?? null;
  }
  if (by === undefined) return null;
  const value = String(properties?.[by] ?? '');
  return categories.some((category) => category.value === value) ? value : null;
}
