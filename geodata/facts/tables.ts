import { rowLines } from './row-checks.js';
import type { CheckLine } from './sum-check.js';
import { networkSums } from './sums-network.js';
import { planSums } from './sums-plans.js';
import { programmeSums } from './sums-programmes.js';
import { serviceSums } from './sums-service.js';

export { tableIds, tables, type TableId } from './registry.js';
export { readTable, type TableRow } from './read-table.js';
export type { CheckLine } from './sum-check.js';

/**
 * Every promise of the fact tables: rows keep their schema and name their page, and every printed total is
 * the sum of its rows or differs exactly as documented. Sums are only tried once every row has been read.
 */
export function checkTables(): CheckLine[] {
  const rows = rowLines();
  if (rows.some((line) => !line.ok)) return rows;
  return [...rows, ...networkSums(), ...planSums(), ...serviceSums(), ...programmeSums()];
}
