import { factsFolder } from './read-table.js';
import { tableIds, tables } from './registry.js';
import { rowLine } from '../../../tables/row-checks.js';
import type { CheckLine } from '../../../tables/sum-check.js';
import { networkSums } from './sums-network.js';
import { planSums } from './sums-plans.js';
import { programmeSums } from './sums-programmes.js';
import { serviceSums } from './sums-service.js';

export { tableIds, tables, type TableId } from './registry.js';
export { factsFolder, readTable } from './read-table.js';
export type { CheckLine } from '../../../tables/sum-check.js';

/** The yearbook's imprint: nothing in it is of a later day. */
const imprint = '2025-10-31';

/**
 * Every promise of the fact tables: rows keep their schema and name their page, and every printed total is
 * the sum of its rows or differs exactly as documented. Sums are only tried once every row has been read.
 */
export function checkTables(): CheckLine[] {
  const rows = tableIds.map((id) => rowLine(tables[id], factsFolder, imprint));
  if (rows.some((line) => !line.ok)) return rows;
  return [...rows, ...networkSums(), ...planSums(), ...serviceSums(), ...programmeSums()];
}
