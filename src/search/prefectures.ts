/** The 47 prefectures as written in Japanese and in Latin letters; facts of the country, not of one city. */
const table =
  '北海道 Hokkaido 青森県 Aomori 岩手県 Iwate 宮城県 Miyagi 秋田県 Akita 山形県 Yamagata 福島県 Fukushima ' +
  '茨城県 Ibaraki 栃木県 Tochigi 群馬県 Gunma 埼玉県 Saitama 千葉県 Chiba 東京都 Tokyo 神奈川県 Kanagawa ' +
  '新潟県 Niigata 富山県 Toyama 石川県 Ishikawa 福井県 Fukui 山梨県 Yamanashi 長野県 Nagano 岐阜県 Gifu ' +
  '静岡県 Shizuoka 愛知県 Aichi 三重県 Mie 滋賀県 Shiga 京都府 Kyoto 大阪府 Osaka 兵庫県 Hyogo 奈良県 Nara ' +
  '和歌山県 Wakayama 鳥取県 Tottori 島根県 Shimane 岡山県 Okayama 広島県 Hiroshima 山口県 Yamaguchi ' +
  '徳島県 Tokushima 香川県 Kagawa 愛媛県 Ehime 高知県 Kochi 福岡県 Fukuoka 佐賀県 Saga 長崎県 Nagasaki ' +
  '熊本県 Kumamoto 大分県 Oita 宮崎県 Miyazaki 鹿児島県 Kagoshima 沖縄県 Okinawa';

const words = table.split(' ');

export const prefectures: readonly { name: string; nameEn: string }[] = words.flatMap((name, i) =>
  i % 2 === 0 ? [{ name, nameEn: words[i + 1] ?? '' }] : [],
);

/**
 * Cities people may ask for by mistake, in Latin letters: the designated cities of the country (but the one that a
 * prefecture is named after too), and the other cities of 福岡県. The city of the data itself is read before these.
 */
export const cities: readonly string[] = (
  'Kitakyushu Sapporo Sendai Kawasaki Yokohama Sagamihara Hamamatsu Nagoya Sakai Kobe Kurume Omuta Nogata Iizuka ' +
  'Tagawa Yanagawa Yame Chikugo Okawa Yukuhashi Buzen Nakama Ogori Ukiha Miyawaka Kama Asakura Miyama'
).split(' ');
