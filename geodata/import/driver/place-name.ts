import { kanjiNumber } from '../../../src/search/numerals.js';
import { placeKey } from '../../../src/search/place-key.js';

/** `天神１丁目`, `天神1丁目` → `天神一丁目`; other names only lose width and spaces. */
export function officialTownName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/(\d{1,2})丁目$/u, (_, digits: string) => `${kanjiNumber(Number(digits))}丁目`);
}

/** What two spellings of one town share: without 大字 and 字, が/ヶ/の and variants folded. */
export function townKey(name: string): string {
  return placeKey(officialTownName(name).replace(/^(大字|字)/u, ''));
}

const facilityWords =
  /(公共下水道|流域下水道|水処理センター|浄化センター|終末処理場|下水処理場|汚水処理場|処理場|(?:汚水|雨水)?中継ポンプ場|(?:汚水|雨水)?ポンプ場|ポンプ所|ポンプ施設|マンホールポンプ)$/u;

/** What two spellings of one sewer facility share: `福岡市大岳ポンプ場` and `大岳`. */
export function facilityKey(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^福岡市(立)?/u, '')
    // 第1 and 第一 are one number; brackets hold numbers too and stay.
    .replace(
      /第([一二三四五六七八九])/gu,
      (_, digit: string) => `第${'一二三四五六七八九'.indexOf(digit) + 1}`,
    );
  return placeKey(plain.replace(facilityWords, ''));
}

/** What two spellings of one district share: `中部処理区` and `中部`. */
export function districtKey(name: string): string {
  return placeKey(
    name
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/(処理区|地区|処理分区|排水区)$/u, ''),
  );
}
