import type { CheckLine } from '../tables/sum-check.js';
import type { Position } from '../mesh/grid.js';
import { featuresOf, holds } from './areas.js';
import type { BuiltLayers } from './built-layers.js';

interface Site {
  name: string;
  position: Position;
  ward: string | null;
  district: string | null;
  plan?: string;
  zone?: string;
}
/** Places everybody knows, good to about 200 m, and what must come out there. */
export const knownSites: readonly Site[] = [
  {
    name: '博多駅',
    position: [130.4207, 33.5898],
    ward: '博多区',
    district: '中部',
    plan: 'rainbow-hakata-whole',
    zone: '博多駅周辺地区',
  },
  {
    name: '福岡市役所',
    position: [130.4017, 33.5902],
    ward: '中央区',
    district: '中部',
    plan: 'rainbow-tenjin-phase2',
    zone: '天神周辺地区',
  },
  { name: '姪浜駅', position: [130.325, 33.5838], ward: '西区', district: '西部' },
  { name: '大橋駅', position: [130.4257, 33.5597], ward: '南区', district: '南部' },
  { name: '西戸崎駅', position: [130.3579, 33.6501], ward: '東区', district: '西戸崎' },
  { name: '和白駅', position: [130.4301, 33.6885], ward: '東区', district: '和白' },
  { name: '香椎駅', position: [130.4442, 33.6589], ward: '東区', district: '東部' },
  { name: '九大学研都市駅', position: [130.2591, 33.5781], ward: '西区', district: '新西部' },
  { name: '背振の山（早良区）', position: [130.35, 33.46], ward: '早良区', district: null },
  { name: '玄界灘', position: [130.3, 33.75], ward: null, district: null },
];

/** Well-known places against what must be said of them. */
export function siteLines(built: BuiltLayers): CheckLine[] {
  const at = (id: string, position: Position) =>
    featuresOf(built, id, 'context').filter((each) => holds(each, position));
  return knownSites.map(({ name, position, ward, district, plan, zone }) => {
    const found = [
      at('wards', position)[0]?.properties.name ?? null,
      at('treatment-districts', position)[0]?.properties.name ?? null,
      ...(plan === undefined
        ? []
        : [at('rainbow-plan', position).find((each) => each.properties.id === plan)?.properties.id ?? null]),
      ...(zone === undefined ? [] : [at('inundation-zones', position)[0]?.properties.name ?? null]),
    ];
    const due = [
      ward,
      district,
      ...(plan === undefined ? [] : [plan]),
      ...(zone === undefined ? [] : [zone]),
    ];
    const words = found.map((each) => each ?? 'none').join(', ');
    return {
      ok: found.join() === due.join(),
      text:
        found.join() === due.join()
          ? `${name}: ${words}`
          : `${name}: ${words}; due ${due.map((each) => each ?? 'none').join(', ')}`,
    };
  });
}
