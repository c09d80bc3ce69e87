import { uniqueNames } from '../../geometry/table-features.js';
import { decodeText } from '../../formats/decode-text.js';
import { withoutMark } from '../../formats/encoding-of-start.js';
import { parseCsv, wideHeader } from '../../formats/text/parse-csv.js';
import { parseNumber } from '../../formats/text/parse-number.js';

/** One line of a pasted list. */
export interface SiteRow {
  /** Line in the list, from 1, for the reader to find it again. */
  line: number;
  label: string;
  /** Cells of the row by header; empty for a plain list. */
  cells: Record<string, string>;
  longitude: string;
  latitude: string;
  address: string;
}

export interface SiteList {
  rows: SiteRow[];
  header: string[];
  /** Which columns were taken. */
  columns: { longitude: string | null; latitude: string | null; address: string | null };
}

export type SiteListResult =
  | { ok: true; list: SiteList }
  | {
      ok: false;
      problem: 'empty' | 'no-columns' | 'too-many' | 'open-quote';
      limit: number;
      /** Of the quotation mark that is not closed; 0 for the other problems. */
      line: number;
    };
type SiteListProblem = Extract<SiteListResult, { ok: false }>['problem'];

/** The page answers so many; more go to the command line's `batch`, which streams. */
export const maximumSites = 20_000;

const longitudeNames = /^(longitude|lon|lng|経度|東経|x)$/;
const latitudeNames = /^(latitude|lat|緯度|北緯|y)$/;
const addressNames = /^(address|addr|住所|所在地|所在|番地)$/;
const labelNames = /^(name|名称|名前|施設名|物件名|id|番号|no)$/;

/**
 * A pasted or dropped list: CSV or TSV with a header, or plain lines that are addresses or "latitude, longitude"
 * pairs. Nothing is looked up here.
 */
export function parseSites(input: string | Uint8Array): SiteListResult {
  const text = withoutMark(typeof input === 'string' ? input : decodeText(input).text);
  const fail = (problem: SiteListProblem, line = 0): SiteListResult => ({
    ok: false,
    problem,
    limit: maximumSites,
    line,
  });
  if (text.trim() === '') return fail('empty');
  const parsed = parseCsv(text);
  const firstLine = text.trimStart().split(/\r\n|\r|\n/, 1)[0] ?? '';
  if (!parsed.ok) {
    // Lines of a plain list are taken one by one: a mark in one of them closes nothing.
    const isTable = findColumns(firstLine.split(/[,\t;|]/).map((cell) => cell.replaceAll('"', '').trim()));
    return isTable ? fail('open-quote', parsed.openQuoteLine) : plainList(text, fail);
  }
  const [first, ...rows] = parsed.rows;
  const header = uniqueNames(wideHeader(first?.cells.map((cell) => cell.trim()) ?? [], rows));
  const columns = findColumns(header);
  if (columns === null) return plainList(text, fail);
  if (rows.length === 0) return fail('empty');
  if (rows.length > maximumSites) return fail('too-many');
  if (columns.address === null && (columns.longitude === null || columns.latitude === null))
    return fail('no-columns');
  const label = header.find((name) => labelNames.test(fold(name)));
  return {
    ok: true,
    list: {
      header,
      columns,
      rows: rows.map(({ cells: row, line }, index) => {
        // By the cells there are: a header may be a hundred thousand names long.
        const cells = Object.fromEntries(
          row.slice(0, header.length).map((cell, column) => [header[column] ?? '', cell.trim()]),
        );
        // A short row has not the column `constructor`, but every object has one.
        const of = (name: string | null | undefined) =>
          name && Object.hasOwn(cells, name) ? (cells[name] ?? '') : '';
        const site = {
          longitude: of(columns.longitude),
          latitude: of(columns.latitude),
          address: of(columns.address),
        };
        return { line, label: of(label) || site.address || `${index + 1}`, cells, ...site };
      }),
    },
  };
}

function fold(name: string): string {
  const [beforeBracket = ''] = name.normalize('NFKC').toLowerCase().split(/[(（]/, 1);
  return beforeBracket.trim();
}

/** Null when the first row is no header at all. */
function findColumns(header: readonly string[]): SiteList['columns'] | null {
  const find = (pattern: RegExp) => header.find((name) => pattern.test(fold(name))) ?? null;
  const columns = {
    longitude: find(longitudeNames),
    latitude: find(latitudeNames),
    address: find(addressNames),
  };
  return (columns.longitude ?? columns.latitude ?? columns.address) ? columns : null;
}

/** Every line an address, or two numbers of which the larger is the longitude (Japan lies east of 122°). */
function plainList(text: string, fail: (problem: SiteListProblem) => SiteListResult): SiteListResult {
  const lines = text.split(/\r\n|\r|\n/);
  const rows = lines.flatMap((raw, index): SiteRow[] => {
    const line = raw.trim();
    if (line === '') return [];
    const numbers = line
      .normalize('NFKC')
      .split(/[,\s\t、]+/)
      .map(parseNumber);
    const [first = null, second = null] = numbers;
    if (numbers.length === 2 && first !== null && second !== null) {
      const [latitude, longitude] = Math.abs(first) > 90 ? [second, first] : [first, second];
      return [
        {
          line: index + 1,
          label: line,
          cells: {},
          longitude: String(longitude),
          latitude: String(latitude),
          address: '',
        },
      ];
    }
    const address = line.replace(/^"|"$/g, '');
    return [{ line: index + 1, label: address, cells: {}, longitude: '', latitude: '', address }];
  });
  if (rows.length === 0) return fail('empty');
  if (rows.length > maximumSites) return fail('too-many');
  return {
    ok: true,
    list: { rows, header: [], columns: { longitude: null, latitude: null, address: null } },
  };
}
