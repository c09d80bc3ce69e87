import { batchColumns } from '../../worker/batch.js';
import type { ExportData } from '../export/export-data.js';
import type { CellValue } from '../overlay/overlay.js';
import type { AnsweredSite } from './answer-sites.js';

/** The rows as they came, with the report's columns added, ready for any export. */
export function sitesAsExport(sites: readonly AnsweredSite[], name: string, credit: string): ExportData {
  return {
    name,
    credit,
    features: sites.map(({ row, answer, position }) => ({
      geometry: position && { type: 'Point' as const, coordinates: [...position] },
      properties: Object.fromEntries([...ownCells(row), ...answerCells(answer, row.cells)]),
    })),
  };
}

function ownCells({ cells, address, label }: AnsweredSite['row']): [string, CellValue][] {
  const own = Object.entries(cells);
  return own.length > 0 ? own : [['address', address === '' ? label : address]];
}

/** A column of the list that bears the name of an added one keeps it; the added one is set apart. */
function answerCells(
  answer: AnsweredSite['answer'],
  taken: Readonly<Record<string, string>>,
): [string, CellValue][] {
  return batchColumns.map((column) => [
    Object.hasOwn(taken, column) ? `mizumichi_${column}` : column,
    answer[column],
  ]);
}
