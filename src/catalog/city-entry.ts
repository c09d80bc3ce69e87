import type { PlaneEpsg } from '../geometry/plane-rectangular.js';
import type { LocalizedText } from '../i18n/locale.js';
import type { LayerEntry } from './layer-entry.js';
import type { Programme } from './programmes.js';
import type { Citation } from './provenance.js';

export interface RainfallLevel {
  mmPerHour: number;
  /** What kind of number it is; kinds are never put on one scale without saying so. */
  kind: 'design-past' | 'design' | 'design-target' | 'observation' | 'scenario';
  returnPeriodYears: number | null;
  /** ISO day the rain fell, or the first of the days it is known to have fallen on. */
  observedOn: string | null;
  /** Last of those days, where the document names several. */
  observedUntil?: string;
  source: Citation;
}

/** What the code needs to know about a city as numbers and names. */
export interface City {
  /** Name of its folder, geodata/cities/<id>. */
  id: string;
  name: LocalizedText;
  /** The document its facts are from. */
  document: string;
  /** [west, south, east, north] in degrees; every coordinate of every layer of the city lies inside. */
  bbox: readonly [number, number, number, number];
  /** The wider frame that base layers of the neighbourhood (neighbours, railways) may fill. */
  frame: readonly [number, number, number, number];
  /** Where the map opens: [longitude, latitude] */
  centre: readonly [number, number];
  zoom: number;
  /** 平面直角座標系 zone of the city */
  planeEpsg: PlaneEpsg;
  /** Integer grid its outlines are built on (geodata/mesh/grid.ts). */
  grid: {
    /** [longitude, latitude] south-west of everything that is built, within 4 degrees of it. */
    origin: readonly [number, number];
    /** Metres a degree spans east and north in the middle of the city, on GRS80. */
    metersPerDegree: readonly [number, number];
  };
  /** Treatment districts in table order. */
  districts: readonly string[];
  /** The level the city now builds to everywhere (10年確率); null where it has none. */
  baseRainfall: { mmPerHour: number; source: Citation };
  rainfallLevels: readonly RainfallLevel[];
  /** Design rain in Talbot's form: I = a / (t + b) mm/h, t in minutes. */
  rainfallFormula: { a: number; b: number; returnPeriodYears: number; source: Citation };
  programmes: readonly Programme[];
  asOf: string;
}

/** A city as the catalogue has it: what it is and what it shows. */
export interface CityEntry {
  city: City;
  /** Every layer, in draw order: the first is at the bottom. */
  layers: readonly LayerEntry[];
}
