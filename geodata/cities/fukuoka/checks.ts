import type { CityChecks } from '../city-checks.js';

const knownSites: CityChecks['knownSites'] = [
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

export const checks: CityChecks = {
  wideLayers: ['neighbours', 'railways', 'stations'],
  knownSites,
  counts: [
    { what: 'treatment centres (表III-3)', role: 'treatmentCentre', due: 7 },
    { what: 'pump stations of 表III-4', role: 'pumpStation', where: ['table', 'planned'], due: 57 },
    { what: 'pump stations of 表III-6', role: 'pumpStation', where: ['table', 'exempt'], due: 12 },
    { what: 'manhole pumps of 表III-7', role: 'pumpStation', where: ['table', 'manhole'], due: 61 },
    { what: 'ponds (表III-5)', role: 'pond', due: 5 },
    { what: 'towns of the register', role: 'town', due: 1312 },
    { what: 'emergency shelters', role: 'shelter', due: 786 },
    {
      what: 'shelters designated for inland flood',
      role: 'shelter',
      where: ['inlandFlood', true],
      due: 0,
    },
  ],
  strayFacilities: {
    今宿ポンプ場: '表III-4 lists it under 西部, but 今宿 lies west of 長垂山, which 表II-2 gives to 新西部',
  },
  priorityCounts: {
    page: 21,
    byWard: { 東区: 5, 博多区: 12, 中央区: 1, 南区: 7, 城南区: 1, 早良区: 3, 西区: 4 },
  },
};
