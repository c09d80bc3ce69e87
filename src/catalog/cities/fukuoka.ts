import type { City, CityEntry } from '../city-entry.js';
import { neighboursOf, railways, rivers, stations, towns, wards } from '../entries/base.js';
import { ponds, pumpStations, shelters } from '../entries/facility.js';
import { inundationZones, riverFlood } from '../entries/hazard.js';
import { certaintyBand, treatmentCentres, treatmentDistricts } from '../entries/treatment.js';
import { ownSewers, reclaimedWater, trunkSewers } from '../entries/works.js';
import type { Programme } from '../programmes.js';
import { priorityDistricts, rainbowPlan } from './fukuoka/rainfall.js';
import { combinedSewers, works2028 } from './fukuoka/works.js';

const yearbook = '福岡市の下水道 令和7年度版';

const programmes: readonly Programme[] = [
  // 雨水貯留タンク: 市内の戸建て住宅、共同住宅、事業所など
  { id: 'rain-tank', rule: 'city', source: { document: yearbook, page: 59 } },
  // 雨水浸透施設: 市街化区域内の建築物の敷地. That line is not on this map.
  { id: 'rain-infiltration', rule: 'unmapped', source: { document: yearbook, page: 59 } },
  // 合流式の分流化: 博多駅周辺 (about 300 ha) and 天神周辺 (about 173 ha)
  { id: 'sewer-separation', rule: 'separation-area', source: { document: yearbook, page: 57 } },
  // 合併処理浄化槽設置助成: 公共下水道事業計画区域と農業・漁業集落排水処理区域を除く市内
  { id: 'septic-tank', rule: 'outside-districts', source: { document: yearbook, page: 71 } },
];

const city: City = {
  id: 'fukuoka',
  name: { ja: '福岡市', easy: '福岡市（ふくおかし）', en: 'Fukuoka City', zh: '福冈市', ko: '후쿠오카시' },
  document: yearbook,
  bbox: [130.02, 33.41, 130.51, 33.89],
  frame: [129.98, 33.38, 130.62, 33.9],
  centre: [130.3986, 33.5896],
  zoom: 11.6,
  planeEpsg: 6670,
  grid: { origin: [129.9, 33.3], metersPerDegree: [92_843, 110_918] },
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
  programmes,
  asOf: '2025-03-31',
};

const neighbours = neighboursOf('layers.neighbours.description');

/** 福岡市 */
export const fukuoka: CityEntry = {
  city,
  layers: [
    neighbours,
    wards,
    treatmentDistricts,
    certaintyBand,
    combinedSewers,
    towns,
    rivers,
    railways,
    priorityDistricts,
    riverFlood,
    inundationZones,
    rainbowPlan,
    ownSewers,
    trunkSewers,
    stations,
    shelters,
    reclaimedWater,
    works2028,
    ponds,
    pumpStations,
    treatmentCentres,
  ],
};
