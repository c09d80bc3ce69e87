/** 日本語 */
export const ja = {
  title: '最寄りの下水道管きょ',
  working: '調べています…',
  distance: (p: { meters: string }) => `ここから約${p.meters}m`,
  none: '1km以内に、取り込まれた管きょはありません。下水道がないという意味ではありません。',
  name: '管番号',
  kind: '種別',
  diameter: '管径',
  material: '管種',
  built: '布設',
  kinds: { storm: '雨水', sanitary: '汚水', combined: '合流', channel: '開きょ' } as Record<string, string>,
  unknown: '記載なし',
  source: (p: { source: string; date: string; meters: string }) =>
    `出典：${p.source}（${p.date}時点、位置の誤差 約${p.meters}m）。現地の確認に代わるものではありません。`,
  failed: (p: { reason: string }) =>
    `管きょのデータを読めませんでした（${p.reason}）。ほかの答えに影響はありません。`,
  again: 'もう一度',
};
export type NetworkMessages = typeof ja;
