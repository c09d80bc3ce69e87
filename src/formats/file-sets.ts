import { bytesSource, requireSize, type ByteSource } from './byte-source.js';
import {
  extensionOf,
  formatByExtension,
  formatById,
  setKeyOf,
  sidecars,
  stemOf,
  type FormatId,
} from './format-table.js';
import type { Limits } from './limits.js';
import { ReadFailure, type ReadProblem } from './read-failure.js';
import type { ReadNote } from './read-note.js';
import { lookedAtBytes } from './encoding-of-start.js';
import { formatOf, sniff } from './sniff.js';
import { chooseEntries, type ChoiceOptions } from './zip/choose-entries.js';
import { unzip, unzipWhole } from './zip/unzip.js';
import { readZipDirectory, requireUnpackable, type ZipEntry } from './zip/zip-directory.js';

/** Files that are read together as one: a .shp with its index and table, or any other file alone. */
export interface FileSet {
  format: FormatId;
  /** The file to open, then those that belong to it. Each has the extension of what it is. */
  files: readonly [ByteSource, ...ByteSource[]];
  notes: ReadNote[];
}

export interface FileProblem {
  fileName: string;
  problem: ReadProblem;
}

export interface FoundSets {
  sets: FileSet[];
  problems: FileProblem[];
  /** Data in a zip that only GDAL reads, where there is no GDAL and the zip holds it in no other format. */
  leftOut: string[];
}

export interface FindOptions extends ChoiceOptions {
  limits: Limits;
  /** Keeps what is taken out of a zip until it is read; in memory unless told otherwise. */
  keep?: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<ByteSource>;
}

/**
 * Files → the sets to read: zips opened, loose parts of a shapefile brought together, each file known by its content
 * before its name. What cannot be read is a problem of its own; the others go on.
 */
export async function findSets(files: readonly ByteSource[], options: FindOptions): Promise<FoundSets> {
  const found: FoundSets = { sets: [], problems: [], leftOut: [] };
  const loose: ByteSource[] = [];
  for (const file of files) {
    try {
      loose.push(...(await unpacked(file, options, found.leftOut)));
    } catch (error) {
      if (!(error instanceof ReadFailure)) throw error;
      found.problems.push({ fileName: file.name, problem: error.problem });
    }
  }
  // By the key that files of one set share: ten thousand files are not held against each other.
  const kin = new Map<string, ByteSource[]>();
  for (const file of loose) {
    const key = setKeyOf(file.name);
    const others = kin.get(key);
    if (others) others.push(file);
    else kin.set(key, [file]);
  }
  for (const file of loose) {
    const set = await setOf(file, kin.get(setKeyOf(file.name)) ?? []);
    if (set === null) continue;
    if ('problem' in set) found.problems.push(set);
    else found.sets.push(set);
  }
  return found;
}

/** The file itself, or what of a zip is data. */
async function unpacked(file: ByteSource, options: FindOptions, leftOut: string[]): Promise<ByteSource[]> {
  if (file.size === 0) throw new ReadFailure({ reason: 'file-empty' });
  requireSize(file.size, options.limits.fileBytes);
  const isZip = sniff(await file.read(0, lookedAtBytes)) === 'zip';
  if (!isZip || formatByExtension(extensionOf(file.name))?.id === 'kmz') return [file];
  const choice = chooseEntries(await readZipDirectory(file, options.limits), options);
  requireUnpackable(choice.entries, options.limits);
  leftOut.push(...choice.leftOut);
  const sources: ByteSource[] = [];
  for (const entry of choice.entries) sources.push(await takenOut(file, entry, options));
  return sources;
}

async function takenOut(zip: ByteSource, entry: ZipEntry, { keep }: FindOptions): Promise<ByteSource> {
  return keep ? keep(entry.path, unzip(zip, entry)) : bytesSource(entry.path, await unzipWhole(zip, entry));
}

/** @param kin all files with its set key, itself among them */
async function setOf(file: ByteSource, kin: readonly ByteSource[]): Promise<FileSet | FileProblem | null> {
  const extension = extensionOf(file.name);
  const fail = (problem: ReadProblem): FileProblem => ({ fileName: file.name, problem });
  if (Object.hasOwn(sidecars, extension)) return orphan(file, kin);
  const looksLike = sniff(await file.read(0, lookedAtBytes));
  if (looksLike === 'raster') return fail({ reason: 'raster' });
  if (looksLike === 'p21') return fail({ reason: 'sxf-p21' });
  const format = formatOf(looksLike, file.name);
  if (format === null) return fail({ reason: 'unknown-format', extension });
  const named = formatByExtension(extension);
  const notes: ReadNote[] =
    named && !sameReader(named.id, format)
      ? [{ reason: 'wrong-extension', extension, looksLike: format }]
      : [];
  const companions = kin.filter((other) => sidecars[extensionOf(other.name)] === format);
  const missing = format === 'shapefile' ? missingParts(companions) : [];
  if (missing.length > 0) return fail({ reason: 'shapefile-incomplete', missing: missing.join(' ') });
  return { format, files: [withProperName(file, format), ...companions], notes };
}

/** A .shp is nothing without its index and table. */
function missingParts(companions: readonly ByteSource[]): string[] {
  const present = new Set(companions.map(({ name }) => extensionOf(name)));
  return ['shx', 'dbf'].filter((extension) => !present.has(extension)).map((extension) => `.${extension}`);
}

/** KML and KMZ, and only they, are one format under two names. */
function sameReader(one: FormatId, other: FormatId): boolean {
  return one === other || (formatById(one).reader === 'kml' && formatById(other).reader === 'kml');
}

/** GDAL goes by the extension too: a renamed file gets its proper one. */
function withProperName(file: ByteSource, format: FormatId): ByteSource {
  const { extensions } = formatById(format);
  const isProper = (extensions as readonly string[]).includes(extensionOf(file.name));
  return isProper ? file : { ...file, name: `${file.name}.${extensions[0]}` };
}

/** A sidecar whose main file is there is read with it; alone it is named, once for all of its stem. */
function orphan(file: ByteSource, kin: readonly ByteSource[]): FileProblem | null {
  const owner = sidecars[extensionOf(file.name)];
  if (!owner) return null;
  const mainExtensions: readonly string[] = formatById(owner).extensions;
  if (kin.some((other) => mainExtensions.includes(extensionOf(other.name)))) return null;
  const first = kin.find((other) => sidecars[extensionOf(other.name)] === owner);
  if (first !== file) return null;
  return owner === 'shapefile'
    ? { fileName: file.name, problem: { reason: 'shapefile-incomplete', missing: '.shp' } }
    : {
        fileName: file.name,
        problem: { reason: 'unknown-format', extension: extensionOf(stemOf(file.name)) },
      };
}
