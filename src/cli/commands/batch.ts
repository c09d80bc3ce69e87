import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isSameFile } from '../../../geodata/disk/same-file.js';
import { openWhole, type WholeFile } from '../../../geodata/disk/whole-file.js';
import { byteOrderMark } from '../../formats/encoding-of-start.js';
import { CsvProblem, readCsv } from '../../formats/text/read-csv.js';
import { pointFeature, uniqueNames } from '../../geometry/table-features.js';
import {
  addedNames,
  batchColumns,
  locatedAnswerer,
  type BatchInput,
  type LocatedAnswer,
} from '../../service/batch.js';
import { csvLine } from '../../service/csv.js';
import type { Service } from '../../service/service.js';
import type { Command, CommandIo } from '../command.js';
import { Failure, readOptions, UsageError } from '../command.js';
import { loadDataSet, tilesFolder } from '../load-data-set.js';
import { encodings, readText, type Encoding } from '../read-text.js';

const help = `batch: CSV の各行に報告の列を加えます。/ Adds the report's columns to every row of a CSV.

  batch points.csv [--format csv|geojson] [--out report.csv]

  The CSV has a header with "longitude" and "latitude", or "address" (or 経度, 緯度, 住所; lon, lng, lat).
  Comma, tab or semicolon; UTF-8, UTF-16 or Shift_JIS. A row with both is answered by its position. Rows keep their
  order; the file is read piece by piece, so its size does not matter. "-" reads stdin.

  --format     csv | geojson [csv]
  --out        write here instead of to stdout: whole, when all of it is done, or not at all
  --encoding   ${encodings.join(' | ')} [found out]
  --bom        begin with a byte order mark, for spreadsheets; CSV only
  --tiles      folder of the built data [public/tiles]

Added: ${batchColumns.join(', ')}
Lists are joined by ";". "name?" means an edge is too near to tell, "-" means "none of them".
An address is answered at its block (match_level block, a point whose accuracy is added to the map's), or, where the
block is not known, for the whole town it matched: near-edge there means several districts share the town. doubtful
means that the town may belong to one of district_alternatives, however far the line is.
answered_longitude and answered_latitude are the place of the answer: the row's own, or of what its address matched (a
town's point, for a whole town). answered_accuracy_m is how good it is (of a block: nine of ten houses are nearer), empty where that is not known.
Column names are unique: a repeated heading becomes "name 2", a blank one "#3" (its column). Where the list has a column
called like an added one it keeps it, and the added one is called "mizumichi_…".
A row with more cells than the header has no answer: which heading is whose is not known. Its error names those cells.
A quotation mark that is not closed ends the run with 1 and the line where it opened.
In CSV, cells a spreadsheet would run as a formula get an apostrophe in front.

--format geojson writes one FeatureCollection (RFC 7946): a feature a row, in the rows' order, with the row's own
columns and the added ones as properties.
  geometry    the Point the answer was given for: the row's own position, or the point of what its address matched
              (of a town or ward only a point in it: see match_level). null where a row has no answer.
  properties  The row's own cells are the text they were. Of the added ones numbers are numbers, in_city is true or
              false, an empty cell is null; lists stay text joined by ";", also of one item (target_mm_per_hour).
A run that fails ends with 1. An --out file is then as it was before; what went to stdout by then is not closed: no JSON.
`;

const options = {
  out: { type: 'string' },
  encoding: { type: 'string' },
  format: { type: 'string', default: 'csv' },
  bom: { type: 'boolean', default: false },
  tiles: { type: 'string', default: tilesFolder },
} as const;

const headings: Readonly<Record<Exclude<keyof BatchInput, 'beyond'>, readonly string[]>> = {
  longitude: ['longitude', 'lon', 'lng', '経度'],
  latitude: ['latitude', 'lat', '緯度'],
  address: ['address', '住所', '所在地'],
};

type Columns = Partial<Record<keyof typeof headings, number>>;

type Part = keyof typeof headings;

/** Which part of a place a heading names, or null. */
function columnOf(heading: string | undefined): Part | null {
  const name = (heading ?? '').normalize('NFKC').trim().toLowerCase();
  return (Object.keys(headings) as Part[]).find((part) => headings[part].includes(name)) ?? null;
}

function findColumns(header: readonly string[]): Columns {
  const parts = header.map(columnOf);
  const columns: Columns = {};
  for (const part of ['longitude', 'latitude', 'address'] as const)
    if (parts.includes(part)) columns[part] = parts.indexOf(part);
  if (columns.address === undefined && (columns.longitude === undefined || columns.latitude === undefined))
    throw new Failure(`no columns "longitude" and "latitude", nor "address", in: ${header.join(', ')}`);
  return columns;
}

function readEncoding(text: string | undefined): Encoding | null {
  if (text === undefined) return null;
  const known = encodings.find((encoding) => encoding === text);
  if (!known) throw new UsageError(`--encoding: ${encodings.join(' or ')}`);
  return known;
}

/** How answered rows are written, piece by piece: `head`, a `row` each, `tail`. */
interface Writer {
  head: string;
  row(own: readonly string[], located: LocatedAnswer): string;
  tail: string;
}

function csvWriter(header: readonly string[], bom: boolean): Writer {
  const names = uniqueNames(header);
  return {
    head: `${bom ? byteOrderMark : ''}${csvLine([...names, ...addedNames(names)])}`,
    row: (own, { answer }) => csvLine([...own, ...batchColumns.map((column) => answer[column])]),
    tail: '',
  };
}

/** One FeatureCollection, a feature a line. */
function geoJsonWriter(header: readonly string[]): Writer {
  const names = uniqueNames(header);
  const added = addedNames(names);
  let separator = '\n';
  return {
    head: '{"type":"FeatureCollection","features":[',
    row: (own, { answer, position }) => {
      const properties = Object.fromEntries<unknown>([
        ...names.map((name, at) => [name, own[at]] as const),
        // As in the CSV, where nothing and an empty list are the same empty cell.
        ...batchColumns.map(
          (column, at) => [added[at] ?? column, answer[column] === '' ? null : answer[column]] as const,
        ),
      ]);
      const line = `${separator}${JSON.stringify(pointFeature(properties, position))}`;
      separator = ',\n';
      return line;
    },
    tail: '\n]}\n',
  };
}

const formats = ['csv', 'geojson'] as const;

function readFormat(text: string, bom: boolean): (header: readonly string[]) => Writer {
  switch (formats.find((format) => format === text)) {
    case 'csv':
      return (header) => csvWriter(header, bom);
    case 'geojson':
      if (bom)
        throw new UsageError('--bom: not with --format geojson; JSON has no byte order mark (RFC 8259)');
      return geoJsonWriter;
    case undefined:
      throw new UsageError(`--format: "${text}" is none of ${formats.join(', ')}`);
  }
}

/** Where answered rows go: stdout, or a file that is whole or not there at all. */
async function openOutput(path: string | undefined, { write }: CommandIo): Promise<WholeFile> {
  const nothing = async () => undefined;
  return path === undefined ? { write, finish: nothing, discard: nothing } : openWhole(path);
}

/** @throws UsageError where the output would go into what is being read, by whatever names they are called */
async function refuseOwnInput(path: string, out: string | undefined, tiles: string): Promise<void> {
  const input = path === '-' ? 0 : path;
  // `batch a.csv >> a.csv` would read for ever what it writes.
  if (isSameFile(input, out ?? 1) || (out !== undefined && resolve(out) === resolve(path)))
    throw new UsageError(
      `${out === undefined ? 'stdout' : '--out'} would overwrite the file that is being read`,
    );
  if (out === undefined) return;
  const names = await readdir(tiles).catch(() => []);
  if (names.some((name) => isSameFile(join(tiles, name), out)))
    throw new UsageError('--out would overwrite the data that answers come from');
}

/** Rows, with what is wrong with the table as a whole in words. */
async function* rowsOf(path: string, pieces: AsyncIterable<string>): AsyncGenerator<string[]> {
  try {
    yield* readCsv(pieces);
  } catch (error) {
    if (!(error instanceof CsvProblem)) throw error;
    throw new Failure(
      error.problem === 'open-quote'
        ? `${path}: line ${error.line}: the quotation mark (") that opens here is not closed properly; mend it, or what follows would be read wrongly`
        : `${path}: line ${error.line}: this row is too long for a table`,
    );
  }
}

/** What a person should know of the header before trusting the answers. */
function sayOfHeader(header: readonly string[], columns: Columns, say: CommandIo['say']): void {
  for (const [part, at] of Object.entries(columns)) {
    const same = header.filter((_, index) => columnOf(header[index]) === part);
    if (same.length > 1)
      say(
        `warning: ${same.length} columns hold the ${part} (${same.join(', ')}); "${header[at] ?? ''}" in column ${at + 1} is read`,
      );
  }
}

async function run(args: string[], io: CommandIo): Promise<void> {
  const { values, positionals } = readOptions(args, options, true);
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new UsageError('give one CSV file');
  const encoding = readEncoding(values.encoding);
  const writerFor = readFormat(values.format, values.bom);
  await refuseOwnInput(path, values.out, values.tiles);

  const service = await loadDataSet(values.tiles, io);
  const rows = rowsOf(path, readText(path, encoding, io.input));
  const first = await rows.next();
  if (first.done) throw new Failure(`${path}: empty, not even a header`);
  const header = first.value;
  const columns = findColumns(header);
  sayOfHeader(header, columns, io.say);
  const output = await openOutput(values.out, io);
  try {
    const counts = await answerRows(rows, { header, columns, writer: writerFor(header), output, service });
    await output.finish();
    io.say(`${counts.rows} rows, ${counts.errors} with an error`);
  } catch (error) {
    await output.discard();
    throw error;
  }
}

interface Answering {
  header: readonly string[];
  columns: Columns;
  writer: Writer;
  output: WholeFile;
  service: Service;
}

/** Writes every row with its answer, in order. @returns how many there were */
async function answerRows(
  rows: AsyncIterable<string[]>,
  { header, columns, writer, output, service }: Answering,
): Promise<{ rows: number; errors: number }> {
  const answer = locatedAnswerer(service);
  const counts = { rows: 0, errors: 0 };
  // Lines are gathered into larger writes: a write a row would cost more than the answer.
  let pending = writer.head;
  for await (const cells of rows) {
    const cell = (column: number | undefined) => (column === undefined ? undefined : cells[column]);
    const located = answer({
      longitude: cell(columns.longitude),
      latitude: cell(columns.latitude),
      address: cell(columns.address),
      beyond: cells.slice(header.length),
    });
    // A short row is filled up, so that the added columns stand under their headings.
    const own = header.map((_, at) => cells[at] ?? '');
    pending += writer.row(own, located);
    counts.rows++;
    if (located.answer.error !== null) counts.errors++;
    if (pending.length > 1 << 16) {
      await output.write(pending);
      pending = '';
    }
  }
  await output.write(pending + writer.tail);
  return counts;
}

export const batch: Command = {
  help,
  run,
};
