import { createWriteStream, statSync } from 'node:fs';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { pointFeature, uniqueNames } from '../../geometry/table-features.js';
import {
  addedNames,
  batchColumns,
  locatedAnswerer,
  type BatchInput,
  type LocatedAnswer,
} from '../../service/batch.js';
import { csvLine, readCsv } from '../../service/csv.js';
import type { Command, CommandIo } from '../command.js';
import { Failure, readOptions, UsageError } from '../command.js';
import { loadDataSet, tilesFolder } from '../load-data-set.js';
import { encodings, readText, type Encoding } from '../read-text.js';

const help = `batch: CSV の各行に報告の列を加えます。/ Adds the report's columns to every row of a CSV.

  batch points.csv [--format csv|geojson] [--out report.csv]

  The CSV has a header with "longitude" and "latitude", or "address" (or 経度, 緯度, 住所; lon, lng, lat).
  A row with both is answered by its position. Rows keep their order; the file is read piece by piece,
  so its size does not matter. "-" reads stdin.

  --format     csv | geojson [csv]
  --out        write here instead of to stdout
  --encoding   utf-8 | shift_jis [found out]
  --bom        begin with a byte order mark, for spreadsheets; CSV only
  --tiles      folder of the built data [public/tiles]

Added: ${batchColumns.join(', ')}
Lists are joined by ";". "name?" means an edge is too near to tell, "-" means "none of them".
An address is answered for the whole town it matched: near-edge there means several districts share the town.
In CSV, cells a spreadsheet would run as a formula get an apostrophe in front.

--format geojson writes one FeatureCollection (RFC 7946): a feature a row, in the rows' order, with the row's own
columns and the added ones as properties.
  geometry    the Point the answer was given for: the row's own position, or the point of what its address matched
              (of a town or ward only a point in it: see match_level). null where a row has no answer.
  properties  The row's own cells are the text they were. Of the added ones numbers are numbers, in_city is true or
              false, an empty cell is null; lists stay text joined by ";", also of one item (target_mm_per_hour).
              Names are unique: a repeated heading becomes "name 2", a blank one "#3" (its column). Where the list
              has a column called like an added one it keeps it, and the added one is called "mizumichi_…".
A run that fails ends with 1, and what was written by then is not closed: no JSON.
`;

const options = {
  out: { type: 'string' },
  encoding: { type: 'string' },
  format: { type: 'string', default: 'csv' },
  bom: { type: 'boolean', default: false },
  tiles: { type: 'string', default: tilesFolder },
} as const;

const headings: Readonly<Record<keyof BatchInput, readonly string[]>> = {
  longitude: ['longitude', 'lon', 'lng', '経度'],
  latitude: ['latitude', 'lat', '緯度'],
  address: ['address', '住所', '所在地'],
};

type Columns = Partial<Record<keyof BatchInput, number>>;

function findColumns(header: readonly string[]): Columns {
  const names = header.map((name) => name.normalize('NFKC').trim().toLowerCase());
  const columns: Columns = {};
  for (const part of ['longitude', 'latitude', 'address'] as const) {
    const at = names.findIndex((name) => headings[part].includes(name));
    if (at >= 0) columns[part] = at;
  }
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
  return {
    head: `${bom ? '\ufeff' : ''}${csvLine([...header, ...batchColumns])}`,
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

interface Output {
  write: (text: string) => Promise<void>;
  end: () => Promise<void>;
}

/** stdout, or a file; either way the writer waits when the other side is slow. */
function openOutput(path: string | undefined, { write }: CommandIo): Output {
  if (path === undefined) return { write, end: async () => undefined };
  const stream = createWriteStream(path);
  const failed = once(stream, 'error').then(([error]) => {
    throw new Failure(`${path}: ${(error as Error).message}`);
  });
  failed.catch(() => undefined);
  const orFail = (done: Promise<unknown>) => Promise.race([done, failed]).then(() => undefined);
  return {
    write: async (text) => {
      if (!stream.write(text)) await orFail(once(stream, 'drain'));
    },
    // A full disk is found out with the last write, and told to this callback first.
    end: () =>
      orFail(
        new Promise<void>((finished, refuse) =>
          stream.end((error?: Error | null) =>
            error ? refuse(new Failure(`${path}: ${error.message}`)) : finished(),
          ),
        ),
      ),
  };
}

/** Whether two names are one file, also by a link. */
function isSameFile(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true;
  const [a, b] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.isFile() && a.dev === b.dev && a.ino === b.ino;
}

async function run(args: string[], io: CommandIo): Promise<void> {
  const { values, positionals } = readOptions(args, options, true);
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new UsageError('give one CSV file');
  const encoding = readEncoding(values.encoding);
  const writerFor = readFormat(values.format, values.bom);
  if (values.out !== undefined && isSameFile(values.out, path))
    throw new UsageError('--out would overwrite the file that is being read');

  const service = await loadDataSet(values.tiles, io);
  const answer = locatedAnswerer(service);
  let output: Output | null = null;
  let writer: Writer | null = null;
  let columns: Columns = {};
  let width = 0;
  let [rows, errors] = [0, 0];
  // Lines are gathered into larger writes: a write a row would cost more than the answer.
  let pending = '';
  const flush = async () => {
    await output?.write(pending);
    pending = '';
  };
  for await (const row of readCsv(readText(path, encoding, io.input))) {
    if (!writer) {
      columns = findColumns(row);
      width = row.length;
      output = openOutput(values.out, io);
      writer = writerFor(row);
      pending = writer.head;
      continue;
    }
    const cell = (column: number | undefined) => (column === undefined ? undefined : row[column]);
    const located = answer({
      longitude: cell(columns.longitude),
      latitude: cell(columns.latitude),
      address: cell(columns.address),
    });
    // A short row is filled up, so that the added columns stand under their headings.
    const own = Array.from({ length: Math.max(width, row.length) }, (_, i) => row[i] ?? '').slice(0, width);
    pending += writer.row(own, located);
    rows++;
    if (located.answer.error !== null) errors++;
    if (pending.length > 1 << 16) await flush();
  }
  if (!output || !writer) throw new Failure(`${path}: empty, not even a header`);
  pending += writer.tail;
  await flush();
  await output.end();
  io.say(`${rows} rows, ${errors} with an error`);
}

export const batch: Command = {
  help,
  run,
};
