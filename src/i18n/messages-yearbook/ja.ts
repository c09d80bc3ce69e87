/** 日本語 */
export const ja = {
  title: '年報とくらべる',
  failed: '年報の表を読み込めませんでした。',
  areas: '処理区の面積',
  areasLead:
    'この地図の形の面積と、年報の計画処理面積（表II-2）です。川、閉じた港、大きな公園を数える分と、計画の範囲が公表されていない分だけ違います。',
  district: '処理区',
  planned: '計画（年報）',
  drawn: 'この地図',
  difference: '差',
  sum: '計',
  facilities: '施設',
  exception:
    '位置がわかる施設は、年報に書かれた処理区の中にあります。例外は今宿ポンプ場で、長垂山の西（新西部）から西部処理区へ送っています。',
  missing: '位置が公表されていないもの',
  bring: '公的なデータを取り込むと、推定の線や位置が置きかわります。',
  floods: '過去の大雨と浸水',
  floodsLead: '観測された雨です。下水道の整備水準ではありません。',
  total: '総雨量',
  hourly: '1時間の最大',
  houses: '浸水家屋',
  operation: '水処理センターの運転実績',
  year: '年度',
  glossary: '用語',
  term: '言葉',
  meaning: '意味',
  page: 'ページ',
  housesMoreThan: (p: { houses: string }) => `${p.houses}戸をこえる`,
  units: {
    thousand_m3: '千m³',
    m3: 'm³',
    L: 'L',
    thousand_kWh: '千kWh',
    t: 't',
  } as Readonly<Record<string, string>>,
};
export type YearbookMessages = typeof ja;
