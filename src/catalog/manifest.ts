import * as v from 'valibot';
import { networkSchema } from './network.js';
import { methods } from './provenance.js';

/** PMTiles archives beside the layers (src/catalog/basemap.ts): the base map, the block numbers. */
export const archivesSchema = v.record(
  v.string(),
  v.object({
    file: v.string(),
    bytes: v.number(),
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    /** sha-256 of what it was made from, recipe included: while it stays, the archive is not built anew. */
    inputs: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    asOf: v.string(),
  }),
);

/** `public/tiles/manifest.json`: what was built, so that the page can verify and the reader can cite it. */
export const manifestSchema = v.object({
  /** First 12 hex digits of the sha-256 over all layer hashes: changes when any figure does. */
  dataVersion: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)),
  pack: v.string(),
  /** The yearbook's as-of date. */
  asOf: v.string(),
  /** Files beside the layers that answers come from: the search document, the blocks of each ward. */
  documents: v.optional(
    v.record(
      v.string(),
      v.object({
        file: v.string(),
        bytes: v.number(),
        sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
        /** Of a file with many things of one source: how many, as of when, whose, and the box around them. */
        entries: v.optional(v.number()),
        asOf: v.optional(v.string()),
        source: v.optional(v.string()),
        bbox: v.optional(v.nullable(v.tuple([v.number(), v.number(), v.number(), v.number()]))),
      }),
    ),
    {},
  ),
  layers: v.record(
    v.string(),
    v.object({
      file: v.string(),
      bytes: v.number(),
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      /** All features, and those that have a place. */
      features: v.number(),
      placed: v.number(),
      bbox: v.nullable(v.tuple([v.number(), v.number(), v.number(), v.number()])),
      asOf: v.string(),
      methods: v.array(v.picklist(methods)),
      /** Largest accuracyMeters of its features, null where nothing is placed. */
      accuracyMeters: v.nullable(v.number()),
      sources: v.array(v.string()),
      /** Pages of those documents its facts stand on, ascending. */
      pages: v.optional(v.array(v.number())),
    }),
  ),
  /** Drawn beneath the layers, and no part of an answer. */
  archives: v.optional(archivesSchema),
  /** A whole sewer network beside the layers, when one was imported. */
  network: v.optional(networkSchema),
  /** Imported files the layers were built from: layer → sha-256. Not there where nothing was imported. */
  official: v.optional(v.record(v.string(), v.string())),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;

/** Ids of the layers that hold official data. */
export const officialLayers = ({ layers }: Pick<Manifest, 'layers'>): ReadonlySet<string> =>
  new Set(Object.entries(layers).flatMap(([id, { methods }]) => (methods.includes('official') ? [id] : [])));
