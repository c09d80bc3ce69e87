/** 日本語: words about services of the network, and about being without one. */
export const onlineJa = {
  national: {
    title: '国のハザードマップでの深さ',
    use: '国の地図サービスを使う',
    sends: [
      '入れると、調べた場所のまわりの地図画像の番号（約250m四方。標高は約1km四方）を送ります。',
      '送り先は disaportaldata.gsi.go.jp と cyberjapandata.gsi.go.jp です。',
      '住所を番地まで検索したときだけ、その住所が msearch.gsi.go.jp に送られます。',
      '切っている間は、何も送りません。受け取った画像は保存しません。',
    ],
    kind: '国や県が災害を想定して計算した深さです。下水道が備える雨の水準とは、種類の違う数字です。',
    working: '国の地図サービスに問い合わせています…',
    workingOne: '問い合わせ中…',
    offline: 'オフラインのため、国の地図サービスには問い合わせていません。',
    depth: (p: { min: string; max: string }) => `${p.min}〜${p.max} m 未満`,
    depthBelow: (p: { max: string }) => `${p.max} m 未満`,
    depthFrom: (p: { min: string }) => `${p.min} m 以上`,
    meaning: {
      belowFloor: '1階の床（高さ約0.5m）より低い深さの目安です。',
      groundFloor: '1階の床（約0.5m）を超え、2階の床のすぐ下（約3m）までの深さの目安です。',
      upperFloor: '2階の床を超え、2階の軒下（約5m）までの深さの目安です。',
      aboveUpper: '2階（約5mまで）が水に沈む深さの目安です。',
    },
    scenario: (p: { scenario: string }) => `想定: ${p.scenario}`,
    noData: 'この場所の図は公開されていません',
    noDataNote: '浸水しないという意味ではありません。',
    notColoured: '色が塗られていません',
    notColouredNote:
      '調査の範囲の外か、範囲の中で浸水しない想定かは、画像からはわかりません。安全という意味ではありません。',
    unreachable: '国の地図サービスに届きません',
    unreachableNote: 'ほかの答えはそのまま使えます。',
    unknownColour: '凡例にない色のため、読めません',
    unknownColourNote: (p: { colour: string }) => `画像の色は ${p.colour} でした。`,
    deeper: (p: { direction: string; distance: string; depth: string }) =>
      `${p.direction}へ約${p.distance}の所に、もっと深い「${p.depth}」の色があります。`,
    deeperSeen: (p: { direction: string; distance: string; depth: string }) =>
      `読んだ画像の中では、${p.direction}へ約${p.distance}の所に、もっと深い「${p.depth}」の色があります。`,
    noDeeper: (p: { distance: string }) => `まわり約${p.distance}の中に、もっと深い色はありません。`,
    coloured: (p: { direction: string; distance: string; depth: string }) =>
      `${p.direction}へ約${p.distance}の所に、「${p.depth}」の色があります。`,
    colouredSeen: (p: { direction: string; distance: string; depth: string }) =>
      `読んだ画像の中では、${p.direction}へ約${p.distance}の所に、「${p.depth}」の色があります。`,
    noColour: (p: { distance: string }) => `まわり約${p.distance}の中にも、色はありません。`,
    again: 'もう一度問い合わせる',
    elevation: '地面の高さ（標高）',
    elevationValue: (p: { value: string; grid: string }) => `約${p.value} m（${p.grid} m 間隔の測量）`,
    elevationNone: '標高のデータがありません',
    credit: (p: { credit: string; date: string }) => `${p.credit}（${p.date}に利用）`,
    elevationCredit: '出典：地理院タイル（標高タイル）',
  },
  rasters: {
    title: '国のハザードマップ（地図に重ねる）',
    needsSwitch: '「国の地図サービスを使う」を入れると選べます。',
    note: '国の地図サービスから、見ている範囲の画像をそのつど読み込みます。保存しません。',
    legend: '浸水の深さ（国の凡例）',
    sixClasses: (p: { depth: string }) => `6区分の図では ${p.depth}`,
  },
  refine: {
    title: '国の住所検索での位置',
    working: '国の住所検索に、番地の位置を問い合わせています…',
    found: (p: { address: string; distance: string }) =>
      `国の住所検索は「${p.address}」を、いま示している町の代表点から約${p.distance}の所と答えました。`,
    kept: 'いまの答えは、町の代表点のものです。自動では切り替えません。',
    take: 'この位置の答えを見る',
    taken: (p: { address: string }) => `国の住所検索が「${p.address}」と答えた位置の答えです。`,
    refused: '国の住所検索は別の場所を答えたため、使いません。',
    none: '国の住所検索では、この番地は見つかりませんでした。',
    unreachable: '国の住所検索に届きません。町の代表点の答えを表示しています。',
    credit: '出典：国土地理院 住所検索',
  },
  offline: {
    banner: (p: { date: string }) => `オフラインです。データは${p.date}時点のものです。`,
    bannerUndated: 'オフラインです。保存したデータで答えます。',
    card: (p: { date: string }) =>
      `オフラインで、端末に保存した${p.date}時点のデータから答えています。いまの浸水や警報はわかりません。`,
    ready: 'オフラインでも使えるようになりました。',
    dismiss: '閉じる',
    update: '新しい版があります。',
    updateNow: 'いま更新する',
    readOn: 'このまま読む',
    updated: '別の画面で新しい版になりました。読み込み直すと切り替わります。',
    reload: '読み込み直す',
  },
};

/** The shape of the other four. */
export type OnlineMessages = typeof onlineJa;
