import {
  districtField,
  localized,
  provenanceFields,
  purposeField,
  startedField,
  wardField,
} from '../fields.js';
import type { LayerEntry } from '../layer-entry.js';

const purposes = {
  storm: localized('雨水排除', '雨の 水を 出す', 'stormwater', '雨水排除', '우수 배제'),
  sanitary: localized('汚水中継', '使った水を 送る', 'wastewater relay', '污水中继', '오수 중계'),
  both: localized(
    '雨水排除・汚水中継',
    '雨の 水と 使った水',
    'stormwater and wastewater',
    '雨水及污水',
    '우수·오수',
  ),
};

export const pumpStations: LayerEntry = {
  id: 'pump-stations',
  group: 'facility',
  geometry: 'point',
  role: 'pumpStation',
  title: localized('ポンプ場', 'ポンプ場（ポンプじょう）', 'Pump stations', '泵站', '펌프장'),
  description: localized(
    '雨水を川や海へ出す、または汚水を中継する施設。名の由来の町に置いたものは精度を示し、分からないものは表だけにあります。',
    '雨の 水を 川や 海へ 出したり、使った水を 送ったり する ところです。位置は だいたいです。',
    'They lift storm water into rivers or relay wastewater. Placed at the town of their name with stated accuracy; unknown ones stand in the table only.',
    '将雨水排入河海或中继污水的设施。按名称所属町定位并注明精度，位置不明者仅列于表中。',
    '빗물을 강·바다로 내보내거나 오수를 중계하는 시설. 이름의 동네에 배치하고 정확도를 표시하며, 모르는 것은 표에만 있습니다.',
  ),
  symbol: {
    kind: 'point',
    by: 'purpose',
    shape: 'triangle',
    radius: 6,
    minZoom: 10,
    categories: [
      { value: 'storm', label: purposes.storm, colour: { light: '#1769aa', dark: '#7fc0f5' } },
      { value: 'sanitary', label: purposes.sanitary, colour: { light: '#6b5b2f', dark: '#d8c58a' } },
      { value: 'both', label: purposes.both, colour: { light: '#1f7a5c', dark: '#7fd6b5' } },
    ],
  },
  visible: false,
  opacity: 1,
  fields: [
    districtField,
    purposeField(purposes),
    {
      property: 'stormCubicMetersPerMinute',
      label: localized(
        '雨水排水能力',
        '雨の 水を 出す 力',
        'Storm capacity',
        '雨水排水能力',
        '우수 배수 능력',
      ),
      unit: 'm3/min',
    },
    {
      property: 'sanitaryCubicMetersPerMinute',
      label: localized('汚水排水能力', '使った水を 送る 力', 'Wastewater capacity', '污水能力', '오수 능력'),
      unit: 'm3/min',
    },
    {
      property: 'dischargesTo',
      label: localized('雨水放流先', '水を 出す ところ', 'Discharges to', '排放处', '방류처'),
    },
    startedField,
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 13, size: 11 },
  clickable: true,
};

export const ponds: LayerEntry = {
  id: 'ponds',
  group: 'facility',
  geometry: 'point',
  role: 'pond',
  title: localized(
    '雨水滞水池・調整池',
    '雨の 水を ためる ところ',
    'Storm-water ponds',
    '雨水滞留池・调节池',
    '우수 저류지·조정지',
  ),
  description: localized(
    '雨水をためて浸水や川・海の汚れを抑える5つの施設。',
    '雨の 水を ためて、町に 水が あふれないように する 5つの ところです。',
    'Five tanks that hold storm water back against flooding and pollution.',
    '储存雨水以减轻内涝和污染的5处设施。',
    '빗물을 가두어 침수와 오염을 줄이는 5개 시설.',
  ),
  symbol: {
    kind: 'point',
    shape: 'diamond',
    radius: 7,
    minZoom: 10,
    categories: [
      {
        value: null,
        label: localized('雨水をためる施設', '雨の 水を ためる ところ', 'Storage', '储水设施', '저류 시설'),
        colour: { light: '#00707a', dark: '#70d6de' },
      },
    ],
  },
  visible: false,
  opacity: 1,
  fields: [
    districtField,
    { property: 'purpose', label: localized('目的', '何の ためか', 'Purpose', '用途', '목적') },
    {
      property: 'storageCubicMeters',
      label: localized('容量', 'ためられる 量', 'Volume', '容量', '용량'),
      unit: 'm3',
    },
    startedField,
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 13, size: 11 },
  clickable: true,
};

const yesNo = {
  true: localized('○', '○', 'yes', '○', '○'),
  false: localized('―', '―', 'no', '―', '―'),
};

export const shelters: LayerEntry = {
  id: 'shelters',
  group: 'facility',
  geometry: 'point',
  role: 'shelter',
  title: localized(
    '指定緊急避難場所',
    'にげる ところ',
    'Emergency evacuation sites',
    '指定紧急避难场所',
    '지정 긴급대피장소',
  ),
  description: localized(
    '災害の種類ごとに指定された避難場所。内水氾濫に指定された場所は市内にありません。',
    '災害（さいがい）の ときに にげる ところです。雨の 水が あふれた ときの 場所は、市に ありません。',
    'Sites designated by kind of disaster. None in the city is designated for inland flooding.',
    '按灾害种类指定的避难场所。市内没有针对内涝指定的场所。',
    '재해 종류별로 지정된 대피 장소. 내수 범람으로 지정된 곳은 시내에 없습니다.',
  ),
  symbol: {
    kind: 'point',
    by: 'flood',
    shape: 'circle',
    radius: 5,
    minZoom: 11.5,
    categories: [
      {
        value: 'true',
        label: localized(
          '洪水に指定あり',
          '川の 水が あふれた とき 使える',
          'Designated for river flood',
          '可用于洪水',
          '홍수 지정',
        ),
        colour: { light: '#197a4b', dark: '#71c598' },
      },
      {
        value: 'false',
        label: localized(
          '洪水に指定なし',
          '川の 水が あふれた とき 使えない',
          'Not for river flood',
          '不可用于洪水',
          '홍수 미지정',
        ),
        colour: { light: '#767676', dark: '#b3b3b3' },
      },
    ],
  },
  visible: false,
  opacity: 1,
  fields: [
    wardField,
    { property: 'address', label: localized('所在地', '住所（じゅうしょ）', 'Address', '地址', '소재지') },
    { property: 'flood', label: localized('洪水', '川の 水', 'River flood', '洪水', '홍수'), values: yesNo },
    {
      property: 'inlandFlood',
      label: localized('内水氾濫', '雨の 水', 'Inland flood', '内涝', '내수 범람'),
      values: yesNo,
    },
    {
      property: 'stormSurge',
      label: localized('高潮', '高い 波', 'Storm surge', '风暴潮', '해일(폭풍)'),
      values: yesNo,
    },
    { property: 'tsunami', label: localized('津波', 'つなみ', 'Tsunami', '海啸', '쓰나미'), values: yesNo },
    {
      property: 'landslide',
      label: localized('土砂災害', 'がけくずれ', 'Landslide', '泥石流', '토사재해'),
      values: yesNo,
    },
    ...provenanceFields,
  ],
  label: { property: 'name', propertyEn: 'nameEn', minZoom: 14.5, size: 11 },
  clickable: true,
};
