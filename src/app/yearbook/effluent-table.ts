import type { YearbookDocument } from '../../catalog/yearbook-document.js';

type Result = YearbookDocument['effluent'][number];

/** 表V-3 with a centre a column (中部 has two treatment lines, 系列) and an item a row. */
export interface EffluentTable {
  columns: Pick<Result, 'centre' | 'series'>[];
  /** One result a column, in the columns' order; null where the yearbook has none. */
  rows: (Pick<Result, 'item' | 'unit' | 'standard'> & {
    results: (Result | null)[];
    /** Decimals the yearbook prints for the item: as many as its finest result has. */
    decimals: number;
  })[];
}

const decimalsOf = (value: number | null) => String(value ?? '').split('.')[1]?.length ?? 0;
const columnOf = ({ centre, series }: Result) => `${centre} ${series ?? ''}`;

/** 放流水質 (yearbook p. 56), in the yearbook's order of items and centres. */
export function effluentTable(results: readonly Result[]): EffluentTable {
  const columns = new Map(results.map((result) => [columnOf(result), result]));
  const items = new Map<string, Map<string, Result>>();
  for (const result of results) {
    const row = items.get(result.item.ja) ?? new Map<string, Result>();
    items.set(result.item.ja, row.set(columnOf(result), result));
  }
  return {
    columns: [...columns.values()].map(({ centre, series }) => ({ centre, series })),
    rows: [...items.values()].flatMap((row) =>
      [...row.values()].slice(0, 1).map(({ item, unit, standard }) => ({
        item,
        unit,
        standard,
        decimals: Math.max(...[...row.values()].flatMap(({ low, high }) => [low, high].map(decimalsOf))),
        results: [...columns.keys()].map((key) => row.get(key) ?? null),
      })),
    ),
  };
}
