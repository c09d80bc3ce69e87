import type { Position } from './position.js';
import { decimalNumber } from './decimal-number.js';
import geojson from 'geojson/geojson.js';
import type { Feature, FeatureCollection } from 'geojson';

/**
 * Tables become features: rows of a CSV or of JSON with a place in two columns. All of it goes through the package
 * `geojson`, and this is the only file that imports it. The package is made for tame rows, so it is given two tame
 * ones: checked numbers, or a geometry that is null, and the whole row in one attribute beside them. Given the row
 * itself it would
 * - take null, '' and ' ' for 0 and words for NaN, and write `{}` (or false) for a geometry whose columns are missing;
 * - walk into nested objects along the dots of a name that is no column (`a.b`);
 * - take the coordinate columns out of the properties, also where they hold no coordinates;
 * - lose a column called `__proto__` and break on one called `hasOwnProperty`.
 */

/** A Point of [longitude, latitude] in degrees, or [x, y] of a plane where the caller's table is in one. */
export interface TablePoint {
  type: 'Point';
  coordinates: [longitude: number, latitude: number];
}
/** A row as a feature: `geometry` null = it has no place (RFC 7946, 3.2: unlocated); it is a feature all the same. */
export type RowFeature<Row> = Feature<TablePoint | null, Row>;

/** Names of the two columns, literally: a dot in a name is a dot. */
export interface CoordinateColumns {
  longitude: string;
  latitude: string;
}
const degrees: CoordinateColumns = { longitude: 'longitude', latitude: 'latitude' };

/**
 * A row and the place it is known to have. `properties` is the row itself with all its columns.
 * @param position [longitude, latitude] in degrees; null, or anything not finite in it, gives no place
 */
export function pointFeature<Row>(row: Row, position: Position | null): RowFeature<Row> {
  if (position === null || !position.every(Number.isFinite)) {
    const unlocated = geojson.parse({ geometry: null, row }, { GeoJSON: 'geometry' });
    return { ...unlocated, properties: unlocated.properties.row };
  }
  const [longitude, latitude] = position;
  const located = geojson.parse({ longitude, latitude, row }, { Point: ['latitude', 'longitude'] });
  return { ...located, properties: located.properties.row };
}

/** A row whose place stands in two of its columns, see `positionOfRow`; they stay in `properties` as well. */
export function featureOfRow<Row extends object>(row: Row, columns = degrees): RowFeature<Row> {
  return pointFeature(row, positionOfRow(row, columns));
}

/** A table: every row is a feature, in order. */
export function featuresOfRows<Row extends object>(
  rows: readonly Row[],
  columns = degrees,
): FeatureCollection<TablePoint | null, Row> {
  return { type: 'FeatureCollection', features: rows.map((row) => featureOfRow(row, columns)) };
}

/**
 * [longitude, latitude] out of two cells: numbers, or text that is a number, also in full-width digits. Null where
 * one is missing, blank, a word, not finite or neither number nor text. 0 is a coordinate. Ranges are not looked at.
 */
export function positionOfRow(row: object, columns = degrees): [longitude: number, latitude: number] | null {
  const longitude = coordinate(row, columns.longitude);
  const latitude = coordinate(row, columns.latitude);
  return longitude === null || latitude === null ? null : [longitude, latitude];
}

function coordinate(row: object, column: string): number | null {
  const cell = Object.hasOwn(row, column) ? (row as Readonly<Record<string, unknown>>)[column] : null;
  if (typeof cell !== 'number' && typeof cell !== 'string') return null;
  const text = typeof cell === 'string' ? cell.normalize('NFKC').trim() : cell;
  const value = typeof text === 'string' ? decimalNumber(text) : text;
  return Number.isFinite(value) ? value : null;
}

/**
 * Headings of a table as names of properties, of which no two are alike: a blank one becomes `#3` (its column, from
 * 1), a repeated one `name 2`. The first of a name keeps it, whatever the others are called.
 */
export function uniqueNames(header: readonly string[]): string[] {
  const given = new Set(header);
  const used = new Set<string>();
  /** The last number given to a name: a header may be a hundred thousand times the same word. */
  const times = new Map<string, number>();
  return header.map((heading, index) => {
    let name = heading;
    if (heading === '' || used.has(heading)) {
      const base = heading === '' ? `#${index + 1}` : heading;
      let time = times.get(base) ?? (heading === '' ? 0 : 1);
      do name = ++time === 1 ? base : `${base} ${time}`;
      while (given.has(name) || used.has(name));
      times.set(base, time);
    }
    used.add(name);
    return name;
  });
}
