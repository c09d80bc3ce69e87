// Made from src/i18n/locales by `npm run messages`: change those, not this.
import type { NetworkMessages } from './messages.js';

export const messages: NetworkMessages = {
  title: "いちばん 近い 下水の 管（かん）",
  working: "しらべて います…",
  distance: (d) => `ここから やく ${d.meters}m`,
  none: "1kmの 中に、入れた 管の データが ありません。下水道が ない という 意味では ありません。",
  name: "管の 番号",
  kind: "しゅるい",
  diameter: "管の 太さ",
  material: "材料（ざいりょう）",
  built: "作った 年",
  kinds: {
    storm: "雨の 水",
    sanitary: "使った 水",
    combined: "雨と 使った 水",
    channel: "ふたの ない 水路",
  },
  unknown: "書いて ありません",
  source: (d) => `データ：${d.source}（${d.date}、場所は やく ${d.meters}m ちがう ことが あります）。本当の 場所は 現場（げんば）で たしかめて ください。`,
  failed: (d) => `管の データを 読めませんでした（${d.reason}）。ほかの 答えは そのままです。`,
  again: "もう一度",
};
