import type * as v from 'valibot';
import { parseTable } from '../../../tables/parse-table.js';
import { tables, type TableId } from './registry.js';
import type { AnyTable } from '../../../tables/table.js';

/** The CSVs. */
export const factsFolder = new URL('../facts/', import.meta.url);

export type TableRow<Id extends TableId> = v.InferOutput<(typeof tables)[Id]['columns']>;

/**
 * The typed rows of a fact table, for layer recipes and the build.
 * Throws with every problem listed when the CSV does not keep its schema: the facts are part of this
 * repository, so that is a mistake of ours and not of a user.
 */
export function readTable<Id extends TableId>(id: Id): TableRow<Id>[] {
  const table: AnyTable = tables[id];
  const parsed = parseTable(table, factsFolder);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  // The compiler cannot follow Id through the union of schemas; the schema of this very table checked the rows.
  return parsed.rows as TableRow<Id>[];
}
