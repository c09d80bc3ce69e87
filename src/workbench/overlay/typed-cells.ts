import { isPlainNumber } from '../../formats/text/parse-number.js';
import type { RawFeature } from '../../formats/raw-layer.js';

/**
 * Cells of a table of text: numbers in columns whose filled cells are all numbers, null for empty ones. Codes with a
 * leading zero (郵便番号, 管渠番号) stay text. Goes by the cells there are: a header of a hundred thousand names over
 * short rows costs no more than its own length.
 */
export function typedCells(features: readonly RawFeature[]): RawFeature[] {
  const words = new Set<string>();
  for (const { attributes } of features)
    for (const [name, cell] of attributes) if (!isNumberOrEmpty(cell)) words.add(name);
  return features.map(({ attributes, geometry }) => ({
    geometry,
    attributes: new Map([...attributes].map(([name, cell]) => [name, typed(cell, !words.has(name))])),
  }));
}

const isNumberOrEmpty = (cell: unknown) =>
  typeof cell === 'string' && (cell.trim() === '' || isPlainNumber(cell.trim()));

function typed(cell: unknown, numeric: boolean): unknown {
  if (typeof cell !== 'string') return cell;
  const text = cell.trim();
  if (text === '') return null;
  return numeric ? Number(text) : text;
}
