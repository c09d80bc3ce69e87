const mebi = 1024 * 1024;

/** What one import may cost. Files are read in pieces, so the first figure is patience, the others memory. */
export const limits = {
  /** The file itself. */
  fileBytes: 1024 * mebi,
  zipEntries: 10_000,
  /** All that is taken out of a zip together. */
  unpackedBytes: 2048 * mebi,
  /** A text of this kind packs 10 to 30 times; a bomb thousands of times. */
  packingRatio: 200,
  /** Below this size the ratio says nothing. */
  ratioFromBytes: 4 * mebi,
  /** One feature of a GeoJSON file. */
  featureBytes: 64 * mebi,
  /** Formats that have to be read whole: KML, CSV. */
  wholeBytes: 128 * mebi,
  /** The city's sewers are 165,000 pipes, and channels beside them. */
  keptFeatures: 400_000,
  keptPositions: 3_000_000,
} as const;

export function mebibytes(bytes: number): number {
  return Math.round((bytes / mebi) * 10) / 10;
}
