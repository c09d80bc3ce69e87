import { localized, provenanceFields } from '../fields.js';
import type { LayerEntry } from '../layer-entry.js';

const status = {
  planned: localized('計画', '計画（けいかく）', 'planned', '规划', '계획'),
  'under-way': localized('事業中', '工事（こうじ）の とちゅう', 'under way', '实施中', '사업 중'),
  'in-service': localized('供用中', '使っている', 'in service', '运行中', '운용 중'),
  unknown: localized(
    '進み具合の記載なし',
    '書いて ない',
    'progress not stated',
    '进度未载明',
    '진행 상황 미기재',
  ),
};
const carries = {
  storm: localized('雨水', '雨の 水', 'stormwater', '雨水', '우수'),
  sanitary: localized('汚水', '使った水', 'wastewater', '污水', '오수'),
};
const period = {
  start: localized('期間のはじめ', 'はじまり', 'Period from', '期间起', '기간 시작'),
  end: localized('期間のおわり', 'おわり', 'Period to', '期间止', '기간 끝'),
};

export const trunkSewers: LayerEntry = {
  id: 'trunk-sewers',
  group: 'rainfall',
  geometry: 'line',
  role: 'sewer',
  title: localized(
    '幹線（計画・既設）',
    '太い 管（かん）',
    'Trunk sewers (planned and built)',
    '干管（规划·现状）',
    '간선(계획·기설)',
  ),
  description: localized(
    '計画に名のある幹線。線形は公表されていないため、両端の地番が分かる2本だけを模式線で示し、ほかは表にあります。',
    '大きな 下水の 管です。本当の 道すじは わかりません。2本だけ だいたいの 線で、ほかは 表に あります。',
    'Trunk sewers named in the plans. Alignments are not published: two with known end addresses are schematic lines, the rest stand in the table.',
    '规划中列名的干管。走向未公布，仅两条已知端点者以示意线表示，其余见表。',
    '계획에 이름이 있는 간선. 선형은 미공표로, 양 끝 지번을 아는 2개만 모식선으로 표시하고 나머지는 표에 있습니다.',
  ),
  symbol: {
    kind: 'line',
    by: 'status',
    width: 3,
    dashed: true,
    categories: [
      { value: 'in-service', label: status['in-service'], colour: { light: '#0b4f8a', dark: '#8ec5ff' } },
      { value: 'under-way', label: status['under-way'], colour: { light: '#b8451f', dark: '#ff9a73' } },
      { value: 'planned', label: status.planned, colour: { light: '#7a4bc2', dark: '#b79af0' } },
      { value: 'unknown', label: status.unknown, colour: { light: '#767676', dark: '#b3b3b3' } },
    ],
  },
  visible: false,
  opacity: 1,
  fields: [
    { property: 'plan', label: localized('計画', '計画（けいかく）', 'Plan', '规划', '계획') },
    {
      property: 'carries',
      label: localized('流すもの', '流す もの', 'Carries', '输送', '종류'),
      values: carries,
    },
    {
      property: 'diameterMillimeters',
      label: localized('口径', '管の 太さ', 'Diameter', '管径', '관경'),
      unit: 'mm',
    },
    { property: 'lengthMeters', label: localized('延長', '長さ', 'Length', '长度', '연장'), unit: 'm' },
    { property: 'periodStart', label: period.start },
    { property: 'periodEnd', label: period.end },
    { property: 'status', label: localized('状態', 'ようす', 'Status', '状态', '상태'), values: status },
    {
      property: 'statusBasis',
      label: localized('状態の根拠', 'どうして わかるか', 'Basis of the status', '状态依据', '상태의 근거'),
    },
    { property: 'startPlace', label: localized('起点', 'はじまりの 場所', 'From', '起点', '기점') },
    { property: 'endPlace', label: localized('終点', 'おわりの 場所', 'To', '终点', '종점') },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 12.5, size: 11 },
  clickable: true,
};

const pipeKinds = {
  storm: carries.storm,
  sanitary: carries.sanitary,
  combined: localized('合流', '雨と 使った水', 'combined', '合流', '합류'),
};

export const ownSewers: LayerEntry = {
  id: 'sewers',
  group: 'facility',
  geometry: 'line',
  role: 'sewerPipe',
  optional: true,
  title: localized(
    '下水道管きょ（取り込んだデータ）',
    '下水の 管（かん）',
    'Sewers (brought in)',
    '下水管道（导入数据）',
    '하수관거(가져온 데이터)',
  ),
  description: localized(
    '自分のファイルから取り込んだ管きょ。位置と寸法はそのファイルのとおりで、現地の確認に代わるものではありません。',
    '自分の ファイルから 入れた 管です。本当の 場所は 現場（げんば）で たしかめて ください。',
    'Sewers from your own file; places and sizes are that file’s and do not replace a survey.',
    '由自有文件导入的管道；位置与尺寸以该文件为准，不能代替现场确认。',
    '직접 가져온 관거. 위치와 치수는 그 파일대로이며 현지 확인을 대신하지 않습니다.',
  ),
  symbol: {
    kind: 'line',
    by: 'kind',
    width: 1.8,
    categories: [
      { value: 'storm', label: pipeKinds.storm, colour: { light: '#1769aa', dark: '#7fc0f5' } },
      { value: 'sanitary', label: pipeKinds.sanitary, colour: { light: '#a0451f', dark: '#ff9a73' } },
      { value: 'combined', label: pipeKinds.combined, colour: { light: '#7a4bc2', dark: '#b79af0' } },
      {
        value: null,
        label: localized('種別の記載なし', '書いて ない', 'kind not stated', '类别未载明', '종별 미기재'),
        colour: { light: '#767676', dark: '#b3b3b3' },
      },
    ],
  },
  visible: false,
  opacity: 1,
  fields: [
    {
      property: 'kind',
      label: localized('種別', 'しゅるい', 'Kind', '类别', '종별'),
      values: pipeKinds,
    },
    {
      property: 'diameterMillimeters',
      label: localized('管径', '管の 太さ', 'Diameter', '管径', '관경'),
      unit: 'mm',
    },
    { property: 'lengthMeters', label: localized('延長', '長さ', 'Length', '长度', '연장'), unit: 'm' },
    {
      property: 'gradientPermille',
      label: localized('こう配（‰）', 'かたむき（‰）', 'Gradient (‰)', '坡度（‰）', '경사(‰)'),
    },
    {
      property: 'upstreamInvertMeters',
      label: localized(
        '上流管底高',
        '上の 底（そこ）の 高さ',
        'Upstream invert',
        '上游管底标高',
        '상류 관저고',
      ),
      unit: 'm',
    },
    {
      property: 'downstreamInvertMeters',
      label: localized('下流管底高', '下の 底の 高さ', 'Downstream invert', '下游管底标高', '하류 관저고'),
      unit: 'm',
    },
    { property: 'shape', label: localized('断面', '形（かたち）', 'Section', '断面', '단면') },
    { property: 'material', label: localized('管種', '材料（ざいりょう）', 'Material', '管材', '관종') },
    { property: 'built', label: localized('布設', '作った 年', 'Built', '敷设', '부설') },
    ...provenanceFields,
  ],
  clickable: true,
};

export const reclaimedWater: LayerEntry = {
  id: 'reclaimed-water',
  group: 'facility',
  geometry: 'point',
  role: 'reclaimedWater',
  title: localized(
    '再生水の供給区域',
    'もう一度 使う 水の ところ',
    'Reclaimed-water areas',
    '再生水供应区域',
    '재생수 공급 구역',
  ),
  description: localized(
    '再生水を供給する8区域。区域の輪郭は公表資料にないため、地区名の位置に面積を添えた目印です。',
    'トイレなどに もう一度 使う 水の ところです。しるしは だいたいです。',
    'Eight areas served with reclaimed water: a mark at the place of that name with its printed area; outlines are not in the yearbook.',
    '供应再生水的8个区域；年鉴无边界，仅在所指地点标注面积。',
    '재생수를 공급하는 8개 구역. 경계는 자료에 없어 지명 위치에 면적을 표시합니다.',
  ),
  symbol: {
    kind: 'point',
    shape: 'circle',
    radius: 8,
    minZoom: 10,
    categories: [
      {
        value: null,
        label: localized(
          '再生水の供給区域',
          'もう一度 使う 水',
          'Reclaimed-water area',
          '再生水供应区域',
          '재생수 공급 구역',
        ),
        colour: { light: '#197a4b', dark: '#71c598' },
      },
    ],
  },
  visible: false,
  opacity: 1,
  fields: [
    { property: 'region', label: localized('地区', '地区（ちく）', 'Region', '地区', '지구') },
    {
      property: 'servedAreaHectares',
      label: localized('供給区域面積', '広さ', 'Area served', '供应面积', '공급 면적'),
      unit: 'ha',
    },
    { property: 'since', label: localized('供給開始', 'はじまり', 'Since', '开始供应', '공급 개시') },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 12, size: 11 },
  clickable: true,
};
