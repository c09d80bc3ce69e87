/** The tables' types; a missing or misspelt message does not compile. */
export type { CatalogMessages } from './generated/catalog/messages.js';
export type { EmbedMessages } from './generated/embed/messages.js';
export type { ImportMessages } from './generated/importer/messages.js';
export type { ImportReportMessages } from './generated/import-report/messages.js';
export type { NetworkMessages } from './generated/network/messages.js';
export type { Messages } from './generated/page/messages.js';
export type { WorkbenchMessages } from './generated/workbench/messages.js';
export type { YearbookMessages } from './generated/yearbook/messages.js';
