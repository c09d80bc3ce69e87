import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import papaparse from 'papaparse';
import * as v from 'valibot';
import type { Position } from '../mesh/grid.js';

/** Control geometry and this room's own decision tables, checked cell by cell. */
const text = v.pipe(v.string(), v.minLength(1));
const optionalText = v.pipe(
  v.string(),
  v.transform((cell) => (cell === '' ? null : cell)),
);
const number = v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?$/), v.transform(Number));
const optionalNumber = v.pipe(
  v.string(),
  v.regex(/^(-?\d+(\.\d+)?)?$/),
  v.transform((cell) => (cell === '' ? null : Number(cell))),
);
const flag = v.pipe(
  v.picklist(['0', '1']),
  v.transform((cell) => cell === '1'),
);
const page = v.pipe(number, v.integer(), v.minValue(1));

const tables = {
  'geometry/towns.csv': v.object({
    ward: text,
    name: text,
    base: text,
    chome: optionalNumber,
    kana: optionalText,
    romaji: text,
    kind: v.picklist(['丁目', '大字・町', '小字']),
    longitude: optionalNumber,
    latitude: optionalNumber,
    pointFrom: optionalText,
  }),
  'geometry/stations.csv': v.object({
    name: text,
    nameEn: text,
    line: text,
    operator: text,
    longitude: number,
    latitude: number,
    accuracyMeters: number,
  }),
  'geometry/shelters.csv': v.object({
    ward: text,
    name: text,
    address: text,
    longitude: number,
    latitude: number,
    flood: flag,
    inlandFlood: flag,
    stormSurge: flag,
    tsunami: flag,
    landslide: flag,
    earthquake: flag,
    alsoEvacuationShelter: flag,
  }),
  'geometry/extent-seeds.csv': v.object({
    name: text,
    longitude: number,
    latitude: number,
    areaHectares: number,
    basis: text,
  }),
  'facts/town-districts.csv': v.object({
    ward: text,
    town: text,
    district: optionalText,
    confidence: v.picklist(['high', 'medium', 'low']),
    basis: text,
    page,
  }),
  'facts/priority-towns.csv': v.object({ ward: text, district: text, town: text, basis: text, page }),
  'facts/rainbow-towns.csv': v.object({
    plan: text,
    part: v.picklist(['whole', 'phase1', 'phase2']),
    ward: text,
    town: text,
    basis: text,
    page,
  }),
  'facts/zone-towns.csv': v.object({ zone: text, ward: text, town: text, basis: text, page }),
  'facts/placements.csv': v.object({
    table: v.picklist(['treatment-centres', 'planned', 'exempt', 'manhole', 'ponds']),
    name: text,
    ward: optionalText,
    place: optionalText,
    longitude: optionalNumber,
    latitude: optionalNumber,
    accuracyMeters: optionalNumber,
    basis: text,
    page,
  }),
} as const;

type InputId = keyof typeof tables;
export type InputRow<Id extends InputId> = v.InferOutput<(typeof tables)[Id]>;

function read(file: string): string {
  return readFileSync(fileURLToPath(new URL(`../cities/fukuoka/${file}`, import.meta.url)), 'utf8');
}

function rows<Id extends InputId>(id: Id): InputRow<Id>[] {
  const parsed = papaparse.parse<Record<string, string>>(read(id), { header: true, skipEmptyLines: true });
  if (parsed.errors.length > 0) throw new Error(`${id}: ${parsed.errors[0]!.message}`);
  return parsed.data.map((cells, line) => {
    const row = v.safeParse(tables[id], cells);
    if (!row.success)
      throw new Error(`${id}, line ${line + 2}: ${v.getDotPath(row.issues[0])}: ${row.issues[0].message}`);
    return row.output as InputRow<Id>;
  });
}

const position = v.pipe(
  v.tuple([v.number(), v.number()]),
  v.transform((pair): Position => pair),
);
const lineString = v.object({ type: v.literal('LineString'), coordinates: v.array(position) });
const multiLine = v.object({ type: v.literal('MultiLineString'), coordinates: v.array(v.array(position)) });
const polygon = v.object({ type: v.literal('Polygon'), coordinates: v.array(v.array(position)) });
const multiPolygon = v.object({
  type: v.literal('MultiPolygon'),
  coordinates: v.array(v.array(v.array(position))),
});

function features<Properties extends v.ObjectEntries, Geometry extends v.GenericSchema>(
  file: string,
  properties: v.ObjectSchema<Properties, undefined>,
  geometry: Geometry,
) {
  return v.parse(
    v.object({
      type: v.literal('FeatureCollection'),
      features: v.array(v.object({ type: v.literal('Feature'), properties, geometry })),
    }),
    JSON.parse(read(file)),
  ).features;
}

const area = v.object({ code: text, name: text, nameEn: text });

/** Everything the recipes lean on, read once. Throws naming file and line when a table does not keep its schema. */
export function readInputs() {
  return {
    towns: rows('geometry/towns.csv'),
    stations: rows('geometry/stations.csv'),
    shelters: rows('geometry/shelters.csv'),
    extentSeeds: rows('geometry/extent-seeds.csv'),
    townDistricts: rows('facts/town-districts.csv'),
    priorityTowns: rows('facts/priority-towns.csv'),
    rainbowTowns: rows('facts/rainbow-towns.csv'),
    zoneTowns: rows('facts/zone-towns.csv'),
    placements: rows('facts/placements.csv'),
    wards: features('geometry/wards.geojson', area, multiPolygon),
    neighbours: features('geometry/neighbours.geojson', area, v.variant('type', [polygon, multiPolygon])),
    railways: features(
      'geometry/railways.geojson',
      v.object({ line: text, lineEn: text, operator: text }),
      v.variant('type', [lineString, multiLine]),
    ),
    rivers: features(
      'geometry/rivers.geojson',
      v.object({
        name: text,
        nameEn: text,
        method: v.picklist(['constructed', 'schematic']),
        accuracyMeters: v.number(),
        note: text,
      }),
      lineString,
    ),
  };
}
export type Inputs = ReturnType<typeof readInputs>;
