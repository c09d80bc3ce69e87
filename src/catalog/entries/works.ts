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
