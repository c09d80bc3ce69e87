import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { LayerEntry } from '../catalog/layer-entry.js';
import type { PaintedCategory } from './palette.js';

/**
 * A value by category: the plain value when all are alike, otherwise a `match` on the layer's `by`.
 * The property is read through `to-string`, so that booleans and numbers meet the catalogue's texts.
 * Values no category names fall to the category of value null, else to the last one.
 */
export function byCategory(
  entry: LayerEntry,
  painted: readonly PaintedCategory[],
  read: (painted: PaintedCategory) => string,
): string | ExpressionSpecification {
  const last = painted.at(-1);
  if (!last) throw new Error(`layer ${entry.id} has no category`);
  const { by } = entry.symbol;
  const fallback = read(painted.find(({ category }) => category.value === null) ?? last);
  const named = painted.filter(({ category }) => category.value !== null);
  if (by === undefined || named.every((category) => read(category) === fallback)) {
    return by === undefined ? read(painted[0] as PaintedCategory) : fallback;
  }
  const branches = named.flatMap((category) => [category.category.value as string, read(category)]);
  return ['match', ['to-string', ['get', by]], ...branches, fallback] as unknown as ExpressionSpecification;
}
