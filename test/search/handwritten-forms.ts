import type { MatchLevel } from '../../src/search/candidate.js';

/** A query as a person might type it, and what must come first. */
export interface HandwrittenForm {
  query: string;
  name: string;
  level: MatchLevel;
  ward?: string;
  rest?: string;
}

const town = (query: string, ward: string, name: string, rest = ''): HandwrittenForm => ({
  query,
  ward,
  name,
  rest,
  level: 'town',
});
const area = (query: string, ward: string, name: string, rest = ''): HandwrittenForm => ({
  ...town(query, ward, name, rest),
  level: 'town-group',
});
const named = (query: string, level: MatchLevel, name: string): HandwrittenForm => ({ query, level, name });

export const handwrittenForms: readonly HandwrittenForm[] = [
  town('福岡市中央区天神1丁目8番1号', '中央区', '天神一丁目', '8番1号'),
  town(
    '〒８１０－０００１　福岡県福岡市中央区天神一丁目８番１号　市役所',
    '中央区',
    '天神一丁目',
    '８番１号　市役所',
  ),
  town('天神1丁目', '中央区', '天神一丁目'),
  town('天神一', '中央区', '天神一丁目'),
  town('天神１ー８ー１', '中央区', '天神一丁目', '８ー１'),
  town('天神1の8の1', '中央区', '天神一丁目', '8の1'),
  town('天神 1 8 1', '中央区', '天神一丁目', '8 1'),
  town('天神1丁目1-1アクロス福岡', '中央区', '天神一丁目', '1-1アクロス福岡'),
  town('アクロス福岡 中央区天神1-1-1', '中央区', '天神一丁目', '1-1'),
  town('中央区天神　二　丁目', '中央区', '天神二丁目'),
  town('東区名島ﾆ丁目', '東区', '名島二丁目'),
  town('渡辺通り4-1', '中央区', '渡辺通四丁目', '1'),
  town('香住ガ丘3-2', '東区', '香住ヶ丘三丁目', '2'),
  town('香住丘三丁目', '東区', '香住ヶ丘三丁目'),
  town('みどりヶ丘2丁目', '東区', 'みどりが丘二丁目'),
  town('姪浜1丁目', '西区', '姪の浜一丁目'),
  town('姪ノ浜1丁目', '西区', '姪の浜一丁目'),
  town('西区姪浜駅南１丁目', '西区', '姪浜駅南一丁目'),
  town('東区箱崎埠頭4-13', '東区', '箱崎ふ頭四丁目', '13'),
  town('南区檜原3丁目', '南区', '桧原三丁目'),
  town('博多区對馬小路2番', '博多区', '対馬小路', '2番'),
  town('博多区祗園町2-1', '博多区', '祇園町', '2-1'),
  town('多多良1丁目', '東区', '多々良一丁目'),
  town('福岡市立花寺二丁目', '博多区', '立花寺二丁目'),
  town('博多区博多駅中央街1-1', '博多区', '博多駅中央街', '1-1'),
  town('はかたえきまえ3ちょうめ', '博多区', '博多駅前三丁目'),
  town('ちゅうおうくてんじんいっちょうめ', '中央区', '天神一丁目'),
  town('ﾃﾝｼﾞﾝ1-8-1', '中央区', '天神一丁目', '8-1'),
  town('めいの浜1丁目', '西区', '姪の浜一丁目'),
  town('1-8-1 Tenjin, Chuo-ku, Fukuoka 810-0001, Japan', '中央区', '天神一丁目', '8-1'),
  town('Tenjin 1-chome', '中央区', '天神一丁目'),
  town('Tenjin Itchome', '中央区', '天神一丁目'),
  town('Chūō-ku Tenjin 2', '中央区', '天神二丁目'),
  town('Hakata-eki-mae 3-chome', '博多区', '博多駅前三丁目'),
  town('ACROS Fukuoka, 1-1-1 Tenjin, Chuo-ku, Fukuoka', '中央区', '天神一丁目', '1-1 acros fukuoka'),
  town('fukuokashi chuoku tenjin 1chome', '中央区', '天神一丁目'),
  town('天神1-chome', '中央区', '天神一丁目'),
  town('福冈市东区箱崎1丁目', '東区', '箱崎一丁目'),
  town('平和1丁目', '南区', '平和一丁目'),
  town('鳥飼1丁目', '中央区', '鳥飼一丁目'),
  town('堅粕4-1', '博多区', '堅粕四丁目', '1'),
  town('中央区城内1-1', '中央区', '城内', '1-1'),
  town('西区今津3127番地', '西区', '今津', '3127番地'),
  area('天神', '中央区', '天神'),
  area('天神8番1号', '中央区', '天神', '8番1号'),
  area('早良区脇山2041', '早良区', '大字脇山', '2041'),
  area('西区大字元岡字石ヶ元744番地', '西区', '大字元岡', '字石ヶ元744番地'),
  area('元岡744', '西区', '大字元岡', '744'),
  area('早良区西', '早良区', '大字西'),
  area('干隈（城南区）', '城南区', '干隈'),
  area('Momochihama, Sawara Ward', '早良区', '百道浜'),
  named('福岡市', 'city', '福岡市'),
  named('Fukuoka City', 'city', '福岡市'),
  named('福岡市博多区', 'ward', '博多区'),
  named('はかたく', 'ward', '博多区'),
  named('Jonan-ku', 'ward', '城南区'),
  named('博多駅', 'station', '博多駅'),
  named('JR博多駅', 'station', '博多駅'),
  named('地下鉄 天神駅', 'station', '天神駅'),
  named('西鉄福岡駅', 'station', '西鉄福岡(天神)駅'),
  named('福岡空港', 'station', '福岡空港駅'),
  named('Hakata Station', 'station', '博多駅'),
  named('天神1番出口', 'facility', '天神1番出入口'),
  named('天神駅１番出入り口', 'facility', '天神1番出入口'),
  named('博多駅東1番出口', 'facility', '博多東1番出入口'),
  named('Tenjin Station Exit 1', 'facility', '天神1番出入口'),
  named('中部水処理センター', 'facility', '中部水処理センター'),
  named('中部処理場', 'facility', '中部水処理センター'),
  named('福岡市立若久小学校', 'facility', '福岡市立若久小学校'),
  named('中部処理区', 'district', '中部処理区'),
];
