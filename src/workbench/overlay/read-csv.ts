import Papa from 'papaparse';
import { pointFeature, uniqueNames } from '../../geometry/table-features.js';
import { decodeText } from './decode-text.js';
import { stemOf } from './formats.js';
import { limits } from './limits.js';
import { OverlayFailure, type OverlayNote } from './overlay.js';
import type { DeclaredCrs, RawLayer } from './raw-layer.js';
import { parseWkt } from './wkt.js';

/** Header names after folding: lower case, no spaces, brackets or units. */
const names = {
  longitude: ['longitude', 'lon', 'long', 'lng', '経度', '東経', 'fx', 'x_lon'],
  latitude: ['latitude', 'lat', '緯度', '北緯', 'fy', 'y_lat'],
  x: ['x', 'x座標', 'xm', 'x_m', 'xcoord', 'xcoordinate', 'east', 'easting', 'pointx', 'point_x'],
  y: ['y', 'y座標', 'ym', 'y_m', 'ycoord', 'ycoordinate', 'north', 'northing', 'pointy', 'point_y'],
  wkt: ['wkt', 'geometry', 'geom', 'the_geom', 'wkt_geom'],
} as const;

type Columns =
  | { kind: 'degrees'; first: string; second: string }
  | { kind: 'plane'; first: string; second: string }
  | { kind: 'wkt'; column: string };

/**
 * A table with a header row and coordinates: longitude and latitude, plane X and Y (asked which is north),
 * or well-known text. Comma, tab or semicolon; quoted cells; UTF-8, UTF-16 or CP932. Throws OverlayFailure.
 */
export function readCsv(bytes: Uint8Array, fileName: string): RawLayer {
  const { text, encoding } = decodeText(bytes);
  if (text.trim() === '') throw new OverlayFailure({ reason: 'empty-file' });
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const header = uniqueNames((data[0] ?? []).map((cell) => cell.trim()));
  const rows = data.slice(1);
  const columns = findColumns(header);
  if (!columns)
    throw new OverlayFailure({ reason: 'no-coordinate-columns', columns: header.slice(0, 12).join(', ') });
  if (rows.length === 0) throw new OverlayFailure({ reason: 'no-features' });
  if (rows.length > limits.features)
    throw new OverlayFailure({ reason: 'too-many-features', limit: limits.features });
  const numeric = numericColumns(header, rows);
  const features = rows.map((row) => toFeature(row, header, columns, numeric));
  const notes: OverlayNote[] = encoding === 'utf-8' ? [] : [{ reason: 'encoding', encoding }];
  return { name: stemOf(fileName), fileName, format: 'csv', crs: crsOf(columns), features, notes };
}

function crsOf(columns: Columns): DeclaredCrs {
  return columns.kind === 'degrees'
    ? { kind: 'epsg', epsg: 4326, how: 'format', declared: null }
    : { kind: 'unknown', declared: null };
}

function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([{（【].*$/, '')
    .replace(/[\s"']/g, '');
}

function findColumns(header: readonly string[]): Columns | null {
  const folded = header.map(fold);
  const column = (wanted: readonly string[]) => {
    const at = folded.findIndex((name) => wanted.includes(name));
    return at < 0 ? undefined : header[at];
  };
  const [longitude, latitude] = [column(names.longitude), column(names.latitude)];
  if (longitude && latitude) return { kind: 'degrees', first: longitude, second: latitude };
  const [x, y] = [column(names.x), column(names.y)];
  if (x && y) return { kind: 'plane', first: x, second: y };
  const wkt = column(names.wkt);
  return wkt ? { kind: 'wkt', column: wkt } : null;
}

// One way only to read a run of digits: `\d+\.?\d*` would try every split of thirty thousand of them.
const plainNumber = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** Full-width digits and thousands separators are read; anything else is null, never 0. */
export function parseNumber(cell: string | undefined): number | null {
  const text = (cell ?? '').normalize('NFKC').trim();
  const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  const value = plainNumber.test(grouped) ? Number(grouped) : NaN;
  return Number.isFinite(value) ? value : null;
}

/**
 * Columns whose filled cells are all numbers; codes with a leading zero (郵便番号, 管渠番号) stay text. Goes by the cells
 * there are: a header of a hundred thousand names over short rows costs no more than its own length.
 */
function numericColumns(header: readonly string[], rows: readonly string[][]): ReadonlySet<string> {
  const filled = new Set<number>();
  const words = new Set<number>();
  for (const row of rows)
    for (const [index, raw] of row.entries()) {
      const cell = raw.trim();
      if (cell === '') continue;
      filled.add(index);
      if (!plainNumber.test(cell) || /^[+-]?0\d/.test(cell)) words.add(index);
    }
  return new Set(header.filter((_, index) => filled.has(index) && !words.has(index)));
}

function toFeature(
  row: readonly string[],
  header: readonly string[],
  columns: Columns,
  numeric: ReadonlySet<string>,
) {
  const cell = (name: string) => row[header.indexOf(name)];
  const properties = Object.fromEntries(
    row.slice(0, header.length).map((raw, index) => {
      const name = header[index] ?? '';
      const text = raw.trim();
      return [name, text === '' ? null : numeric.has(name) ? Number(text) : text];
    }),
  );
  if (columns.kind === 'wkt') {
    const text = cell(columns.column)?.trim() ?? '';
    delete properties[columns.column];
    // A filled cell that is no WKT is a broken geometry, an empty one is a row without a place.
    return { geometry: text === '' ? null : (parseWkt(text) ?? 'broken'), properties };
  }
  const [first, second] = [parseNumber(cell(columns.first)), parseNumber(cell(columns.second))];
  return pointFeature(properties, first === null || second === null ? null : [first, second]);
}
