import type { Credit, SourceId } from '../../recipes/city-facts.js';

/** Credit wording of each source, as its licence asks for it, and the day it is as of (geometry/SOURCES.md). */
export const credits: Readonly<Record<SourceId, Credit>> = {
  document: { source: '福岡市の下水道 令和7年度版', asOf: '2025-03-31' },
  wards: { source: '「国土数値情報（行政区域データ）」（国土交通省）を加工して作成', asOf: '2022-01-01' },
  railways: { source: '「国土数値情報（鉄道データ）」（国土交通省）を加工して作成', asOf: '2022-12-31' },
  towns: {
    source: '「位置参照情報」（国土交通省）、「アドレス・ベース・レジストリ」（デジタル庁）を加工して作成',
    asOf: '2024-12-31',
  },
  census: {
    source: '「国勢調査 小地域（町丁・字等）2015」（総務省統計局 e-Stat）を加工して作成',
    asOf: '2015-10-01',
  },
  dividedCensus: {
    source:
      '「国勢調査 小地域（町丁・字等）2015」（総務省統計局 e-Stat）、「街区レベル位置参照情報」（国土交通省）を加工して作成',
    asOf: '2017-12-31',
  },
  shelters: { source: '「指定緊急避難場所データ」（国土地理院）を加工して作成', asOf: '2025-10-27' },
  rivers: {
    source: '「国土数値情報（行政区域データ）」「位置参照情報」（国土交通省）を加工して作成',
    asOf: '2022-01-01',
  },
};

/** Blocks 街区, found by address. */
export const blockCredit: Credit = {
  source: '「街区レベル位置参照情報」（国土交通省）を加工して作成',
  asOf: '2017-12-31',
};

/** Places people name. */
export const openStreetMap = {
  credit: { source: '© OpenStreetMap contributors', asOf: '2021-08-31' },
  licence: 'ODbL 1.0, https://opendatacommons.org/licenses/odbl/1-0/',
} as const;

/** The subway's own data. */
export const operatorCredits = [
  {
    operator: '福岡市',
    credit: { source: '福岡市交通局のオープンデータ（CC BY 4.0）を加工して作成', asOf: '2019-12-31' },
  },
] as const;

export const railwayNotes: Readonly<Record<string, string>> = {
  七隈線: '2023年3月に開業した天神南から博多までの区間は入っていません。',
};
