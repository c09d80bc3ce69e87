import * as v from 'valibot';
import { distanceMeters } from '../../src/geometry/measure.js';
import type { PolygonIndex } from '../../src/geometry/polygon-index.js';
import type { PlacesDocument } from '../../src/search/places-document.js';
import { number, optionalText, text } from './cells.js';
import type { Credit } from './city-facts.js';

/** A named place of the source. */
export const placeRowSchema = v.object({ name: text, class: text, longitude: number, latitude: number });
export type PlaceRow = v.InferOutput<typeof placeRowSchema>;

/** Other names of a place, and why it has them; one the source does not have has no place. */
export const aliasRowSchema = v.object({
  name: text,
  nameEn: optionalText,
  aliases: v.pipe(
    v.string(),
    v.transform((cell) => cell.split(';').filter((alias) => alias !== '')),
  ),
  reason: text,
  /** Of an underground area (地下街): the subway stations it lies at, whose numbered exits are known. */
  exitsOf: v.pipe(
    v.string(),
    v.transform((cell) => cell.split(';').filter((station) => station !== '')),
  ),
});
export type AliasRow = v.InferOutput<typeof aliasRowSchema>;

export interface NamedPlaces {
  rows: readonly PlaceRow[];
  aliases: readonly AliasRow[];
  credit: Credit;
  licence: string;
}

/** The same thing mapped twice, as a point and as an outline. */
const sameThingMeters = 400;
const units = (degrees: number) => Math.round(degrees * 1e5);

/** 住吉神社 (Sumiyoshi Shrine): the Latin part is its English name. */
function nameParts(written: string): { name: string; nameEn: string } {
  const [, name = written, nameEn = ''] = /^(.*?\P{ASCII}.*?)\s*\(([\u0020-\u024f]+)\)$/u.exec(written) ?? [];
  return { name: name.replace(/\s+/gu, ' ').trim(), nameEn };
}

/**
 * Places that people name, with the ward each lies in; what lies in none is not the city's. Pure: same input → same
 * output, in the order of the names.
 * @param wards areas of the wards; @param wardNames their names, in the same order
 */
export function buildPlaces(
  { rows, aliases, credit, licence }: NamedPlaces,
  wards: PolygonIndex,
  wardNames: readonly string[],
): PlacesDocument {
  const known = new Map(aliases.map((row) => [row.name, row]));
  const places: PlacesDocument['places'] = [];
  const placed = new Map<string, PlaceRow[]>();
  for (const row of rows) {
    const ward = wardNames[wards.first([row.longitude, row.latitude])];
    const { name, nameEn } = nameParts(row.name);
    const twins = placed.get(name) ?? [];
    const twin = twins.some(
      (other) =>
        distanceMeters([row.longitude, row.latitude], [other.longitude, other.latitude]) <= sameThingMeters,
    );
    if (ward === undefined || twin) continue;
    placed.set(name, [...twins, row]);
    const own = known.get(row.name);
    const others = (own?.aliases ?? []).filter((alias) => alias !== name);
    places.push([name, own?.nameEn ?? nameEn, ward, units(row.longitude), units(row.latitude), others]);
  }
  const there = new Set(rows.map(({ name }) => name));
  for (const { name, nameEn, aliases: others } of aliases)
    if (!there.has(name)) places.push([name, nameEn ?? '', null, null, null, [...others]]);
  places.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const areas = aliases.flatMap(({ name, exitsOf }): PlacesDocument['areas'] =>
    exitsOf.length > 0 ? [[name, [...exitsOf]]] : [],
  );
  return { version: 1, source: credit.source, licence, asOf: credit.asOf, places, areas };
}
