import { localized, provenanceFields, wardField } from '../fields.js';
import type { LocalizedText } from '../../i18n/locale.js';
import type { LayerEntry } from '../layer-entry.js';

const grey = { light: '#8a8f98', dark: '#9aa3b2' };
const one = (label: ReturnType<typeof localized>, colour = grey) => [{ value: null, label, colour }];

/** @param description that the city's map ends here, with the city's name */
export const neighboursOf = (description: LocalizedText): LayerEntry => ({
  id: 'neighbours',
  group: 'base',
  geometry: 'polygon',
  role: 'context',
  title: localized('周辺の市町村', 'となりの 町', 'Neighbouring municipalities', '周边市町村', '주변 시정촌'),
  description,
  symbol: {
    kind: 'fill',
    categories: one(localized('市外', '市の 外', 'Outside the city', '市外', '시외'), {
      light: '#e4e2dd',
      dark: '#23272e',
    }),
    fillOpacity: 1,
    outlineWidth: 0.6,
  },
  visible: true,
  opacity: 1,
  fields: provenanceFields,
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 10.5, size: 11 },
  clickable: false,
  base: true,
});

export const wards: LayerEntry = {
  id: 'wards',
  group: 'base',
  geometry: 'polygon',
  role: 'ward',
  title: localized('行政区（7区）', '区（く）', '7 wards', '7个区', '7개 구'),
  description: localized(
    '区の境。河口は陸として閉じています。',
    '区の さかいめです。',
    'Ward borders; river mouths are closed as land.',
    '区界；河口按陆地闭合。',
    '구 경계. 하구는 육지로 닫혀 있습니다.',
  ),
  symbol: {
    kind: 'fill',
    categories: one(localized('区境', '区の さかい', 'Ward border', '区界', '구 경계'), {
      light: '#f6f4ef',
      dark: '#2b3038',
    }),
    fillOpacity: 1,
    outlineWidth: 1,
  },
  visible: true,
  opacity: 1,
  fields: provenanceFields,
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 9, size: 13 },
  clickable: false,
  base: true,
};

export const towns: LayerEntry = {
  id: 'towns',
  group: 'base',
  geometry: 'polygon',
  role: 'town',
  title: localized(
    '町の範囲（推定）',
    '町の はんい（推定）',
    'Town cells (estimated)',
    '町的范围（推定）',
    '동네 범위(추정)',
  ),
  description: localized(
    '町の代表点どうしの中間で区切った範囲。実際の町界とは異なります。',
    '町の まん中から 作った はんいです。本当の さかいめと ちがいます。',
    'Cells halfway between town points; not the true town boundaries.',
    '以町代表点之间的中线划分，与实际町界不同。',
    '동네 대표점 사이의 중간에서 나눈 범위로 실제 경계와 다릅니다.',
  ),
  symbol: {
    kind: 'fill',
    categories: one(localized('町（推定）', '町（推定）', 'Town (estimated)', '町（推定）', '동네(추정)')),
    fillOpacity: 0.02,
    outlineWidth: 0.6,
    dashed: true,
  },
  visible: false,
  opacity: 1,
  fields: [
    wardField,
    { property: 'kana', label: localized('よみ', 'よみかた', 'Reading', '读音', '읽기') },
    {
      property: 'district',
      label: localized('処理区', '処理区（しょりく）', 'Treatment district', '处理区', '처리구'),
    },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 13.5, size: 11 },
  clickable: false,
};

export const rivers: LayerEntry = {
  id: 'rivers',
  group: 'base',
  geometry: 'line',
  role: 'context',
  title: localized('主な川', '川', 'Main rivers', '主要河流', '주요 하천'),
  description: localized(
    '区境に沿う川は区境から、そのほかは模式的に描いた線。',
    '川の だいたいの 線です。',
    'From ward borders where a river follows one, otherwise schematic.',
    '沿区界者取自区界，其余为示意线。',
    '구 경계를 따르는 강은 경계에서, 나머지는 모식선.',
  ),
  symbol: {
    kind: 'line',
    by: 'method',
    width: 2,
    categories: [
      {
        value: 'constructed',
        label: localized(
          '川（区境から）',
          '川',
          'River (from ward border)',
          '河流（据区界）',
          '하천(구 경계)',
        ),
        colour: { light: '#7fb2dc', dark: '#4b7aa3' },
      },
      {
        value: 'schematic',
        label: localized('川（模式）', '川（だいたい）', 'River (schematic)', '河流（示意）', '하천(모식)'),
        colour: { light: '#a5cbe8', dark: '#3f6688' },
      },
    ],
  },
  visible: true,
  opacity: 1,
  fields: provenanceFields,
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 11, size: 11 },
  clickable: false,
  base: true,
};

export const railways: LayerEntry = {
  id: 'railways',
  group: 'base',
  geometry: 'line',
  role: 'context',
  title: localized('鉄道', '電車（でんしゃ）', 'Railways', '铁路', '철도'),
  description: localized(
    '鉄道路線（2019–2022年）。七隈線の延伸区間は含みません。',
    '電車の 線です。',
    'Railway lines (2019–2022), without the Nanakuma extension of 2023.',
    '铁路线（2019–2022年），不含七隈线延伸段。',
    '철도 노선(2019–2022년). 나나쿠마선 연장 구간은 제외.',
  ),
  symbol: {
    kind: 'line',
    width: 1.2,
    categories: one(localized('鉄道', '電車', 'Railway', '铁路', '철도'), {
      light: '#9c9690',
      dark: '#6b7280',
    }),
  },
  visible: true,
  opacity: 1,
  fields: provenanceFields,
  clickable: false,
  base: true,
};

export const stations: LayerEntry = {
  id: 'stations',
  group: 'base',
  geometry: 'point',
  role: 'context',
  title: localized('駅', '駅（えき）', 'Stations', '车站', '역'),
  description: localized('鉄道駅。', '電車の 駅です。', 'Railway stations.', '铁路车站。', '철도역.'),
  symbol: {
    kind: 'point',
    shape: 'circle',
    radius: 2.6,
    minZoom: 11,
    categories: one(localized('駅', '駅', 'Station', '车站', '역'), { light: '#5f5a54', dark: '#aab2bf' }),
  },
  visible: true,
  opacity: 1,
  fields: provenanceFields,
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 11.8, size: 10.5 },
  clickable: false,
  base: true,
};
