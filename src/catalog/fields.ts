import type { LocalizedText } from '../i18n/locale.js';
import type { Field } from './layer-entry.js';

const text = (ja: string, easy: string, en: string, zh: string, ko: string): LocalizedText => ({
  ja,
  easy,
  en,
  zh,
  ko,
});
export { text as localized };

/** Columns every layer shows: how it came to its place, how good it is, where it stands on paper. */
export const provenanceFields: readonly Field[] = [
  {
    property: 'method',
    label: text('位置の根拠', 'ばしょの きめかた', 'How it was placed', '位置依据', '위치 근거'),
    values: {
      official: text('公的データ', '公的（こうてき）データ', 'official data', '官方数据', '공식 데이터'),
      transcribed: text(
        '資料の住所から',
        '資料（しりょう）の住所から',
        'from a published address',
        '据资料地址',
        '자료의 주소',
      ),
      constructed: text(
        '推定で作成',
        '推定（すいてい）で 作った',
        'constructed estimate',
        '推定绘制',
        '추정 작성',
      ),
      schematic: text('模式図', 'だいたいの 線', 'schematic', '示意', '모식'),
    },
  },
  {
    property: 'accuracyMeters',
    label: text('位置の精度', 'ずれの 大きさ', 'Accuracy', '位置精度', '위치 정확도'),
    unit: 'm',
  },
  { property: 'source', label: text('出典', '出典（しゅってん）', 'Source', '出处', '출처') },
  { property: 'page', label: text('ページ', 'ページ', 'Page', '页', '쪽') },
  { property: 'asOf', label: text('時点', 'いつの 情報か', 'As of', '截至', '기준일') },
];

export const wardField: Field = { property: 'ward', label: text('区', '区（く）', 'Ward', '区', '구') };
export const districtField: Field = {
  property: 'district',
  label: text('処理区', '処理区（しょりく）', 'Treatment district', '处理区', '처리구'),
};
export const purposeField = (values: Readonly<Record<string, LocalizedText>>): Field => ({
  property: 'purpose',
  label: text('目的', '何の ためか', 'Purpose', '用途', '목적'),
  values,
});
export const startedField: Field = {
  property: 'started',
  label: text('運転開始', '動きはじめた 年月', 'In operation since', '投运', '운전 개시'),
};
