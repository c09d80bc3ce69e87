import { localized, provenanceFields } from '../fields.js';
import type { Category, LayerEntry } from '../layer-entry.js';

/** 7 calm hues, apart in lightness too, so that neighbours differ for colour-blind readers. */
const districtColours: readonly (readonly [string, string, string, string, string, string])[] = [
  ['西戸崎', 'Saitozaki', '西户崎', '사이토자키', '#c98b6b', '#a86f52'],
  ['和白', 'Wajiro', '和白', '와지로', '#8fb996', '#6a9673'],
  ['東部', 'Tobu (east)', '东部', '동부', '#e3b95c', '#b98f3a'],
  ['中部', 'Chubu (centre)', '中部', '중부', '#5b8fc7', '#4a7bb0'],
  ['南部', 'Nambu (south)', '南部', '남부', '#b79ccb', '#8f74a6'],
  ['西部', 'Seibu (west)', '西部', '서부', '#6fb7b7', '#4f9797'],
  ['新西部', 'Shin-Seibu (new west)', '新西部', '신서부', '#d98fa3', '#b06a7e'],
];

const categories: readonly Category[] = districtColours.map(([ja, en, zh, ko, light, dark]) => ({
  value: ja,
  label: localized(ja, ja, en, zh, ko),
  colour: { light, dark },
}));

export const treatmentDistricts: LayerEntry = {
  id: 'treatment-districts',
  group: 'treatment',
  geometry: 'polygon',
  role: 'treatmentDistrict',
  title: localized(
    '処理区（7区）',
    '下水（げすい）の 区（く）わけ',
    '7 treatment districts',
    '7个污水处理区',
    '7개 처리구',
  ),
  description: localized(
    '汚水をどの処理場へ送るかの区分。町の位置から推定した輪郭で、市の図面ではありません。',
    '使った水が どの 処理場（しょりじょう）へ 行くかの 区わけです。線は 推定（すいてい）です。',
    'Which plant the wastewater goes to. Outlines are reasoned from town positions; they are not the city’s drawing.',
    '表示污水送往哪个处理厂。边界由町的位置推定，并非市政府图纸。',
    '하수가 어느 처리장으로 가는지 나타냅니다. 경계는 마을 위치로 추정한 것으로 시의 도면이 아닙니다.',
  ),
  symbol: { kind: 'fill', by: 'name', categories, fillOpacity: 0.42, outlineWidth: 1.6 },
  visible: true,
  opacity: 1,
  fields: [
    {
      property: 'centre',
      label: localized('処理場', '処理場（しょりじょう）', 'Treatment centre', '处理厂', '처리장'),
    },
    {
      property: 'sewerSystem',
      label: localized('排除方式', '流しかた', 'Sewer system', '排水方式', '배제 방식'),
    },
    {
      property: 'plannedAreaHectares',
      label: localized('計画処理面積', '計画（けいかく）の 広さ', 'Planned area', '规划面积', '계획 면적'),
      unit: 'ha',
    },
    {
      property: 'drawnAreaHectares',
      label: localized('この図の面積', 'この図の 広さ', 'Area drawn here', '本图面积', '이 지도의 면적'),
      unit: 'ha',
    },
    { property: 'extent', label: localized('区域', 'はんい', 'Extent (as printed)', '范围', '구역') },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 9.5, size: 15 },
  clickable: true,
};

export const treatmentCentres: LayerEntry = {
  id: 'treatment-centres',
  group: 'treatment',
  geometry: 'point',
  role: 'treatmentCentre',
  title: localized(
    '水処理センター',
    '水を きれいに する ところ',
    'Treatment centres',
    '水处理中心',
    '물처리센터',
  ),
  description: localized(
    '7つの処理場。所在地の町の位置に置いており、建物の位置ではありません。',
    '水を きれいに する 7つの 場所です。位置は だいたいです。',
    'The seven plants, placed at the town of their address, not at the building.',
    '7座处理厂。按地址所在町定位，并非建筑物位置。',
    '7개 처리장. 주소의 동네 위치에 두었으며 건물 위치가 아닙니다.',
  ),
  symbol: {
    kind: 'point',
    shape: 'square',
    radius: 8,
    categories: [
      {
        value: null,
        label: localized(
          '水処理センター',
          '処理場（しょりじょう）',
          'Treatment centre',
          '水处理中心',
          '물처리센터',
        ),
        colour: { light: '#0b4f8a', dark: '#8ec5ff' },
      },
    ],
  },
  visible: true,
  opacity: 1,
  fields: [
    {
      property: 'district',
      label: localized('処理区', '処理区（しょりく）', 'District', '处理区', '처리구'),
    },
    { property: 'address', label: localized('所在地', '住所（じゅうしょ）', 'Address', '地址', '소재지') },
    {
      property: 'process',
      label: localized('処理方式', 'きれいに する 方法', 'Process', '处理工艺', '처리 방식'),
    },
    {
      property: 'capacityCubicMetersPerDay',
      label: localized('現有処理能力', '1日に きれいに できる 水', 'Capacity', '处理能力', '처리 능력'),
      unit: 'm3/day',
    },
    {
      property: 'dischargesTo',
      label: localized('放流先', '水を 流す ところ', 'Discharges to', '排放水域', '방류처'),
    },
    {
      property: 'effluentStandard',
      label: localized(
        '放流先の環境基準',
        '水の きまり',
        'Standard of the receiving water',
        '水质标准',
        '방류처 기준',
      ),
    },
    { property: 'started', label: localized('処理開始', 'はじまった 日', 'Since', '启用', '처리 개시') },
    {
      property: 'population',
      label: localized('処理人口', '使っている 人', 'Population served', '服务人口', '처리 인구'),
      unit: 'people',
    },
    {
      property: 'treatedWaterThousandCubicMeters',
      label: localized(
        '処理水量（千m³、令和6年度、年報55ページ）',
        '1年に きれいに した 水（千m³、令和6年度、年報55ページ）',
        'Treated in fiscal 2024, thousand m³ (yearbook p. 55)',
        '2024年度处理量（千m³，年报第55页）',
        '2024년도 처리 수량(천m³, 연보 55쪽)',
      ),
    },
    {
      property: 'effluentQuality',
      label: localized(
        '放流水質の平均（mg/L、令和6年度、年報56ページ）',
        '流した 水の きれいさ（mg/L、令和6年度、年報56ページ）',
        'Effluent, mean of fiscal 2024, mg/L (yearbook p. 56)',
        '2024年度排放水质平均（mg/L，年报第56页）',
        '2024년도 방류 수질 평균(mg/L, 연보 56쪽)',
      ),
    },
    { property: 'operator', label: localized('管理者', '動かす ところ', 'Operator', '运营方', '관리자') },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 10.5, size: 12 },
  clickable: true,
};

export const certaintyBand: LayerEntry = {
  id: 'certainty',
  group: 'treatment',
  geometry: 'polygon',
  role: 'context',
  title: localized(
    '答えの確かさ（判定できない帯）',
    'はっきり わからない ところ',
    'How sure the answer is',
    '答案的确定程度',
    '답의 확실성',
  ),
  description: localized(
    '処理区どうしの境から±150m、計画区域の縁から±300m以内の帯。ここでは処理区を一つに決めず、候補を並べます。帯の外は判定できます。',
    '区（く）の さかいめの 近くです。ここでは どの 区か きめられません。',
    'Within ±150 m of a border between districts, or ±300 m of the edge of the sewer area: here the report names the candidates instead of deciding. Elsewhere the answer is clear.',
    '距处理区之间边界±150米、距规划区边缘±300米以内：此处列出候选而不作判定，其余地方可以判定。',
    '처리구 사이 경계에서 ±150m, 계획 구역 가장자리에서 ±300m 이내. 여기서는 하나로 정하지 않고 후보를 나열합니다. 그 밖은 판정할 수 있습니다.',
  ),
  symbol: {
    kind: 'fill',
    categories: [
      {
        value: null,
        label: localized(
          '判定できない（候補を示す）',
          'きめられない',
          'Cannot be decided',
          '无法判定',
          '판정 불가',
        ),
        colour: { light: '#5c5c5c', dark: '#c9c9c9' },
        pattern: 'diagonal',
      },
    ],
    fillOpacity: 0.35,
    outlineWidth: 0.8,
  },
  visible: false,
  opacity: 1,
  fields: provenanceFields,
  clickable: false,
};
