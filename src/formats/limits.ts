/** What reading one file may cost. Every caller says its own: a browser's tab ends sooner than a command line. */
export interface Limits {
  /** The file itself, in bytes; a zip's entry as well. */
  fileBytes: number;
  zipEntries: number;
  /** All that is taken out of one zip together. */
  unpackedBytes: number;
  /** An entry that unpacks to more than this many times its packed size is no data but a bomb. */
  packingRatio: number;
  /** Below this size the ratio says nothing. */
  ratioFromBytes: number;
  /** One feature of a GeoJSON text: only this much of it is in memory at a time. */
  featureBytes: number;
  /** Texts that have to be read whole: CSV, KML, SXF. */
  wholeBytes: number;
  /** Features of one layer; Infinity where they only pass by. */
  features: number;
}

export const mebibyte = 1024 * 1024;

/** What is the same for every caller. A text of this kind packs 10 to 30 times; a bomb thousands of times. */
export const zipLimits = {
  zipEntries: 10_000,
  packingRatio: 200,
  ratioFromBytes: 4 * mebibyte,
} as const satisfies Partial<Limits>;

/** Bytes in MiB with one decimal, for messages. */
export function mebibytes(bytes: number): number {
  return Math.round((bytes / mebibyte) * 10) / 10;
}
