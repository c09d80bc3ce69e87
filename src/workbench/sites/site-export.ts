import { addedNames, batchColumns } from '../../service/batch.js';
import type { ExportData } from '../export/export-data.js';
import { boundingBoxOf } from '../../geometry/bounding-box.js';
import { pointFeature, type RowFeature } from '../../geometry/table-features.js';
import type { CellValue, OverlayLayer } from '../overlay/overlay.js';
import type { AnsweredSite } from './answer-sites.js';

type SiteFeature = RowFeature<Record<string, CellValue>>;

/** Sites with the row's own columns and the report's; null geometry where a row has no answer. */
function siteFeatures(sites: readonly AnsweredSite[]): SiteFeature[] {
  // Of the whole list: a short row has not all of its columns, and one name means one thing in every row.
  const added = addedNames(sites.flatMap(({ row }) => ownCells(row).map(([name]) => name)));
  return sites.map(({ row, answer, position }) => {
    const answered = batchColumns.map((column, at) => [added[at] ?? column, answer[column]] as const);
    return pointFeature(Object.fromEntries([...ownCells(row), ...answered]), position);
  });
}

/** The rows as they came, with the report's columns added, ready for any export. */
export function sitesAsExport(sites: readonly AnsweredSite[], name: string, credit: string): ExportData {
  return { name, credit, features: siteFeatures(sites) };
}

function ownCells({ cells, address, label }: AnsweredSite['row']): [string, CellValue][] {
  const own = Object.entries(cells);
  return own.length > 0 ? own : [['address', address === '' ? label : address]];
}

/** The answered sites as a layer of points, coloured and kept like any overlay. */
export function sitesAsLayer(sites: readonly AnsweredSite[], name: string): OverlayLayer {
  const features = siteFeatures(sites);
  const placed = features.flatMap(({ geometry }) => (geometry ? [geometry.coordinates] : []));
  const fields = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  return {
    name,
    fileName: `${name}.csv`,
    format: 'csv',
    crs: { epsg: 4326, swapped: false, unit: 1, how: 'format', declared: null, accuracyMeters: null },
    features: features.map((feature, id) => ({ ...feature, id })),
    fields: fields.map((field) => ({ name: field, kind: 'text' })),
    counts: { point: placed.length, line: 0, polygon: 0, none: features.length - placed.length },
    box: boundingBoxOf(placed),
    notes: [],
  };
}
