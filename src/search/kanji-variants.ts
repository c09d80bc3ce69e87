/**
 * Old, clerical and look-alike forms of kanji that people and registers write for the common form.
 * Each pair is `variant` + `common form`; only forms seen in place and family names are listed.
 * Applied to the query and to every indexed name alike, so a pair can never hide a name.
 */
const pairs =
  '髙高 﨑崎 嵜崎 碕崎 埼崎 澤沢 濱浜 濵浜 廣広 邊辺 邉辺 齋斎 齊斉 櫻桜 ' +
  '國国 圀国 圓円 龍竜 瀧滝 澁渋 眞真 嶋島 嶌島 驛駅 區区 縣県 舊旧 𣘺橋 ' +
  '槗橋 德徳 惠恵 學学 壽寿 榮栄 黑黒 鹽塩 塲場 佛仏 藏蔵 莊荘 庄荘 關関 ' +
  '鐵鉄 賴頼 條条 會会 來来 實実 寶宝 豐豊 禮礼 萬万 與与 應応 當当 曾曽 ' +
  '檜桧 槇槙 藪薮 籠篭 埜野 峯峰 渕淵 渊淵 湧涌 壹壱 參参 冨富 舘館 稻稲 ' +
  '鄕郷 藥薬 戶戸 靑青 祗祇 彌弥 麥麦 兒児 對対 吳呉 團団 觀観 靈霊 灣湾 ' +
  '淨浄 繼継 絲糸 廳庁 號号 畫画 發発 辯弁 樂楽 氣気 處処 轉転 專専 輕軽 ' +
  '縱縦 從従 將将 巢巣 單単 兩両 劍剣 劒剣 勳勲 勵励 囘回 圖図 壞壊 晝昼 ' +
  '曉暁 樓楼 權権 歸帰 淺浅 淸清 溪渓 滿満 爲為 狹狭 獨独 甁瓶 疊畳 盜盗 ' +
  '碎砕 祿禄 稱称 穗穂 竝並 緣縁 總総 聲声 臺台 舍舎 莖茎 萠萌 蘆芦 蟲虫 ' +
  '衞衛 裝装 謠謡 讓譲 豫予 賣売 贊賛 辭辞 遲遅 邨村 鄰隣 醫医 釋釈 錢銭 ' +
  '鎭鎮 閒間 隱隠 雙双 雜雑 雞鶏 鷄鶏 靜静 顏顔 飮飲 餘余 驗験 體体 鬪闘 ' +
  '鷗鴎 麴麹 黃黄 點点 齒歯 齡齢 龜亀 舖舗 曻昇 栁柳 桒桑 閇閉 埠ふ 帋紙';

/** Simplified forms a Chinese keyboard gives for place names here. */
const simplified =
  '东東 冈岡 桥橋 长長 见見 鸟鳥 园園 药薬 门門 须須 驿駅 车車 馆館 场場 铁鉄 滨浜 泽沢 县県 龙竜 丰豊 荣栄 头頭 贺賀 马馬 纲綱 关関 广広 岛島 乌烏 鹤鶴 ' +
  '观観 团団 绿緑 罗羅 诸諸 贝貝 赖頼 远遠 连連 银銀 间間 饭飯 飞飛 鱼魚 处処 边辺 净浄 对対 户戸 叶葉 泻潟';

export const kanjiVariants: ReadonlyMap<string, string> = new Map(
  `${pairs} ${simplified}`.split(' ').map((pair) => {
    const [variant = '', common = ''] = [...pair];
    return [variant, common];
  }),
);
