import type { Position } from '../../src/geometry/position.js';
import * as v from 'valibot';
import { flag, number, optionalNumber, optionalText, text } from './cells.js';

const degrees = v.pipe(v.string(), v.regex(/^\d+\.\d+$/), v.transform(Number));

/** Control geometry of a city, CSVs of its `geometry/` with the same columns everywhere. */
export const geometryTables = {
  towns: v.object({
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
  stations: v.object({
    name: text,
    nameEn: text,
    line: text,
    operator: text,
    longitude: number,
    latitude: number,
    accuracyMeters: number,
  }),
  shelters: v.object({
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
  extentSeeds: v.object({
    name: text,
    longitude: number,
    latitude: number,
    areaHectares: number,
    basis: text,
  }),
  exits: v.object({ station: text, label: text, ward: text, longitude: degrees, latitude: degrees }),
} as const;

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

const area = v.object({ code: text, name: text, nameEn: text });

/** GeoJSON files beside them: properties and geometry of a feature. */
export const geometryLayers = {
  wards: feature(area, multiPolygon),
  neighbours: feature(area, v.variant('type', [polygon, multiPolygon])),
  railways: feature(
    v.object({ line: text, lineEn: text, operator: text }),
    v.variant('type', [lineString, multiLine]),
  ),
  rivers: feature(
    v.object({
      name: text,
      nameEn: text,
      method: v.picklist(['constructed', 'schematic']),
      accuracyMeters: v.number(),
      note: text,
    }),
    lineString,
  ),
} as const;

function feature<Properties extends v.ObjectEntries, Geometry extends v.GenericSchema>(
  properties: v.ObjectSchema<Properties, undefined>,
  geometry: Geometry,
) {
  return v.object({ type: v.literal('Feature'), properties, geometry });
}

type Tables = { [Id in keyof typeof geometryTables]: v.InferOutput<(typeof geometryTables)[Id]>[] };
type Layers = { [Id in keyof typeof geometryLayers]: v.InferOutput<(typeof geometryLayers)[Id]>[] };
/** Points and outlines the recipes lean on. */
export type CityGeometry = Readonly<Tables & Layers>;
