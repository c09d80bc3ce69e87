import { historyTables } from './tables-history.js';
import { moneyTables, serviceTables } from './tables-money.js';
import { networkTables } from './tables-network.js';
import { planTables } from './tables-plans.js';
import { programmeTables } from './tables-programmes.js';

/** Every table transcribed from 福岡市の下水道 令和7年度版, by id. The order is the order of listing. */
export const tables = {
  ...planTables,
  ...networkTables,
  ...moneyTables,
  ...serviceTables,
  ...programmeTables,
  ...historyTables,
} as const;

export type TableId = keyof typeof tables;
export const tableIds = Object.keys(tables) as TableId[];
