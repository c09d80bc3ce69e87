import { batchColumns } from '../../worker/batch.js';
import type { ExportData } from '../export/export-data.js';
import { boxAround } from '../../geometry/position.js';
import type { CellValue, OverlayLayer } from '../overlay/overlay.js';
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

/** The answered sites as a layer of points, coloured and kept like any overlay. */
export function sitesAsLayer(sites: readonly AnsweredSite[], name: string): OverlayLayer {
  const { features } = sitesAsExport(sites, name, '');
  const placed = features.flatMap(({ geometry }) =>
    geometry?.type === 'Point' ? [geometry.coordinates] : [],
  );
  const fields = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  return {
    name,
    fileName: `${name}.csv`,
    format: 'csv',
    crs: { epsg: 4326, swapped: false, unit: 1, how: 'format', declared: null, accuracyMeters: null },
    features: features.map((feature, id) => ({
      type: 'Feature',
      id,
      ...feature,
      properties: { ...feature.properties },
    })),
    fields: fields.map((field) => ({ name: field, kind: 'text' })),
    counts: { point: placed.length, line: 0, polygon: 0, none: features.length - placed.length },
    box: boxAround(placed),
    notes: [],
  };
}
