import * as v from 'valibot';
import {
  date,
  eraDate,
  integer,
  number,
  optionalNumber,
  optionalText,
  text,
  yesNo,
} from '../../../tables/columns.js';
import { table } from '../../../tables/table.js';
import { tail } from './tail.js';

const started = { started_era: eraDate, started: date };
const district = v.picklist(['西戸崎', '和白', '東部', '中部', '南部', '西部', '新西部']);

/** Treatment districts and the works that serve them (chapters II-2, III-2, V-1). */
export const networkTables = {
  'treatment-districts': table('treatment-districts', {
    title: { ja: '表II-2 下水道等整備区域の概要', en: 'Table II-2: treatment districts' },
    page: '9',
    pageBasis: 'contents',
    columns: v.object({
      district,
      name_en: text,
      planned_area_ha: number,
      extent: text,
      land_use: text,
      sewer_system: text,
      ...tail,
    }),
  }),
  'treatment-centres': table('treatment-centres', {
    title: { ja: '表III-3 処理場', en: 'Table III-3: treatment plants' },
    page: '34',
    pageBasis: 'contents',
    columns: v.object({
      name: text,
      name_en: text,
      district,
      address: text,
      operator: text,
      site_area_ha: number,
      ...started,
      process: text,
      discharges_to: text,
      receiving_water_standard_mg_per_l: text,
      treated_area_ha: number,
      planned_treated_area_ha: number,
      capacity_m3_per_day: number,
      planned_capacity_m3_per_day: number,
      sewer_system: text,
      population: integer,
      ...tail,
    }),
  }),
  'pump-stations-planned': table('pump-stations-planned', {
    title: {
      ja: '表III-4 事業計画に位置付けたポンプ場',
      en: 'Table III-4: pumping stations in the project plan',
    },
    page: '36–37',
    pageBasis: 'breaks',
    columns: v.object({
      name: text,
      name_en: text,
      district,
      ...started,
      purpose: v.picklist(['storm', 'sanitary', 'both']),
      sanitary_m3_per_min: optionalNumber,
      storm_m3_per_min: optionalNumber,
      discharges_to: optionalText,
      ...tail,
    }),
  }),
  'pump-stations-planned-units': table('pump-stations-planned-units', {
    title: { ja: '表III-4 ポンプの内訳', en: 'Table III-4: the pumps of each station' },
    page: '36–37',
    pageBasis: 'breaks',
    columns: v.object({
      station: text,
      district,
      system: optionalText,
      pump: v.picklist(['storm', 'sanitary']),
      bore_mm: integer,
      unit_capacity_m3_per_min: number,
      count_now: optionalNumber,
      count_planned: optionalNumber,
      /**
       * printed: the text gives a count for this pump · once: it gives one count for several pumps and the
       * station's capacity confirms it · solved: the only whole number that gives the station's printed
       * capacity · unresolved: lost in the text, count null
       */
      count_basis: v.picklist(['printed', 'once', 'solved', 'unresolved']),
      ...tail,
    }),
  }),
  ponds: table('ponds', {
    title: { ja: '表III-5 雨水滞水池等', en: 'Table III-5: stormwater tanks and ponds' },
    page: '38',
    pageBasis: 'order',
    columns: v.object({
      name: text,
      name_en: text,
      district,
      ...started,
      purpose: text,
      detention_m3: optionalNumber,
      regulation_m3: optionalNumber,
      approximate: yesNo,
      pumps: optionalText,
      ...tail,
    }),
  }),
  'pump-stations-exempt': table('pump-stations-exempt', {
    title: {
      ja: '表III-6 事業計画が不要なポンプ場',
      en: 'Table III-6: pumping stations that need no project plan',
    },
    page: '38',
    pageBasis: 'order',
    columns: v.object({
      name: text,
      name_en: text,
      purpose: v.picklist(['storm', 'sanitary']),
      capacity_m3_per_min: number,
      discharges_to: optionalText,
      ...started,
      ...tail,
    }),
  }),
  'pump-stations-manhole': table('pump-stations-manhole', {
    title: { ja: '表III-7 マンホール形式ポンプ場', en: 'Table III-7: manhole pumps' },
    page: '38–39',
    pageBasis: 'breaks',
    columns: v.object({
      name: text,
      name_en: text,
      purpose: v.picklist(['sanitary']),
      capacity_m3_per_min: number,
      ...started,
      ...tail,
    }),
  }),
  'sewer-sludge-centre': table('sewer-sludge-centre', {
    title: { ja: '下水管渠汚泥処理場', en: 'Plant for sludge from sewers' },
    page: '39',
    pageBasis: 'contents',
    columns: v.object({
      name: text,
      name_en: text,
      purpose: text,
      capacity_m3_per_day: number,
      ...started,
      ...tail,
    }),
  }),
  'sewer-lengths': table('sewer-lengths', {
    title: { ja: '管渠の管理延長等', en: 'Sewers in the city’s care' },
    page: '54',
    pageBasis: 'contents',
    columns: v.object({
      item: text,
      item_en: text,
      part_of: optionalText,
      value: optionalNumber,
      unit: v.picklist(['km', 'pieces']),
      share_percent: optionalNumber,
      approximate: yesNo,
      ...tail,
    }),
  }),
  'river-basin-sewerage': table('river-basin-sewerage', {
    title: { ja: '御笠川那珂川流域下水道 流域各市の計画', en: 'Mikasa–Naka river-basin sewerage by city' },
    page: '104',
    pageBasis: 'contents',
    columns: v.object({
      city: text,
      city_en: text,
      planned_area_ha: number,
      planned_population: integer,
      planned_daily_maximum_m3: integer,
      share_percent: number,
      treated_area_ha: number,
      administrative_population_thousand: number,
      served_population_thousand: number,
      ...tail,
    }),
  }),
} as const;
