/**
 * Raster layers that a national service draws. Used live when the person switches them on, never stored,
 * never required. Addresses and palettes: ハザードマップポータルサイト (オープンデータ) and 地理院タイル.
 */
import type { CatalogText } from '../i18n/catalog-text.js';

export type Hazard = 'inland' | 'river' | 'surge' | 'tsunami';

export interface NationalRaster {
  id: string;
  hazard: Hazard;
  title: CatalogText;
  /** What was simulated; another hazard is another kind of number. */
  scenario: CatalogText;
  /** `{z}/{x}/{y}` template, 256 px tiles */
  url: string;
  minZoom: number;
  /** Beyond it the last tile is enlarged, never dropped. */
  maxZoom: number;
  credit: string;
  creditUrl: string;
}

const portal = 'https://disaportaldata.gsi.go.jp/raster';
const credit = '出典：ハザードマップポータルサイト';
const creditUrl = 'https://disaportal.gsi.go.jp/';
const range = { minZoom: 2, maxZoom: 17, credit, creditUrl };

export const nationalRasters: readonly NationalRaster[] = [
  {
    id: 'national-inland',
    hazard: 'inland',
    title: 'national.national-inland.title',
    scenario: 'national.national-inland.scenario',
    url: `${portal}/02_naisui_data/{z}/{x}/{y}.png`,
    ...range,
  },
  {
    id: 'national-river',
    hazard: 'river',
    title: 'national.national-river.title',
    scenario: 'national.national-river.scenario',
    url: `${portal}/01_flood_l2_shinsuishin_data/{z}/{x}/{y}.png`,
    ...range,
  },
  {
    id: 'national-surge',
    hazard: 'surge',
    title: 'national.national-surge.title',
    scenario: 'national.national-surge.scenario',
    url: `${portal}/03_hightide_l2_shinsuishin_data/{z}/{x}/{y}.png`,
    ...range,
  },
  {
    id: 'national-tsunami',
    hazard: 'tsunami',
    title: 'national.national-tsunami.title',
    scenario: 'national.national-tsunami.scenario',
    url: `${portal}/04_tsunami_newlegend_data/{z}/{x}/{y}.png`,
    ...range,
  },
];

/** One class of the published depth palette; `maxMeters` null = no upper limit. */
export interface DepthClass {
  minMeters: number;
  maxMeters: number | null;
  colour: string;
}

/** 水害ハザードマップ作成の手引き, eight-class form. Colours are official and stay untouched. */
export const depthClasses: readonly DepthClass[] = [
  { minMeters: 0, maxMeters: 0.3, colour: '#ffffb3' },
  { minMeters: 0.3, maxMeters: 0.5, colour: '#f7f5a9' },
  { minMeters: 0.5, maxMeters: 1, colour: '#f8e1a6' },
  { minMeters: 1, maxMeters: 3, colour: '#ffd8c0' },
  { minMeters: 3, maxMeters: 5, colour: '#ffb7b7' },
  { minMeters: 5, maxMeters: 10, colour: '#ff9191' },
  { minMeters: 10, maxMeters: 20, colour: '#f285c9' },
  { minMeters: 20, maxMeters: null, colour: '#dc7adc' },
];

/** The six-class form gives two of those colours a wider meaning. */
export const sixClassMeaning: readonly DepthClass[] = [
  { minMeters: 0, maxMeters: 0.5, colour: '#f7f5a9' },
  { minMeters: 0.5, maxMeters: 3, colour: '#ffd8c0' },
];

/** Ground height, metres; tried in this order. Tile values: 標高タイル (PNG) specification. */
export const elevationTiles = [
  { url: 'https://cyberjapandata.gsi.go.jp/xyz/dem5a_png/{z}/{x}/{y}.png', zoom: 15, gridMeters: 5 },
  { url: 'https://cyberjapandata.gsi.go.jp/xyz/dem_png/{z}/{x}/{y}.png', zoom: 14, gridMeters: 10 },
] as const;
