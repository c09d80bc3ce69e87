// Made from src/i18n/locales by `npm run messages`: change those, not this.
import type { NetworkMessages } from './messages.js';

export const messages: NetworkMessages = {
  title: "最寄りの下水道管きょ",
  working: "調べています…",
  distance: (d) => `ここから約${d.meters}m`,
  none: "1km以内に、取り込まれた管きょはありません。下水道がないという意味ではありません。",
  name: "管番号",
  kind: "種別",
  diameter: "管径",
  material: "管種",
  built: "布設",
  kinds: {
    storm: "雨水",
    sanitary: "汚水",
    combined: "合流",
    channel: "開きょ",
  },
  unknown: "記載なし",
  source: (d) => `出典：${d.source}（${d.date}時点、位置の誤差 約${d.meters}m）。現地の確認に代わるものではありません。`,
  failed: (d) => `管きょのデータを読めませんでした（${d.reason}）。ほかの答えに影響はありません。`,
  again: "もう一度",
};
