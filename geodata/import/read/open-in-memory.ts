import type { ByteSource } from './byte-source.js';
import { blobSource } from './byte-source.js';
import { chooseEntries } from './choose-entries.js';
import { openCsv } from './csv.js';
import { isPlainDegrees, type DataSet } from './data-set.js';
import { extensionOf, formatByExtension, sniffFormat, stemOf, type FormatId } from './formats.js';
import { openGeoJson } from './geojson.js';
import { openKml } from './kml.js';
import { ReadFailure } from './read-failure.js';
import { unzip } from './unzip.js';
import { readZipDirectory, type ZipEntry } from './zip-directory.js';

/** Formats read without GDAL. */
export const pureFormats = ['geojson', 'csv', 'kml'] as const satisfies readonly FormatId[];
type PureFormat = (typeof pureFormats)[number];
const isPure = (format: FormatId): format is PureFormat =>
  (pureFormats as readonly FormatId[]).includes(format);

export interface OpenedInMemory {
  dataSets: DataSet[];
  /** Data of a zip in formats that only GDAL reads, and that stands there in no other. */
  leftOut: string[];
}

/**
 * Opens a file or a zip without disk and GDAL, as a browser has it.
 * @param crs named by the user; goes before what the file says
 * @throws ReadFailure; `needs-gdal` names what the command line can read
 */
export async function openInMemory(source: ByteSource, crs: string | null): Promise<OpenedInMemory> {
  if (source.size === 0) throw new ReadFailure('file-empty', source.name);
  const format = sniffFormat(await source.read(0, 1000), source.name);
  if (format === null) throw new ReadFailure('unknown-format', source.name);
  if (format === 'zip') return openZip(source, crs);
  if (!isPure(format)) throw new ReadFailure('needs-gdal', `${source.name}: ${format}`);
  return { dataSets: [await open(source, format, crs)], leftOut: [] };
}

async function open(source: ByteSource, format: PureFormat, crs: string | null): Promise<DataSet> {
  if (format === 'csv') return openCsv(source);
  if (format === 'kml') return openKml(source);
  const dataSet = await openGeoJson(source);
  const used = crs ?? dataSet.crs?.epsg ?? null;
  if (used !== null && isPlainDegrees(used)) return dataSet;
  throw new ReadFailure('needs-gdal', `${source.name}: ${used ?? dataSet.crs?.name ?? ''}`);
}

async function openZip(source: ByteSource, crs: string | null): Promise<OpenedInMemory> {
  const entries = await readZipDirectory(source);
  const chosen = chooseEntries(entries, isPure);
  const stems = new Set(chosen.map(({ entry }) => stemOf(entry.path).toLowerCase()));
  const leftOut = chooseEntries(entries)
    .filter(({ entry, format }) => !isPure(format) && !stems.has(stemOf(entry.path).toLowerCase()))
    .map(({ entry }) => entry.path);
  if (chosen.length === 0)
    throw leftOut.length > 0
      ? new ReadFailure('needs-gdal', leftOut.slice(0, 8).join(', '))
      : new ReadFailure('zip-nothing-readable', listed(entries));
  const dataSets: DataSet[] = [];
  for (const { entry, format } of chosen) {
    if (!isPure(format)) continue;
    dataSets.push(await open(await unpacked(source, entry), format, crs));
  }
  return { dataSets, leftOut };
}

const listed = (entries: readonly ZipEntry[]) =>
  entries
    .slice(0, 8)
    .map(({ path }) => path)
    .join(', ');

/** An entry as a Blob: browsers keep large ones on disk. */
async function unpacked(source: ByteSource, entry: ZipEntry): Promise<ByteSource> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of unzip(source, entry)) parts.push(new Uint8Array(piece));
  const extension = formatByExtension(entry.path) === null ? '' : `.${extensionOf(entry.path)}`;
  return blobSource(`${stemOf(entry.path)}${extension}`, new Blob(parts));
}
