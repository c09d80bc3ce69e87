import {
  extensionOf,
  formatByExtension,
  formatIds,
  readWithoutGdal,
  setKeyOf,
  sidecars,
  stemOf,
  type FormatId,
} from '../format-table.js';
import { ReadFailure } from '../read-failure.js';
import type { ZipEntry } from './zip-directory.js';

export interface Choice {
  /** What is to be taken out: files of known formats with those that belong to them. */
  entries: ZipEntry[];
  /** Data in formats that only GDAL reads, and that stands there in no other; none where GDAL is at hand. */
  leftOut: string[];
}

export interface ChoiceOptions {
  /** False where only our own readers are at hand. */
  withGdal: boolean;
  /** `best`: of data that is there in several formats or encodings, one only. `all`: every file is a layer. */
  twins: 'all' | 'best';
}

interface Known {
  entry: ZipEntry;
  format: FormatId;
}

const isUtf8Folder = (path: string) => /utf-?8/i.test(path);
const isSjisFolder = (path: string) => /s(hift)?[-_]?jis/i.test(path);
const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
const stemKey = ({ entry }: Known) => stemOf(entry.path).toLowerCase();
const rank = ({ format }: Known) => formatIds.indexOf(format);

/**
 * Of packings of the same data the better ones: 国土数値情報 comes as GeoJSON, Shapefile and GML side by side, and some
 * editions twice more in folders UTF-8 and Shift-JIS. By tables: a zip of ten thousand entries holds each once.
 */
function bestOf(list: readonly Known[]): Known[] {
  const inUtf8 = new Set(list.filter(({ entry }) => isUtf8Folder(entry.path)).map(stemKey));
  const beside = (one: Known) => `${folderOf(one.entry.path)}\n${stemKey(one)}`;
  const bestBeside = new Map<string, number>();
  for (const one of list)
    bestBeside.set(beside(one), Math.min(rank(one), bestBeside.get(beside(one)) ?? Infinity));
  return list.filter(
    (one) =>
      !(isSjisFolder(one.entry.path) && inUtf8.has(stemKey(one))) &&
      bestBeside.get(beside(one)) === rank(one),
  );
}

/** Which entries of a zip are data. @throws ReadFailure when none is */
export function chooseEntries(entries: readonly ZipEntry[], { withGdal, twins }: ChoiceOptions): Choice {
  const known = entries.flatMap((entry): Known[] => {
    const format = formatByExtension(extensionOf(entry.path))?.id;
    // Metadata of 国土数値情報 is XML too, and a readme has no columns.
    const isAside = /(^|\/)((KS-)?META|read[-_ ]?me)/i.test(entry.path);
    return format === undefined || isAside ? [] : [{ entry, format }];
  });
  // A 説明.txt beside the data is no layer, nor a catalogue; but an import may find its twin in XML.
  const aside = twins === 'all' ? /^(txt|xml)$/ : /^txt$/;
  const data = known.filter(({ entry }) => !aside.test(extensionOf(entry.path)));
  const files = data.length > 0 ? data : known;
  const readable = files.filter(({ format }) => withGdal || readWithoutGdal(format));
  const readableStems = new Set(readable.map(stemKey));
  const unread = files.filter(
    (one) => !(withGdal || readWithoutGdal(one.format)) && !readableStems.has(stemKey(one)),
  );
  const best = (list: readonly Known[]) => (twins === 'all' ? list : bestOf(list));
  const chosen = best(readable);
  const leftOut = best(unread).map(({ entry }) => entry.path);
  if (chosen.length === 0 && leftOut.length > 0)
    throw new ReadFailure({ reason: 'needs-gdal', detail: leftOut.slice(0, 8).join(', ') });
  const chosenAs = new Map<string, Set<FormatId>>();
  for (const { entry, format } of chosen) {
    const key = setKeyOf(entry.path);
    chosenAs.set(key, (chosenAs.get(key) ?? new Set()).add(format));
  }
  const belonging = entries.filter(({ path }) => {
    const owner = sidecars[extensionOf(path)];
    if (owner === undefined) return false;
    // A part without its .shp is named by the reader of sets, not passed over.
    const formatsChosen = chosenAs.get(setKeyOf(path));
    return formatsChosen?.has(owner) === true || (twins === 'all' && formatsChosen === undefined);
  });
  if (chosen.length + belonging.length === 0)
    throw new ReadFailure({ reason: 'zip-nothing-readable', entries: listed(entries) });
  return { entries: [...chosen.map(({ entry }) => entry), ...belonging], leftOut };
}

const listed = (entries: readonly ZipEntry[]) =>
  entries
    .slice(0, 8)
    .map(({ path }) => path)
    .join(', ');
