import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ByteSource } from './byte-source.js';
import { chooseEntries, partsOf, requireParts } from './choose-entries.js';
import { openCsv } from './csv.js';
import { isPlainDegrees, type DataSet } from './data-set.js';
import {
  extensionOf,
  formatByExtension,
  mainExtension,
  shapefileParts,
  sniffFormat,
  stemOf,
  type FormatId,
} from './formats.js';
import { openWithGdal } from './gdal-data-sets.js';
import { gdalEngine } from './gdal-engine.js';
import { openGeoJson } from './geojson.js';
import { openKml } from './kml.js';
import { limits, mebibytes } from './limits.js';
import { fileSource, placeFile, workFolder, writePieces } from './node-files.js';
import { ReadFailure } from './read-failure.js';
import { shapefileEncoding } from './shapefile-encoding.js';
import { unzip } from './unzip.js';
import { readZipDirectory } from './zip-directory.js';

export interface OpenOptions {
  /** Named by the user; goes before what the file says. */
  crs: string | null;
  encoding: 'UTF-8' | 'CP932' | null;
}
export interface OpenedFile {
  dataSets: DataSet[];
  close: () => Promise<void>;
}
type Cleanup = (() => Promise<void>)[];

/** One thing to open: a file in our own folder, under a plain name, with the name it really has. */
interface Candidate {
  path: string;
  stem: string;
  format: FormatId;
}

/** Opens whatever the path holds: a single file, a .shp with its parts, or a zip of such. */
export async function openDataSets(path: string, options: OpenOptions): Promise<OpenedFile> {
  const cleanup: Cleanup = [];
  const close = async () => {
    for (const step of cleanup.splice(0).reverse()) await step();
  };
  try {
    const source = await fileSource(path);
    cleanup.push(source.close);
    if (source.size > limits.fileBytes)
      throw new ReadFailure(
        'file-too-large',
        `${mebibytes(source.size)} MiB > ${mebibytes(limits.fileBytes)} MiB`,
      );
    const format = sniffFormat(await source.read(0, 1000), path);
    if (format === null) throw new ReadFailure('unknown-format', source.name);
    const folder = await workFolder();
    cleanup.push(folder.remove);
    const candidates =
      format === 'zip' ? await unpack(source, folder.path) : [await placeAlone(path, format, folder.path)];
    const dataSets: DataSet[] = [];
    for (const candidate of candidates) {
      try {
        dataSets.push(...(await open(candidate, options, cleanup)));
      } catch (error) {
        // 国土数値情報 packs catalogues and JPGIS files as XML beside its data; those alone may be unreadable.
        if (!candidate.path.endsWith('.xml') || candidates.length === 1) throw error;
      }
    }
    return { dataSets, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  { path, stem, format }: Candidate,
  options: OpenOptions,
  cleanup: Cleanup,
): Promise<DataSet[]> {
  const gdal = async (encoding: string | null) => {
    const opened = await openWithGdal(await gdalEngine(), path, stem, format, encoding);
    cleanup.push(opened.close);
    return opened.dataSets;
  };
  if (format === 'shapefile') return gdal(options.encoding ?? (await encodingBeside(path)));
  if (format !== 'geojson' && format !== 'csv' && format !== 'kml') return gdal(null);
  const source = await fileSource(path);
  cleanup.push(source.close);
  const named = { ...source, name: `${stem}.${extensionOf(path)}` };
  if (format === 'csv') return [await openCsv(named)];
  if (format === 'kml') return [await openKml(named)];
  const dataSet = await openGeoJson(named);
  const crs = options.crs ?? dataSet.crs?.epsg;
  // Only degrees that need no conversion are read without GDAL.
  if (crs && isPlainDegrees(crs)) return [dataSet];
  return (await gdal(null)).map((converted) => ({ ...converted, fields: dataSet.fields }));
}

async function encodingBeside(shapefile: string): Promise<'UTF-8' | 'CP932' | null> {
  const base = shapefile.slice(0, -'.shp'.length);
  const cpg = await readFile(`${base}.cpg`, 'latin1').catch(() => null);
  const dbf = await fileSource(`${base}.dbf`);
  try {
    return shapefileEncoding(cpg, await dbf.read(0, 1 << 18));
  } finally {
    await dbf.close();
  }
}

/** A file of the user's under a plain name in our folder: GDAL sees no Japanese path and writes beside nothing of his. */
async function placeAlone(path: string, format: FormatId, folder: string): Promise<Candidate> {
  const stem = stemOf(path);
  if (format !== 'shapefile') {
    const extension = formatByExtension(path) === format ? extensionOf(path) : mainExtension(format);
    const to = join(folder, `input.${extension}`);
    await placeFile(path, to);
    return { path: to, stem, format };
  }
  const beside = await readdir(dirname(path));
  const parts = beside.filter((name) => stemOf(name).toLowerCase() === stem.toLowerCase());
  requireParts(parts, stem);
  for (const part of parts) {
    const extension = extensionOf(part);
    if ((shapefileParts as readonly string[]).includes(extension))
      await placeFile(join(dirname(path), part), join(folder, `input.${extension}`));
  }
  return { path: join(folder, 'input.shp'), stem, format };
}

/** Takes out of a zip what can be read, each data set in one format only. */
async function unpack(source: ByteSource, folder: string): Promise<Candidate[]> {
  const entries = await readZipDirectory(source);
  const chosen = chooseEntries(entries);
  if (chosen.length === 0)
    throw new ReadFailure(
      'zip-nothing-readable',
      entries
        .slice(0, 8)
        .map(({ path }) => path)
        .join(', '),
    );
  const candidates: Candidate[] = [];
  for (const [number, { entry, format }] of chosen.entries()) {
    const stem = stemOf(entry.path);
    const parts = partsOf(entries, entry, format);
    for (const part of parts)
      await writePieces(join(folder, `entry${number}.${extensionOf(part.path)}`), unzip(source, part));
    candidates.push({ path: join(folder, `entry${number}.${extensionOf(entry.path)}`), stem, format });
  }
  return candidates;
}
