import type { OnlineMessages } from './ja.js';

/** やさしい日本語 */
export const onlineEasy: OnlineMessages = {
  national: {
    title: '国の 地図での 水の 深さ',
    use: '国の 地図サービスを 使う',
    sends: [
      '使うと、しらべた ばしょの まわりの 地図の 番号（ばんごう）を 送（おく）ります。1枚は だいたい 250m四方です。土地の 高さは 1km四方です。',
      '送る ところは disaportaldata.gsi.go.jp と cyberjapandata.gsi.go.jp です。',
      '番地（ばんち）まで さがした ときだけ、その 住所（じゅうしょ）を msearch.gsi.go.jp に 送ります。',
      '使わない あいだは、なにも 送りません。もらった 地図は 保存（ほぞん）しません。',
    ],
    kind: '災害（さいがい）の ときを 考えて、国や 県が 計算した 深さです。下水道が 流せる 雨の 数字とは ちがいます。',
    working: '国の 地図サービスに 聞いて います…',
    workingOne: '聞いて います…',
    offline: 'インターネットに つながって いません。国の 地図サービスには 聞いて いません。',
    depth: (p) => `${p.min}〜${p.max} m より 浅い`,
    depthBelow: (p) => `${p.max} m より 浅い`,
    depthFrom: (p) => `${p.min} m か、もっと 深い`,
    meaning: {
      belowFloor: '1階の ゆか（高さ 0.5mくらい）より 低い 深さです。',
      groundFloor: '1階の ゆか（0.5mくらい）を こえて、2階の ゆかの すぐ 下（3mくらい）までの 深さです。',
      upperFloor: '2階の ゆかを こえて、2階の 屋根（やね）の 下（5mくらい）までの 深さです。',
      aboveUpper: '2階（5mくらいまで）が 水に しずむ 深さです。',
    },
    scenario: (p) => `考えた こと: ${p.scenario}`,
    noData: 'この ばしょの 地図は ありません',
    noDataNote: '水が 来ないと いう 意味では ありません。',
    notColoured: '色が ついて いません',
    notColouredNote:
      'しらべて いない ばしょか、水が 来ないと 考えた ばしょか、地図では わかりません。安全（あんぜん）と いう 意味では ありません。',
    unreachable: '国の 地図サービスに つながりません',
    unreachableNote: 'ほかの 答えは 使えます。',
    unknownColour: '知らない 色なので、読めません',
    unknownColourNote: (p) => `地図の 色は ${p.colour} でした。`,
    deeper: (p) =>
      `${p.direction}へ ${p.distance}くらいの ところに、もっと 深い「${p.depth}」の 色が あります。`,
    deeperSeen: (p) =>
      `読んだ 地図で いちばん 近い 深い 色は「${p.depth}」です。${p.direction}へ ${p.distance}くらいの ところです。`,
    noDeeper: (p) => `まわり ${p.distance}くらいの 中に、もっと 深い 色は ありません。`,
    coloured: (p) => `${p.direction}へ ${p.distance}くらいの ところに、「${p.depth}」の 色が あります。`,
    colouredSeen: (p) =>
      `読んだ 地図で いちばん 近い 色は「${p.depth}」です。${p.direction}へ ${p.distance}くらいの ところです。`,
    noColour: (p) => `まわり ${p.distance}くらいの 中にも、色は ありません。`,
    again: 'もう一度 聞く',
    elevation: '土地の 高さ',
    elevationValue: (p) => `${p.value} mくらい（${p.grid} mごとに はかった 高さ）`,
    elevationNone: '土地の 高さの データが ありません',
    credit: (p) => `${p.credit}（${p.date}に 使いました）`,
    elevationCredit: '出典（しゅってん）：地理院タイル（標高タイル）',
  },
  rasters: {
    title: '国の ハザードマップ（地図に かさねる）',
    needsSwitch: '「国の 地図サービスを 使う」を えらぶと 使えます。',
    note: '見て いる ところの 地図を、国の 地図サービスから そのたびに 読みます。保存（ほぞん）しません。',
    legend: '水の 深さ（国の 色）',
    sixClasses: (p) => `6つの 色の 地図では ${p.depth}`,
  },
  refine: {
    title: '国の 住所検索（じゅうしょけんさく）での ばしょ',
    working: '国の 住所検索に、番地（ばんち）の ばしょを 聞いて います…',
    found: (p) =>
      `国の 住所検索の 答え:「${p.address}」は、いま 見て いる 町の 点から ${p.distance}くらいの ところです。`,
    kept: 'いまの 答えは、町の 点の 答えです。かってに かわりません。',
    take: 'この ばしょの 答えを 見る',
    taken: (p) => `国の 住所検索が「${p.address}」と 答えた ばしょの 答えです。`,
    refused: '国の 住所検索が ちがう ばしょを 答えたので、使いません。',
    none: '国の 住所検索では、この 番地は 見つかりませんでした。',
    unreachable: '国の 住所検索に つながりません。町の 点の 答えを 見せて います。',
    credit: '出典（しゅってん）：国土地理院 住所検索',
  },
  offline: {
    banner: (p) => `インターネットに つながって いません。データは ${p.date}の ものです。`,
    bannerUndated: 'インターネットに つながって いません。保存（ほぞん）した データで 答えます。',
    card: (p) =>
      `インターネットに つながって いません。保存（ほぞん）した ${p.date}の データで 答えて います。いまの 水や 警報（けいほう）は わかりません。`,
    ready: 'インターネットが なくても 使えるように なりました。',
    dismiss: 'とじる',
    update: '新しい 版（はん）が あります。',
    updateNow: 'いま 新しく する',
    readOn: 'このまま 読む',
    updated: 'ほかの 画面で 新しく なりました。もう一度 読みこむと かわります。',
    reload: 'もう一度 読みこむ',
  },
};
