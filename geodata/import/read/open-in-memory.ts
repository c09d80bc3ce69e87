import type { ByteSource } from './byte-source.js';
import { blobSource } from './byte-source.js';
import { chooseEntries, partsOf, requireParts } from './choose-entries.js';
import { openCsv } from './csv.js';
import { isPlainDegrees, type DataSet } from './data-set.js';
import {
  extensionOf,
  formatByExtension,
  mainExtension,
  sniffFormat,
  stemOf,
  type FormatId,
} from './formats.js';
import { openWithGdal } from './gdal-data-sets.js';
import type { GdalInMemory } from './gdal-port.js';
import { openGeoJson } from './geojson.js';
import { openKml } from './kml.js';
import { ReadFailure } from './read-failure.js';
import { shapefileEncoding } from './shapefile-encoding.js';
import { unzip } from './unzip.js';
import { readZipDirectory, type ZipEntry } from './zip-directory.js';

/** Formats read without GDAL. */
export const pureFormats = ['geojson', 'csv', 'kml'] as const satisfies readonly FormatId[];
type PureFormat = (typeof pureFormats)[number];
const isPure = (format: FormatId): format is PureFormat =>
  (pureFormats as readonly FormatId[]).includes(format);

export interface OpenedInMemory {
  dataSets: DataSet[];
  /** Data of a zip in formats that only GDAL reads, and that stands there in no other; none where GDAL is at hand. */
  leftOut: string[];
}

/** Starts GDAL when the first file needs it. */
export type StartGdal = () => Promise<GdalInMemory>;

interface Means {
  /** Coordinate system named by the user; goes before what the file says. */
  crs: string | null;
  gdal: StartGdal | null;
}

/**
 * Opens a file or a zip without a disk, as a browser has it. Formats and coordinate systems that need GDAL are read
 * with it where it can be started.
 * @param crs named by the user; goes before what the file says
 * @throws ReadFailure; without GDAL `needs-gdal` names what the command line can read
 */
export async function openInMemory(
  source: ByteSource,
  crs: string | null,
  gdal: StartGdal | null = null,
): Promise<OpenedInMemory> {
  if (source.size === 0) throw new ReadFailure('file-empty', source.name);
  const format = sniffFormat(await source.read(0, 1000), source.name);
  if (format === null) throw new ReadFailure('unknown-format', source.name);
  if (format === 'zip') return openZip(source, { crs, gdal });
  // One file was given: its index and table are not here.
  if (format === 'shapefile') requireParts([source.name], stemOf(source.name));
  return { dataSets: await open([source], format, { crs, gdal }), leftOut: [] };
}

/** @param parts the file to open, then those that belong to it */
async function open(
  parts: readonly ByteSource[],
  format: FormatId,
  { crs, gdal }: Means,
): Promise<DataSet[]> {
  const [source] = parts as [ByteSource];
  if (format === 'csv') return [await openCsv(source)];
  if (format === 'kml') return [await openKml(source)];
  if (format !== 'geojson') return openByGdal(parts, format, gdal, format);
  const dataSet = await openGeoJson(source);
  const used = crs ?? dataSet.crs?.epsg ?? null;
  if (used !== null && isPlainDegrees(used)) return [dataSet];
  // Without any system the import asks for one: GDAL would take degrees for granted.
  const converted = await openByGdal(parts, format, gdal, used ?? dataSet.crs?.name ?? '');
  return converted.map((each) => ({ ...each, fields: dataSet.fields }));
}

async function openByGdal(
  parts: readonly ByteSource[],
  format: FormatId,
  start: StartGdal | null,
  what: string,
): Promise<DataSet[]> {
  const [main] = parts as [ByteSource];
  if (start === null) throw new ReadFailure('needs-gdal', `${main.name}: ${what}`);
  const gdal = await start();
  const files = new Map<string, Uint8Array>();
  for (const part of parts) {
    const extension =
      formatByExtension(part.name) === null && part === main ? mainExtension(format) : extensionOf(part.name);
    files.set(extension, await part.read(0, part.size));
  }
  const [extension = ''] = files.keys();
  const folder = await gdal.place(files);
  const cpg = files.get('cpg');
  const encoding =
    format === 'shapefile'
      ? shapefileEncoding(
          cpg ? new TextDecoder('latin1').decode(cpg) : null,
          (files.get('dbf') ?? new Uint8Array()).subarray(0, 1 << 18),
        )
      : null;
  const opened = await openWithGdal(
    gdal,
    `${folder}/input.${extension}`,
    stemOf(main.name),
    format,
    encoding,
  );
  return opened.dataSets;
}

async function openZip(source: ByteSource, means: Means): Promise<OpenedInMemory> {
  const entries = await readZipDirectory(source);
  const readable = (format: FormatId) => means.gdal !== null || isPure(format);
  const chosen = chooseEntries(entries, readable);
  const stems = new Set(chosen.map(({ entry }) => stemOf(entry.path).toLowerCase()));
  const leftOut = chooseEntries(entries)
    .filter(({ entry, format }) => !readable(format) && !stems.has(stemOf(entry.path).toLowerCase()))
    .map(({ entry }) => entry.path);
  if (chosen.length === 0)
    throw leftOut.length > 0
      ? new ReadFailure('needs-gdal', leftOut.slice(0, 8).join(', '))
      : new ReadFailure('zip-nothing-readable', listed(entries));
  const dataSets: DataSet[] = [];
  for (const { entry, format } of chosen) {
    const others = partsOf(entries, entry, format).filter((part) => part !== entry);
    const parts: ByteSource[] = [];
    for (const part of [entry, ...others]) parts.push(await unpacked(source, part));
    try {
      dataSets.push(...(await open(parts, format, means)));
    } catch (error) {
      // 国土数値情報 packs catalogues and JPGIS files as XML beside its data; those alone may be unreadable.
      if (!entry.path.endsWith('.xml') || chosen.length === 1) throw error;
    }
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
  return blobSource(`${stemOf(entry.path)}.${extensionOf(entry.path)}`, new Blob(parts));
}
