import { extensionOf, formatByExtension, formatById, sidecars, stemOf, type FormatId } from './formats.js';
import { limits, megabytes } from './limits.js';
import { OverlayFailure, type OverlayNote, type OverlayProblem } from './overlay.js';
import type { FileSet } from './read-with-gdal.js';
import { sniff } from './sniff.js';
import { listZip, unzipEntry } from './zip.js';

export interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

export interface SetToRead extends FileSet {
  notes: OverlayNote[];
}

export interface SetProblem {
  fileName: string;
  problem: OverlayProblem;
}

/**
 * Dropped files → the sets to read: zips opened, loose shapefile parts brought together, each file known by
 * its content before its name. What cannot be read is a problem of its own; the others go on.
 */
export function findSets(dropped: readonly NamedBytes[]): { sets: SetToRead[]; problems: SetProblem[] } {
  const problems: SetProblem[] = [];
  const loose: NamedBytes[] = [];
  for (const file of dropped) {
    try {
      checkSize(file);
      if (sniff(file.bytes) === 'zip' && extensionOf(file.name) !== 'kmz') loose.push(...unpackKnown(file));
      else loose.push(file);
    } catch (error) {
      if (!(error instanceof OverlayFailure)) throw error;
      problems.push({ fileName: file.name, problem: error.problem });
    }
  }
  const sets: SetToRead[] = [];
  for (const file of loose) {
    const found = setOf(file, loose);
    if (found === null) continue;
    if ('problem' in found) problems.push(found);
    else sets.push(found);
  }
  return { sets, problems };
}

function checkSize({ bytes }: NamedBytes): void {
  if (bytes.length === 0) throw new OverlayFailure({ reason: 'empty-file' });
  if (bytes.length > limits.fileBytes)
    throw new OverlayFailure({
      reason: 'file-too-large',
      megabytes: megabytes(bytes.length),
      limitMegabytes: megabytes(limits.fileBytes),
    });
}

function unpackKnown(file: NamedBytes): NamedBytes[] {
  const known = listZip(file.bytes).filter(({ name }) => {
    const extension = extensionOf(name);
    return formatByExtension(extension) !== undefined || Object.hasOwn(sidecars, extension);
  });
  // A shapefile's zip often carries a readme.txt or metadata.xml: those are no layers.
  const layers = known.filter(({ name }) => !/^(txt|xml)$/.test(extensionOf(name)));
  const wanted = layers.length > 0 ? layers : known;
  if (wanted.length === 0) throw new OverlayFailure({ reason: 'zip-nothing-known' });
  return wanted.map((entry) => ({ name: entry.name, bytes: unzipEntry(file.bytes, entry) }));
}

function setOf(file: NamedBytes, all: readonly NamedBytes[]): SetToRead | SetProblem | null {
  const extension = extensionOf(file.name);
  const looksLike = sniff(file.bytes);
  const fail = (problem: OverlayProblem): SetProblem => ({ fileName: file.name, problem });
  if (Object.hasOwn(sidecars, extension)) return orphan(file, all);
  if (looksLike === 'raster') return fail({ reason: 'raster' });
  if (looksLike === 'p21') return fail({ reason: 'sxf-p21' });
  const named = formatByExtension(extension);
  const format = decide(looksLike, named?.id);
  if (format === null) return fail({ reason: 'unknown-format', extension });
  const notes: OverlayNote[] =
    named && !sameReader(named.id, format)
      ? [{ reason: 'wrong-extension', extension, looksLike: format }]
      : [];
  const set: SetToRead = {
    main: properName(file.name, format),
    format,
    files: belonging(file, all, format),
    notes,
  };
  const missing = format === 'shapefile' ? missingPart(set) : null;
  return missing ? fail({ reason: 'shapefile-incomplete', missing }) : set;
}

/** Content wins over the name where it speaks; a name alone is believed only for formats without a mark. */
function decide(looksLike: ReturnType<typeof sniff>, named: FormatId | undefined): FormatId | null {
  if (looksLike === 'zip') return named === 'kmz' ? 'kmz' : null;
  if (looksLike === 'binary' || looksLike === 'raster' || looksLike === 'p21') return null;
  if (looksLike !== null) return looksLike;
  if (named === undefined) return null;
  // Text formats may begin with anything; their own reader then says what is wrong inside.
  return formatById(named).reader !== 'gdal' || named === 'gml' || named === 'dxf' ? named : null;
}

/** KML and KMZ, and only they, are one format under two names. */
function sameReader(one: FormatId, other: FormatId): boolean {
  return one === other || (formatById(one).reader === 'kml' && formatById(other).reader === 'kml');
}

/** GDAL goes by the extension too: a renamed file gets its proper one. */
function properName(name: string, format: FormatId): string {
  const { extensions } = formatById(format);
  return (extensions as readonly string[]).includes(extensionOf(name)) ? name : `${name}.${extensions[0]}`;
}

const pathStem = (name: string) => name.slice(0, name.length - extensionOf(name).length).toLowerCase();

function belonging(file: NamedBytes, all: readonly NamedBytes[], format: FormatId): Map<string, Uint8Array> {
  const files = new Map([[properName(file.name, format), file.bytes]]);
  for (const other of all) {
    const extension = extensionOf(other.name);
    if (sidecars[extension] === format && pathStem(other.name) === pathStem(file.name))
      files.set(other.name, other.bytes);
  }
  return files;
}

function missingPart(set: SetToRead): string | null {
  const present = new Set([...set.files.keys()].map(extensionOf));
  return ['shx', 'dbf'].find((extension) => !present.has(extension)) ?? null;
}

/** A sidecar whose main file is there is read with it; alone it is named, once for all of its stem. */
function orphan(file: NamedBytes, all: readonly NamedBytes[]): SetProblem | null {
  const owner = sidecars[extensionOf(file.name)];
  if (!owner) return null;
  const mainExtensions: readonly string[] = formatById(owner).extensions;
  const kin = all.filter((other) => pathStem(other.name) === pathStem(file.name));
  if (kin.some((other) => mainExtensions.includes(extensionOf(other.name)))) return null;
  const first = kin.find((other) => sidecars[extensionOf(other.name)] === owner);
  if (first !== file) return null;
  if (owner === 'shapefile')
    return { fileName: file.name, problem: { reason: 'shapefile-incomplete', missing: 'shp' } };
  return {
    fileName: file.name,
    problem: { reason: 'unknown-format', extension: extensionOf(stemOf(file.name)) },
  };
}
