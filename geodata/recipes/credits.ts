/** Credit wording of each source, as its licence asks for it (geodata/geometry/SOURCES.md). */
export const credits = {
  yearbook: '福岡市の下水道 令和7年度版',
  wards: '「国土数値情報（行政区域データ）」（国土交通省）を加工して作成',
  railways: '「国土数値情報（鉄道データ）」（国土交通省）を加工して作成',
  subway: '福岡市交通局のオープンデータ（CC BY 4.0）を加工して作成',
  towns: '「位置参照情報」（国土交通省）、「アドレス・ベース・レジストリ」（デジタル庁）を加工して作成',
  shelters: '「指定緊急避難場所データ」（国土地理院）を加工して作成',
  rivers: '「国土数値情報（行政区域データ）」「位置参照情報」（国土交通省）を加工して作成',
} as const;

/** Dates the sources are as of. */
export const dates = {
  yearbook: '2025-03-31',
  wards: '2022-01-01',
  railways: '2022-12-31',
  subway: '2019-12-31',
  towns: '2024-12-31',
  shelters: '2025-10-27',
} as const;
