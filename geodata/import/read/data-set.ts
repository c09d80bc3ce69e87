import type { BoundingBox } from '../../../src/geometry/position.js';
import type { RawFeature } from '../driver/import-driver.js';
import type { FormatId } from './formats.js';

/** A coordinate system as a file names it. */
export interface DeclaredCrs {
  /** `EPSG:6668`, or null where the file describes a system without a code. */
  epsg: string | null;
  name: string;
}

/** How to read the positions of a data set; null `crs` = as the file declares. */
export interface Reading {
  crs: string | null;
  axes: 'east-north' | 'north-east';
}

/** One table with geometry inside a file. */
export interface DataSet {
  /** Name inside the file, or the file's stem: `A51-25_40130`. */
  name: string;
  format: FormatId;
  encoding: string | null;
  fields: ReadonlySet<string>;
  /** Null = the file does not say. */
  crs: DeclaredCrs | null;
  /** Features in [longitude, latitude] degrees, in the file's order. */
  features: (reading: Reading) => AsyncIterable<RawFeature>;
  /** Smallest and largest numbers as they stand in the file, of what was looked at; known at the latest after `features`. */
  extent: () => BoundingBox | null;
}

/** Systems of degrees that agree within centimetres here: nothing to convert. */
const sameGround = new Set(['EPSG:4326', 'EPSG:6668', 'EPSG:4612', 'EPSG:6697', 'OGC:CRS84']);

export function isPlainDegrees(crs: string): boolean {
  return sameGround.has(crs.toUpperCase());
}

/** `urn:ogc:def:crs:EPSG::6668`, `http://www.opengis.net/def/crs/EPSG/0/6668`, `EPSG:6668` → `EPSG:6668`. */
export function crsCode(name: string): string | null {
  const [, authority, code] = /(EPSG|OGC)[:/]+(?:[\d.]*[:/]+)?(CRS84|\d{4,6})$/i.exec(name.trim()) ?? [];
  return authority && code ? `${authority.toUpperCase()}:${code.toUpperCase()}` : null;
}
