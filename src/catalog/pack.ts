/**
 * What the code needs to know about this city as numbers and names.
 * Another city is another pack: this file, `geodata/`, the catalogue and the language files.
 */
import type { LocalizedText } from '../i18n/locale.js';
import type { Citation } from './provenance.js';

export const yearbook = '福岡市の下水道 令和7年度版';

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

export interface Pack {
  id: string;
  name: LocalizedText;
  /** [west, south, east, north] in degrees; every coordinate of every layer of the city lies inside. */
  bbox: readonly [number, number, number, number];
  /** The wider frame that base layers of the neighbourhood (neighbours, railways) may fill. */
  frame: readonly [number, number, number, number];
  /** Where the map opens: [longitude, latitude] */
  centre: readonly [number, number];
  zoom: number;
  /** 平面直角座標系 zone of the city */
  planeEpsg: 6670;
  /** Treatment districts in table order. */
  districts: readonly string[];
  /** The level the city now builds to everywhere (10年確率). */
  baseRainfall: { mmPerHour: number; source: Citation };
  rainfallLevels: readonly RainfallLevel[];
  /** Design rain in Talbot's form: I = a / (t + b) mm/h, t in minutes. */
  rainfallFormula: { a: number; b: number; returnPeriodYears: number; source: Citation };
  asOf: string;
}

export const pack: Pack = {
  id: 'fukuoka',
  name: { ja: '福岡市', easy: '福岡市（ふくおかし）', en: 'Fukuoka City', zh: '福冈市', ko: '후쿠오카시' },
  bbox: [130.02, 33.41, 130.51, 33.89],
  frame: [129.98, 33.38, 130.62, 33.9],
  centre: [130.3986, 33.5896],
  zoom: 11.6,
  planeEpsg: 6670,
  districts: ['西戸崎', '和白', '東部', '中部', '南部', '西部', '新西部'],
  baseRainfall: { mmPerHour: 59.1, source: { document: yearbook, page: 10 } },
  rainfallLevels: [
    {
      mmPerHour: 52.2,
      kind: 'design-past',
      returnPeriodYears: 5,
      observedOn: null,
      source: { document: yearbook, page: 10 },
    },
    {
      mmPerHour: 59.1,
      kind: 'design',
      returnPeriodYears: 10,
      observedOn: null,
      source: { document: yearbook, page: 10 },
    },
    {
      mmPerHour: 79.5,
      kind: 'design-target',
      returnPeriodYears: null,
      observedOn: '1999-06-29',
      source: { document: yearbook, page: 22 },
    },
    {
      mmPerHour: 116,
      kind: 'observation',
      returnPeriodYears: null,
      observedOn: '2009-07-24',
      observedUntil: '2009-07-26',
      source: { document: yearbook, page: 85 },
    },
    {
      mmPerHour: 153,
      kind: 'scenario',
      returnPeriodYears: 1000,
      observedOn: null,
      source: { document: yearbook, page: 25 },
    },
  ],
  rainfallFormula: { a: 5440, b: 32, returnPeriodYears: 10, source: { document: yearbook, page: 10 } },
  asOf: '2025-03-31',
};
