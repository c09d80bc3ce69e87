import { localized, provenanceFields } from '../../fields.js';
import type { LayerEntry } from '../../layer-entry.js';

const kinds = {
  renewal: localized('改築更新', '新しく する', 'renewal', '改建更新', '개축·갱신'),
  flood: localized('浸水対策', '水が 入らない ように する', 'flood control', '内涝对策', '침수 대책'),
  earthquake: localized(
    '地震対策',
    '地震（じしん）に 強く する',
    'earthquake resistance',
    '抗震对策',
    '지진 대책',
  ),
  'reclaimed-water': localized('再生水', 'もう一度 使う 水', 'reclaimed water', '再生水', '재생수'),
};

export const works2028: LayerEntry = {
  id: 'works-2028',
  group: 'facility',
  geometry: 'point',
  role: 'work',
  title: localized(
    '経営計画2028の主な整備箇所',
    '4年間の 工事（R7–R10）',
    'Main works FY2025–2028',
    '2028经营计划主要工程',
    '경영계획 2028 주요 정비',
  ),
  description: localized(
    '令和7〜10年度の主な整備箇所。地区名の町または施設の位置に置いた目印で、工事区域ではありません。',
    '2025年から 2028年までの 工事です。しるしは だいたいの 場所です。',
    'Main works of FY2025–2028, marked at the town or facility named; not the works area.',
    '2025–2028年度主要工程，标于所指町或设施处，并非施工范围。',
    '2025–2028년도 주요 정비. 이름의 동네나 시설에 표시하며 공사 구역이 아닙니다.',
  ),
  symbol: {
    kind: 'point',
    by: 'kind',
    shape: 'diamond',
    radius: 6,
    minZoom: 10,
    categories: [
      { value: 'renewal', label: kinds.renewal, colour: { light: '#6b5b2f', dark: '#d8c58a' } },
      { value: 'flood', label: kinds.flood, colour: { light: '#1769aa', dark: '#7fc0f5' } },
      { value: 'earthquake', label: kinds.earthquake, colour: { light: '#b8451f', dark: '#ff9a73' } },
      {
        value: 'reclaimed-water',
        label: kinds['reclaimed-water'],
        colour: { light: '#197a4b', dark: '#71c598' },
      },
    ],
  },
  visible: false,
  opacity: 1,
  fields: [
    { property: 'kind', label: localized('種別', 'しゅるい', 'Kind', '类别', '종류'), values: kinds },
    {
      property: 'facility',
      label: localized('施設', 'しせつ', 'Facility', '设施', '시설'),
      values: {
        sewer: localized('管渠', '管（かん）', 'sewers', '管渠', '관거'),
        'pump-station': localized('ポンプ場', 'ポンプ場', 'pump station', '泵站', '펌프장'),
        'treatment-centre': localized(
          '水処理センター',
          '水を きれいに する ところ',
          'treatment centre',
          '水处理中心',
          '물처리센터',
        ),
        'reclaimed-water': localized('再生水', 'もう一度 使う 水', 'reclaimed water', '再生水', '재생수'),
      },
    },
    { property: 'programme', label: localized('計画', '計画（けいかく）', 'Programme', '计划', '계획') },
    { property: 'period', label: localized('期間', 'きかん', 'Period', '期间', '기간') },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 12.5, size: 11 },
  clickable: true,
};

export const combinedSewers: LayerEntry = {
  id: 'combined-sewers',
  group: 'treatment',
  geometry: 'polygon',
  role: 'combinedSewer',
  title: localized(
    '合流式下水道と分流化',
    '雨と 使った水が 同じ 管の ところ',
    'Combined sewers and their separation',
    '合流制下水道与分流化',
    '합류식 하수도와 분류화',
  ),
  description: localized(
    '合流式2,494haの輪郭は公表資料にありません（表のみ）。分流化を進める博多・天神は浸水対策の区域から推定しました。',
    '雨と 使った水を 分ける 工事の ところです。はんいは 推定（すいてい）です。',
    'The outline of the 2,494 ha of combined sewers is not in the yearbook (table only). Areas being separated in Hakata and Tenjin are estimated from the flood works.',
    '2,494公顷合流制区域的边界年鉴未载（仅列表）。博多、天神分流化区域由内涝工程区域推定。',
    '합류식 2,494ha의 경계는 자료에 없습니다(표만). 하카타·덴진의 분류화 구역은 침수 대책 구역에서 추정했습니다.',
  ),
  symbol: {
    kind: 'fill',
    categories: [
      {
        value: null,
        label: localized(
          '分流化を進める区域（推定）',
          '分ける 工事の ところ',
          'Being separated (estimate)',
          '分流化区域（推定）',
          '분류화 구역(추정)',
        ),
        colour: { light: '#00707a', dark: '#70d6de' },
        pattern: 'dots',
      },
    ],
    fillOpacity: 0.24,
    outlineWidth: 1.6,
    dashed: true,
  },
  visible: false,
  opacity: 1,
  fields: [
    {
      property: 'kind',
      label: localized('区分', 'しゅるい', 'Kind', '类别', '구분'),
      values: {
        whole: localized('合流式の区域', '同じ 管の ところ', 'combined area', '合流区域', '합류식 구역'),
        separation: localized(
          '分流化を進める区域',
          '分ける 工事の ところ',
          'being separated',
          '分流化区域',
          '분류화 구역',
        ),
      },
    },
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
