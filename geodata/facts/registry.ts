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

/** The document every page number of these tables points into. */
export const yearbook = {
  ja: '福岡市の下水道 令和7年度版',
  en: 'Sewerage in Fukuoka City, FY2025 edition',
  publisher: '福岡市道路下水道局',
  issued: '2025-10',
} as const;
