import type { Geometry } from 'geojson';
import type { LayerCollection, LayerFeature } from '../layer-collection.js';
import type { ImportLayer } from '../layers.js';
import type { Mapping } from '../mapping.js';
import type { SkipReason, Tally } from '../tally.js';

export type AttributeValue = string | number | boolean | null;
/** A row's attributes. A Map, so that a column called `__proto__` is a column and nothing else. */
export type Attributes = ReadonlyMap<string, AttributeValue>;

export type PropertyValue = AttributeValue | string[];
/** A feature on its way into the layer; `properties` is checked against the role's schema at the end. */
export interface Draft {
  /** What reports call it. */
  label: string;
  properties: Record<string, PropertyValue>;
  geometry: Geometry;
}

export type Taken =
  { keep: Record<string, PropertyValue>; label: string } | { skip: SkipReason; example: string };

export interface DriverContext {
  layer: ImportLayer;
  mapping: Mapping | null;
  /** Credit wording of the data set. */
  credit: string;
  /** ISO date the data is as of. */
  asOf: string;
  accuracyMeters: number;
  /** The layer as the built map has it now; null when there is none. */
  current: (layer: ImportLayer) => LayerCollection | null;
  tally: Tally;
}

/** What the file name and the columns say about a data set before a row is read. */
export interface DataSetHints {
  fileName: string;
  /** Names of the data sets inside: `A51-25_40130`, `r2ka40133`. */
  names: readonly string[];
  fields: ReadonlySet<string>;
}

/**
 * One kind of official data: how it is recognised, which rows are the city's, what they mean.
 * Pure: no file system, no GDAL, so that a browser worker can run it too.
 */
export interface ImportDriver {
  id: string;
  /** Shown by `--help` and in the report. */
  title: string;
  layers: readonly ImportLayer[];
  /** Columns that make a file this data set; named to the user when they are missing. */
  expects: readonly string[];
  recognises: (fields: ReadonlySet<string>) => boolean;
  /** True when only a mapping file says what the columns mean. */
  needsMapping: boolean;
  /** Keys of a mapping's `fields` that it cannot do without, besides the name. */
  requires?: readonly string[];
  /** The coordinate system its specification fixes; named, never assumed, when a file leaves it out. */
  specifiedCrs: string | null;
  credit: string | null;
  /** How far a place may be wrong, metres; null = the mapping file says. */
  accuracyMeters: number | null;
  /** ISO date from what the publisher writes into file names; null = not to be told. */
  asOf: (hints: DataSetHints) => string | null;
  take: (attributes: Attributes, context: DriverContext) => Taken;
  /** Rows with one key are pieces of one feature. */
  groupBy?: (properties: Draft['properties']) => string;
  /** Last step: match with the tables, give ids. Rows it leaves out are told to the tally. */
  finish: (drafts: readonly Draft[], context: DriverContext) => LayerFeature[];
  /**
   * What happens to places beyond the city's frame: a data set told apart by municipality has none (`fail`),
   * one told apart by river is cut at the frame (`clip`).
   */
  beyondFrame: 'fail' | 'clip';
  /** What part of the city the data speaks for: municipality or ward codes. */
  coverage: (drafts: readonly Draft[], context: DriverContext) => string[];
}
