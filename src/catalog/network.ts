import * as v from 'valibot';

const file = v.object({ file: v.string(), bytes: v.number() });

/**
 * A whole sewer network beside the layers: `network/network.json`, and `network` in the manifest.
 * Too large to be one GeoJSON: drawn from tiles, answered from packed lines, both fetched by ranges.
 */
export const networkSchema = v.object({
  /** PMTiles; the lines are its layer `sewers`. */
  tiles: file,
  /** Packed lines (src/geometry/packed-header.ts). */
  lines: file,
  /** Lines, and places of points that are only drawn. */
  counts: v.object({ sewers: v.number(), manholes: v.number(), inlets: v.number() }),
  bbox: v.tuple([v.number(), v.number(), v.number(), v.number()]),
  source: v.string(),
  asOf: v.string(),
  accuracyMeters: v.number(),
});
export type Network = v.InferOutput<typeof networkSchema>;

/** Catalogue entry a network is drawn by, and the layer inside its tiles. */
export const networkLayer = 'sewers';

/** Folder of its files inside the tiles folder. */
export const networkFolder = 'network';
