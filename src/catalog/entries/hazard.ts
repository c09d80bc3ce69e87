import { depthCategories, depthFields, depthRange } from '../depth-categories.js';
import { localized, provenanceFields } from '../fields.js';
import type { LayerEntry } from '../layer-entry.js';

export const inundationZones: LayerEntry = {
  id: 'inundation-zones',
  group: 'hazard',
  geometry: 'polygon',
  role: 'inundationZone',
  title: localized(
    '内水浸水想定区域（対象地区）',
    '大雨で 水が たまるかもしれない ところ',
    'Inland-flood assumption zones',
    '内涝浸水设想区域',
    '내수침수 상정구역',
  ),
  description: localized(
    '想定最大規模降雨（153mm/時間）で浸水を計算した地区。深さは公式データを取り込むまで不明です。',
    'とても 強い 雨（1時間に 153mm）で 水が どうなるかを 計算した ところです。水の 深さは まだ わかりません。',
    'Areas simulated for the assumed-maximum rain of 153 mm/h. Depth stays unknown until official data is imported.',
    '按设想最大降雨（153毫米/小时）模拟的地区。导入官方数据前深度未知。',
    '상정 최대 강우(153mm/h)로 계산한 지구. 공식 데이터를 가져오기 전까지 깊이는 알 수 없습니다.',
  ),
  symbol: {
    kind: 'fill',
    byRange: depthRange,
    categories: [
      ...depthCategories,
      {
        value: null,
        label: localized(
          '想定を計算した地区（深さ不明）',
          '計算した ところ（深さは 不明）',
          'Simulated area (depth unknown)',
          '模拟地区（深度未知）',
          '계산한 지구(깊이 미상)',
        ),
        colour: { light: '#9c6b1e', dark: '#e6bb6c' },
        pattern: 'cross',
      },
    ],
    fillOpacity: 0.28,
    outlineWidth: 1.6,
    dashed: true,
  },
  visible: false,
  opacity: 1,
  fields: [
    {
      property: 'scenarioMmPerHour',
      label: localized(
        '想定した雨（想定最大規模）',
        '計算に 使った 雨',
        'Scenario rain',
        '设想降雨',
        '상정 강우',
      ),
      unit: 'mm/h',
    },
    ...depthFields,
    {
      property: 'sewer',
      label: localized(
        '水位周知下水道',
        '水位を 知らせる 管（かん）',
        'Water-level sewer',
        '水位通报下水道',
        '수위주지 하수도',
      ),
    },
    {
      property: 'dangerLevelMeters',
      label: localized(
        '内水氾濫危険水位',
        '危険（きけん）な 水位',
        'Danger level',
        '内涝危险水位',
        '내수범람 위험수위',
      ),
      unit: 'm',
    },
    {
      property: 'gaugePlace',
      label: localized('水位観測所', '水位を はかる ところ', 'Gauge', '水位站', '수위 관측소'),
    },
    {
      property: 'firstPublished',
      label: localized('公表日', '発表（はっぴょう）した 日', 'Published', '公布日', '공표일'),
    },
    { property: 'revised', label: localized('変更日', '直した 日', 'Revised', '修订日', '변경일') },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 13, size: 12 },
  clickable: true,
};

export const riverFlood: LayerEntry = {
  id: 'river-flood',
  group: 'hazard',
  geometry: 'polygon',
  role: 'riverFlood',
  optional: true,
  title: localized(
    '洪水浸水想定区域（取り込んだデータ）',
    '川の 水で つかるかもしれない ところ',
    'River-flood assumption areas (brought in)',
    '洪水浸水设想区域（导入数据）',
    '홍수침수 상정구역(가져온 데이터)',
  ),
  description: localized(
    '川があふれたときの浸水想定（国土数値情報A31）。下水道があふれる内水とは別の想定です。区域の外でも浸水することがあります。',
    '川の 水が あふれた ときの 予想（よそう）です。雨の 水が たまる 予想とは ちがいます。色の ない ところも 水に つかる ことが あります。',
    'What a river overflowing would flood (A31). Another scenario than inland flooding from sewers. Places outside may flood too.',
    '河流泛滥时的浸水设想（A31），与下水道内涝不同。区域外也可能浸水。',
    '하천이 범람할 때의 침수 상정(A31). 하수도 내수와는 다른 상정입니다. 구역 밖도 침수될 수 있습니다.',
  ),
  symbol: {
    kind: 'fill',
    byRange: depthRange,
    categories: [
      ...depthCategories,
      {
        value: null,
        label: localized(
          '深さの区分が不明',
          '深さは 不明（ふめい）',
          'Depth class unknown',
          '水深等级不明',
          '깊이 구분 미상',
        ),
        colour: { light: '#3f6ea8', dark: '#8fb8ea' },
        pattern: 'cross',
      },
    ],
    fillOpacity: 0.28,
    outlineWidth: 0.8,
  },
  visible: false,
  opacity: 1,
  fields: [
    { property: 'river', label: localized('河川', '川（かわ）', 'River', '河流', '하천') },
    {
      property: 'scenario',
      label: localized('想定', '予想（よそう）の しゅるい', 'Scenario', '设想', '상정'),
      values: {
        'assumed-maximum': localized(
          '想定最大規模',
          'いちばん 強い 雨',
          'assumed maximum',
          '设想最大规模',
          '상정 최대 규모',
        ),
        planned: localized('計画規模', '計画（けいかく）の 雨', 'planned scale', '计划规模', '계획 규모'),
      },
    },
    ...depthFields,
    ...provenanceFields,
  ],
  clickable: true,
};
