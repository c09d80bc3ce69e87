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
  exits: v.object({ station: text, label: text, ward: text, longitude: degrees, latitude: degrees }),
} as const;

/** CSVs that a city has where the census draws its towns; packed (`.gz`) or not. */
export const censusTables = {
  /** Points of blocks 街区, in a 大字 of lots 地番; a block may have several. */
  blocks: v.object({ ward: text, town: text, block: text, longitude: degrees, latitude: degrees }),
  /** Where the census and the list of blocks name a town otherwise than the register, and why. */
  townNames: v.object({
    list: v.picklist(['census', 'blocks']),
    ward: text,
    name: text,
    /** Only blocks within this census outline of the ward. */
    within: optionalText,
    /** Today's town. Several rows of one census outline: it holds all of them. */
    town: text,
    /** What a reader is told of the outline. */
    note: optionalText,
    basis: text,
  }),
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

const pair = v.tuple([v.number(), v.number()]);
const arcs = v.array(v.array(v.number()));

/** Outlines of the census (国勢調査 小地域) as TopoJSON: a border that two towns share is written once. */
export const censusTopology = v.object({
  type: v.literal('Topology'),
  transform: v.object({ scale: pair, translate: pair }),
  arcs: v.array(v.array(v.array(v.number()))),
  objects: v.object({
    towns: v.object({
      type: v.literal('GeometryCollection'),
      geometries: v.array(
        v.variant('type', [
          v.object({ type: v.literal('Polygon'), arcs, properties: v.object({ ward: text, name: text }) }),
          v.object({
            type: v.literal('MultiPolygon'),
            arcs: v.array(arcs),
            properties: v.object({ ward: text, name: text }),
          }),
        ]),
      ),
    }),
  }),
});
export type CensusTopology = v.InferOutput<typeof censusTopology>;

function feature<Properties extends v.ObjectEntries, Geometry extends v.GenericSchema>(
  properties: v.ObjectSchema<Properties, undefined>,
  geometry: Geometry,
) {
  return v.object({ type: v.literal('Feature'), properties, geometry });
}

type Runs = readonly (readonly Position[])[];

/** What OpenStreetMap (ODbL) knows of where people have built, and of where they have not. */
export interface BuiltGround {
  /** Streets that houses stand along. */
  streets: Runs;
  /** Outlines of buildings, each its rings. */
  buildings: readonly Runs[];
  /** Land in use: schools, hospitals, works, shops, railways. */
  used: readonly Runs[];
  /** Woods, fields, beaches, marshes, water. */
  open: readonly Runs[];
}

type Tables = { [Id in keyof typeof geometryTables]: v.InferOutput<(typeof geometryTables)[Id]>[] };
type Layers = { [Id in keyof typeof geometryLayers]: v.InferOutput<(typeof geometryLayers)[Id]>[] };
type CensusTables = { [Id in keyof typeof censusTables]: v.InferOutput<(typeof censusTables)[Id]>[] };
/** Points and outlines the recipes lean on. */
export type CityGeometry = Readonly<
  Tables &
    Layers &
    CensusTables & {
      /** null where a city has none: its towns are cells around points. */
      census: CensusTopology | null;
      /** null where a city has none: its sewered towns are drawn whole. */
      builtGround: BuiltGround | null;
    }
>;
