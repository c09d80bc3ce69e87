import type { BoundingBox } from '../geometry/position.js';
import type { FormatId } from './format-table.js';
import type { ReadNote } from './read-note.js';

/** One row of a table with geometry, as its file writes it: nothing of it has been looked at. */
export interface RawFeature {
  /** By column. A Map, so that a column called `__proto__` is a column and nothing else. */
  attributes: ReadonlyMap<string, unknown>;
  /** GeoJSON in shape, of unknown make; null and undefined = the row has no place. */
  geometry: unknown;
}

/** What a file says of the system its numbers are in (座標参照系). */
export interface DeclaredCrs {
  /** EPSG code, or null where the file describes a system without one. */
  epsg: number | null;
  /** The name the file gives; null where its format alone decides. */
  name: string | null;
  /** `format`: the format knows one system only (KML, GeoJSON without `crs`, columns called 経度 and 緯度). */
  from: 'file' | 'format';
  /** True for the old Tokyo datum (日本測地系). */
  oldDatum: boolean;
  /** True for a name that says nothing of where on earth it is: a drawing's engineering system. */
  local?: true;
}

/** Features in degrees from the system the file names, or from another one named by its code. */
export type ConvertWithGdal = (source: { crs: string | null; swapped: boolean }) => AsyncIterable<RawFeature>;

/** One named table with geometry inside a file: what every reader gives, whatever the format. */
export interface RawLayer {
  /** Its name inside the file, or the file's stem where the format has none: `A51-25_40130`. */
  name: string;
  /** The file it came from, as its source is called. */
  fileName: string;
  format: FormatId;
  /** `UTF-8`, `UTF-16`, `CP932`; null where the format fixes it or nobody knows. */
  encoding: string | null;
  /** Columns known before a row is read. */
  fields: ReadonlySet<string>;
  /** Null = the file does not say. */
  crs: DeclaredCrs | null;
  /** What the file itself counts; null where it has to be read to be counted. */
  featureCount: number | null;
  /** Smallest and largest numbers as they stand in the file, where its header knows them. */
  extent: BoundingBox | null;
  notes: ReadNote[];
  /** The features in the file's order and its own numbers. May be called again. */
  features: () => AsyncIterable<RawFeature>;
  /** The same in degrees through GDAL; null where a reader of ours has the file. */
  convertWithGdal: ConvertWithGdal | null;
}

/** Every feature of a layer at once. @throws ReadFailure as reading does, RangeError never */
export async function allFeatures(layer: AsyncIterable<RawFeature>, limit: number): Promise<RawFeature[]> {
  const features: RawFeature[] = [];
  for await (const feature of layer) {
    features.push(feature);
    // One more than may be: the caller says that there are too many.
    if (features.length > limit) break;
  }
  return features;
}
