import type { YearbookMessages } from './ja.js';

/** やさしい日本語 */
export const easy: YearbookMessages = {
  title: '年報（ねんぽう）と くらべる',
  failed: '年報の 表を 読めませんでした。',
  areas: '処理区（しょりく）の 広さ',
  areasLead: 'この 地図の 広さと、年報の 計画（けいかく）の 広さです。川や 港や 公園の 分だけ ちがいます。',
  district: '処理区',
  planned: '計画（年報）',
  drawn: 'この 地図',
  difference: 'ちがい',
  sum: 'ぜんぶ',
  facilities: '施設（しせつ）',
  exception:
    '場所が わかる 施設は、年報の とおりの 処理区の 中に あります。今宿（いまじゅく）ポンプ場だけは、新西部から 西部に 水を 送って います。',
  missing: '場所が わからない もの',
  bring: '公的（こうてき）な データを 入れると、推定（すいてい）の 線や 場所が 変わります。',
  floods: 'むかしの 大雨',
  floodsLead: '本当に ふった 雨です。下水道が たえられる 雨では ありません。',
  total: 'ぜんぶの 雨',
  hourly: '1時間の いちばん 強い 雨',
  houses: '水が 入った 家',
  operation: '水処理センターの 1年',
  year: '年度',
  glossary: '言葉（ことば）',
  term: '言葉',
  meaning: 'いみ',
  page: 'ページ',
  housesMoreThan: (p: { houses: string }) => `${p.houses}より たくさん`,
  units: {
    thousand_m3: '千m³',
    m3: 'm³',
    L: 'L',
    thousand_kWh: '千kWh',
    t: 't',
  },
};
