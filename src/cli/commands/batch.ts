import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { batchAnswerer, batchColumns, type BatchInput } from '../../worker/batch.js';
import { csvLine, readCsv } from '../../worker/csv.js';
import type { Command, CommandIo } from '../command.js';
import { Failure, readOptions, UsageError } from '../command.js';
import { openData, tilesFolder } from '../open-data.js';
import { encodings, readText, type Encoding } from '../read-text.js';

const help = `batch: CSV の各行に報告の列を加えます。/ Adds the report's columns to every row of a CSV.

  batch points.csv [--out report.csv]

  The CSV has a header with "longitude" and "latitude", or "address" (or 経度, 緯度, 住所; lon, lng, lat).
  A row with both is answered by its position. Rows keep their order; the file is read piece by piece,
  so its size does not matter. "-" reads stdin.

  --out        write here instead of to stdout
  --encoding   utf-8 | shift_jis [found out]
  --bom        begin with a byte order mark, for spreadsheets
  --tiles      folder of the built data [public/tiles]

Added: ${batchColumns.join(', ')}
Lists are joined by ";". "name?" means an edge is too near to tell, "-" means "none of them".
An address is answered for the whole town it matched: near-edge there means several districts share the town.
Cells a spreadsheet would run as a formula get an apostrophe in front.
`;

const options = {
  out: { type: 'string' },
  encoding: { type: 'string' },
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
    end: () => orFail(new Promise<void>((finished) => stream.end(finished))),
  };
}

async function run(args: string[], io: CommandIo): Promise<void> {
  const { values, positionals } = readOptions(args, options, true);
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new UsageError('give one CSV file');
  const encoding = readEncoding(values.encoding);
  if (values.out !== undefined && resolve(values.out) === resolve(path))
    throw new UsageError('--out would overwrite the file that is being read');

  const service = await openData(values.tiles, io);
  const answer = batchAnswerer(service);
  let output: Output | null = null;
  let columns: Columns | null = null;
  let width = 0;
  let [rows, errors] = [0, 0];
  // Lines are gathered into larger writes: a write a row would cost more than the answer.
  let pending = '';
  const flush = async () => {
    await output?.write(pending);
    pending = '';
  };
  for await (const row of readCsv(readText(path, encoding, io.input))) {
    if (!columns) {
      columns = findColumns(row);
      width = row.length;
      output = openOutput(values.out, io);
      pending = `${values.bom ? '\ufeff' : ''}${csvLine([...row, ...batchColumns])}`;
      continue;
    }
    const cell = (column: number | undefined) => (column === undefined ? undefined : row[column]);
    const result = answer({
      longitude: cell(columns.longitude),
      latitude: cell(columns.latitude),
      address: cell(columns.address),
    });
    // A short row is filled up, so that the added columns stand under their headings.
    const own = Array.from({ length: Math.max(width, row.length) }, (_, i) => row[i] ?? '').slice(0, width);
    pending += csvLine([...own, ...batchColumns.map((column) => result[column])]);
    rows++;
    if (result.error !== null) errors++;
    if (pending.length > 1 << 16) await flush();
  }
  if (!output) throw new Failure(`${path}: empty, not even a header`);
  await flush();
  await output.end();
  io.say(`${rows} rows, ${errors} with an error`);
}

export const batch: Command = {
  help,
  run,
};
