import { extensionOf, formatByExtension, formats, shapefileParts, stemOf, type FormatId } from './formats.js';
import { ReadFailure } from './read-failure.js';
import type { ZipEntry } from './zip-directory.js';

/** A .shp is nothing without its index and table. */
export function requireParts(paths: readonly string[], stem: string): void {
  const have = new Set(paths.map(extensionOf));
  const missing = ['shx', 'dbf'].filter((extension) => !have.has(extension));
  if (missing.length > 0)
    throw new ReadFailure('shapefile-incomplete', missing.map((end) => `${stem}.${end}`).join(', '));
}

/** The entry itself, or for a .shp everything that belongs to it. @throws ReadFailure when a part is missing */
export function partsOf(entries: readonly ZipEntry[], entry: ZipEntry, format: FormatId): ZipEntry[] {
  if (format !== 'shapefile') return [entry];
  const base = entry.path.slice(0, entry.path.length - extensionOf(entry.path).length).toLowerCase();
  const parts = entries.filter(
    ({ path }) =>
      path.toLowerCase() === base + extensionOf(path) &&
      (shapefileParts as readonly string[]).includes(extensionOf(path)),
  );
  requireParts(
    parts.map(({ path }) => path),
    stemOf(entry.path),
  );
  return parts;
}

const isUtf8Folder = (path: string) => /utf-?8/i.test(path);
const isSjisFolder = (path: string) => /s(hift)?[-_]?jis/i.test(path);

/**
 * The publisher packs the same data as GeoJSON, Shapefile and GML, and some editions twice more in folders
 * UTF-8 and Shift-JIS: of what has one name, the first readable format of our list is taken, and UTF-8.
 */
export function chooseEntries(
  entries: readonly ZipEntry[],
  readable: (format: FormatId) => boolean = () => true,
): { entry: ZipEntry; format: FormatId }[] {
  const known = entries.flatMap((entry) => {
    const format = formatByExtension(entry.path);
    // Metadata of 国土数値情報 is XML too.
    return format === null || !readable(format) || /(^|\/)(KS-)?META/i.test(entry.path)
      ? []
      : [{ entry, format }];
  });
  const order = formats.map(({ id }) => id as FormatId);
  const better = (one: (typeof known)[number], other: (typeof known)[number]) => {
    if (stemOf(one.entry.path).toLowerCase() !== stemOf(other.entry.path).toLowerCase()) return false;
    const twins = isUtf8Folder(one.entry.path) && isSjisFolder(other.entry.path);
    const folder = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
    const together = folder(one.entry.path) === folder(other.entry.path);
    return twins || (together && order.indexOf(one.format) < order.indexOf(other.format));
  };
  return known.filter((one) => !known.some((other) => better(other, one)));
}
