import type { NetworkMessages } from './ja.js';

/** やさしい日本語 */
export const easy: NetworkMessages = {
  title: 'いちばん 近い 下水の 管（かん）',
  working: 'しらべて います…',
  distance: (p) => `ここから やく ${p.meters}m`,
  none: '1kmの 中に、入れた 管の データが ありません。下水道が ない という 意味では ありません。',
  name: '管の 番号',
  kind: 'しゅるい',
  diameter: '管の 太さ',
  material: '材料（ざいりょう）',
  built: '作った 年',
  kinds: { storm: '雨の 水', sanitary: '使った 水', combined: '雨と 使った 水', channel: 'ふたの ない 水路' },
  unknown: '書いて ありません',
  source: (p) =>
    `データ：${p.source}（${p.date}、場所は やく ${p.meters}m ちがう ことが あります）。本当の 場所は 現場（げんば）で たしかめて ください。`,
  failed: (p) => `管の データを 読めませんでした（${p.reason}）。ほかの 答えは そのままです。`,
  again: 'もう一度',
};
