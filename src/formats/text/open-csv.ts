import { pointFeature, uniqueNames } from '../../geometry/table-features.js';
import { wholeWithin, type ByteSource } from '../byte-source.js';
import { stemOf } from '../format-table.js';
import type { Limits } from '../limits.js';
import type { RawFeature, RawLayer } from '../raw-layer.js';
import { ReadFailure } from '../read-failure.js';
import { decodeText } from '../decode-text.js';
import { parseCsv, wideHeader } from './parse-csv.js';
import { parseNumber } from './parse-number.js';
import { positionColumns, type PositionColumns } from './position-columns.js';
import { parseWkt } from './wkt.js';

/**
 * A table with a header row and a place in its columns: longitude and latitude, plane X and Y, or well-known text.
 * Comma, tab or semicolon; quoted cells; UTF-8, UTF-16 or CP932. Every cell is its text, and none is left out: those
 * beyond the header are called after their column (`#7`). @throws ReadFailure
 */
export async function openCsv(source: ByteSource, limits: Limits): Promise<RawLayer> {
  const { text, encoding } = decodeText(await wholeWithin(source, limits));
  if (text.trim() === '') throw new ReadFailure({ reason: 'file-empty' });
  const parsed = parseCsv(text);
  if (!parsed.ok) throw new ReadFailure({ reason: 'open-quote', line: parsed.openQuoteLine });
  const [first, ...rows] = parsed.rows;
  const header = uniqueNames(wideHeader(first?.cells.map((cell) => cell.trim()) ?? [], rows));
  const columns = positionColumns(header);
  if (!columns)
    throw new ReadFailure({ reason: 'no-position-columns', columns: header.slice(0, 12).join(', ') });
  return {
    name: stemOf(source.name),
    fileName: source.name,
    format: 'csv',
    encoding,
    fields: new Set(header.filter((_, index) => columns.kind !== 'wkt' || index !== columns.column)),
    // The header calls them longitude and latitude: degrees, whatever the datum.
    crs: columns.kind === 'degrees' ? { epsg: 4326, name: null, from: 'format', oldDatum: false } : null,
    featureCount: rows.length,
    extent: null,
    notes: encoding === 'UTF-8' ? [] : [{ reason: 'encoding', encoding }],
    async *features() {
      for (const { cells } of rows) yield featureOf(cells, header, columns);
    },
    convertWithGdal: null,
  };
}

/** By the cells there are: a header may be a hundred thousand names long. */
function featureOf(row: readonly string[], header: readonly string[], columns: PositionColumns): RawFeature {
  const attributes = new Map<string, unknown>();
  for (const [index, cell] of row.slice(0, header.length).entries())
    if (columns.kind !== 'wkt' || index !== columns.column) attributes.set(header[index] ?? '', cell);
  if (columns.kind === 'wkt') {
    const written = row[columns.column]?.trim() ?? '';
    // A filled cell that is no WKT is a broken geometry, an empty one is a row without a place.
    return { attributes, geometry: written === '' ? null : (parseWkt(written) ?? 'broken') };
  }
  const [x, y] = [parseNumber(row[columns.first]), parseNumber(row[columns.second])];
  return { attributes, geometry: pointFeature({}, x === null || y === null ? null : [x, y]).geometry };
}
