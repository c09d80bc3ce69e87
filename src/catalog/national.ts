/**
 * Raster layers that a national service draws. Used live when the person switches them on, never stored,
 * never required. Addresses and palettes: ハザードマップポータルサイト (オープンデータ) and 地理院タイル.
 */
import type { LocalizedText } from '../i18n/locale.js';
import { localized } from './fields.js';

export type Hazard = 'inland' | 'river' | 'surge' | 'tsunami';

export interface NationalRaster {
  id: string;
  hazard: Hazard;
  title: LocalizedText;
  /** What was simulated; another hazard is another kind of number. */
  scenario: LocalizedText;
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
    title: localized(
      '内水（雨水出水）浸水想定',
      '雨の 水が あふれる 予想（よそう）',
      'Inland flood (national)',
      '内涝浸水设想（国）',
      '내수 침수 상정(국가)',
    ),
    scenario: localized(
      '想定最大規模の降雨',
      'とても 強い 雨',
      'assumed-maximum rain',
      '设想最大规模降雨',
      '상정 최대 규모 강우',
    ),
    url: `${portal}/02_naisui_data/{z}/{x}/{y}.png`,
    ...range,
  },
  {
    id: 'national-river',
    hazard: 'river',
    title: localized(
      '洪水浸水想定（想定最大規模）',
      '川の 水が あふれる 予想',
      'River flood, assumed maximum',
      '洪水浸水设想（最大规模）',
      '홍수 침수 상정(최대 규모)',
    ),
    scenario: localized(
      '河川の氾濫・想定最大規模',
      '川が あふれた とき',
      'river overflow, assumed maximum',
      '河流泛滥·设想最大规模',
      '하천 범람·상정 최대 규모',
    ),
    url: `${portal}/01_flood_l2_shinsuishin_data/{z}/{x}/{y}.png`,
    ...range,
  },
  {
    id: 'national-surge',
    hazard: 'surge',
    title: localized(
      '高潮浸水想定',
      '海の 水が 高く なる 予想',
      'Storm surge',
      '风暴潮浸水设想',
      '폭풍해일 침수 상정',
    ),
    scenario: localized(
      '想定最大規模の高潮',
      'とても 大きい 台風（たいふう）',
      'assumed-maximum storm surge',
      '设想最大规模风暴潮',
      '상정 최대 규모 해일',
    ),
    url: `${portal}/03_hightide_l2_shinsuishin_data/{z}/{x}/{y}.png`,
    ...range,
  },
  {
    id: 'national-tsunami',
    hazard: 'tsunami',
    title: localized('津波浸水想定', 'つなみの 予想', 'Tsunami', '海啸浸水设想', '쓰나미 침수 상정'),
    scenario: localized(
      '最大クラスの津波',
      'とても 大きい つなみ',
      'largest-class tsunami',
      '最大级海啸',
      '최대급 쓰나미',
    ),
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
