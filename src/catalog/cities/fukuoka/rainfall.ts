import { localized, provenanceFields, wardField } from '../../fields.js';
import type { LayerEntry } from '../../layer-entry.js';

export const rainbowPlan: LayerEntry = {
  id: 'rainbow-plan',
  group: 'rainfall',
  geometry: 'polygon',
  role: 'rainfallPlan',
  title: localized(
    '雨水整備レインボープラン',
    '雨の 計画（けいかく）「レインボープラン」',
    'Rainbow Plan (stormwater)',
    '雨水整治“彩虹计划”',
    '우수정비 레인보우 플랜',
  ),
  description: localized(
    '天神と博多で、目標の整備水準を79.5mm/時間へ引き上げる計画の区域。まず59.1mm/時間に対応します。',
    '天神（てんじん）と 博多（はかた）で、もっと 強い 雨に そなえる 計画の はんいです。',
    'Where the target is raised to 79.5 mm/h (Tenjin, Hakata). Works build to 59.1 mm/h first.',
    '天神、博多地区将目标标准提高到79.5毫米/小时的区域，先建设到59.1毫米/小时。',
    '덴진·하카타에서 목표 수준을 79.5mm/h로 높이는 구역. 우선 59.1mm/h에 대응합니다.',
  ),
  symbol: {
    kind: 'fill',
    by: 'part',
    categories: [
      {
        value: 'whole',
        label: localized('全体計画', '計画 ぜんぶ', 'Whole plan', '总体规划', '전체 계획'),
        colour: { light: '#7a4bc2', dark: '#b79af0' },
      },
      {
        value: 'phase1',
        label: localized(
          '第1期（天神・完了）',
          '1回目（おわった）',
          'Phase 1 (Tenjin, done)',
          '第一期（天神，已完成）',
          '1기(덴진, 완료)',
        ),
        colour: { light: '#5b2ea6', dark: '#cbb6f7' },
        pattern: 'dots',
      },
      {
        value: 'phase2',
        label: localized(
          '第2期（天神・R1–R10）',
          '2回目（R1–R10）',
          'Phase 2 (Tenjin, FY2019–2028)',
          '第二期（天神，2019–2028年度）',
          '2기(덴진, 2019–2028)',
        ),
        colour: { light: '#8f63d8', dark: '#a583ea' },
        pattern: 'diagonal',
      },
    ],
    fillOpacity: 0.22,
    outlineWidth: 2,
    dashed: true,
  },
  visible: true,
  opacity: 1,
  fields: [
    {
      property: 'targetMmPerHour',
      label: localized(
        '計画（目標）の整備水準',
        '目標（もくひょう）の 雨',
        'Target design level',
        '规划目标标准',
        '목표 정비 수준',
      ),
      unit: 'mm/h',
    },
    {
      property: 'stageMmPerHour',
      label: localized(
        '現段階の整備水準',
        '今の 段階（だんかい）の 雨',
        'Design level of the present stage',
        '现阶段标准',
        '현 단계 정비 수준',
      ),
      unit: 'mm/h',
    },
    { property: 'period', label: localized('期間', 'きかん', 'Period', '期间', '기간') },
    {
      property: 'statedAreaHectares',
      label: localized('資料の面積', '資料（しりょう）の 広さ', 'Area stated', '资料面积', '자료상 면적'),
      unit: 'ha',
    },
    {
      property: 'drawnAreaHectares',
      label: localized('この図の面積', 'この図の 広さ', 'Area drawn here', '本图面积', '이 지도의 면적'),
      unit: 'ha',
    },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 13, size: 12 },
  clickable: true,
};

export const priorityDistricts: LayerEntry = {
  id: 'priority-districts',
  group: 'rainfall',
  geometry: 'polygon',
  role: 'priorityDistrict',
  title: localized(
    '雨水整備Doプラン2026 重点33地区',
    '雨の 工事を いそぐ 33の ところ',
    '33 priority districts (Do Plan 2026)',
    '雨水整治Do计划2026 重点33地区',
    '우수정비 Do 플랜 2026 중점 33지구',
  ),
  description: localized(
    '過去に浸水被害があり、59.1mm/時間へ優先して整備する地区。同じ名の町全体を示し、工事の範囲はその一部です。',
    '前に 水が 入った ところで、早く 工事を します。町ぜんぶを ぬっていますが、工事は 一部（いちぶ）です。',
    'Flooded in the past and built to 59.1 mm/h first. The whole town of that name is drawn; works cover a part of it.',
    '过去曾受淹、优先按59.1毫米/小时整治的地区。图示为同名町全域，工程仅为其中一部分。',
    '과거 침수 피해로 59.1mm/h까지 우선 정비하는 지구. 같은 이름의 동네 전체를 표시하며 공사 범위는 그 일부입니다.',
  ),
  symbol: {
    kind: 'fill',
    categories: [
      {
        value: null,
        label: localized(
          '重点地区（町の範囲）',
          '工事を いそぐ 町',
          'Priority district (town outline)',
          '重点地区（町范围）',
          '중점 지구(동네 범위)',
        ),
        colour: { light: '#b8451f', dark: '#ff9a73' },
        pattern: 'diagonal',
      },
    ],
    fillOpacity: 0.3,
    outlineWidth: 1.6,
  },
  visible: false,
  opacity: 1,
  fields: [
    wardField,
    {
      property: 'designMmPerHour',
      label: localized('整備水準', '雨の 強さの めやす', 'Design level', '整治标准', '정비 수준'),
      unit: 'mm/h',
    },
    { property: 'period', label: localized('期間', 'きかん', 'Period', '期间', '기간') },
    { property: 'towns', label: localized('該当する町', '町の 名前', 'Towns', '相关町', '해당 동네') },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 11.5, size: 12 },
  clickable: true,
};
