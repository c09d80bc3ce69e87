import { beforeEach, describe, expect, it } from 'vitest';
import { foldedString, foldText } from '../../src/search/fold-text.js';
import { readLatinAddress } from '../../src/search/latin-address.js';
import { createSearchIndex, type SearchIndex } from '../../src/search/search-index.js';
import { smallCity } from './small-city.js';

let index: SearchIndex;
beforeEach(() => {
  index = createSearchIndex(smallCity());
});

/** words | 丁目, numbers, other numbers | ward, city, postal code, exit, 大字, elsewhere */
function read(text: string): string {
  const address = readLatinAddress(index, foldedString(foldText(text)));
  const told = [
    address.ward?.name,
    address.cityWritten ? '市' : undefined,
    address.postalCode ?? undefined,
    address.exitLabel === null ? undefined : `exit<${address.exitLabel}>`,
    address.oaza ? '大字' : undefined,
    address.outside === null ? undefined : `≠${address.outside}`,
  ];
  const numbers = [
    address.chome === null ? undefined : `${address.chome}丁目`,
    address.numbers.length > 0 ? address.numbers.join('-') : undefined,
    address.otherNumbers.length > 0 ? `(${address.otherNumbers.join(' ')})` : undefined,
  ];
  const shown = (parts: readonly (string | undefined)[]) =>
    parts.filter((part) => part !== undefined).join(' ');
  return [address.words.join(' '), shown(numbers), shown(told)].join(' | ');
}

describe('an address in Latin letters', () => {
  it.each([
    ['', ' |  | '],
    ['Tenjin', 'tenjin |  | '],
    ['Tenjin 1', 'tenjin | 1 | '],
    ['Tenjin 1-8-1', 'tenjin | 1-8-1 | '],
    ['1-8-1 Tenjin', 'tenjin | 1-8-1 | '],
    ['tenjin1', 'tenjin | 1 | '],
    ['1tenjin', 'tenjin | 1 | '],
    // 丁目 in its spellings
    ['Tenjin 1-chome', 'tenjin | 1丁目 | '],
    ['Tenjin 1 chome 8-1', 'tenjin | 1丁目 8-1 | '],
    ['Tenjin 1chome', 'tenjin | 1丁目 | '],
    ['Tenjin 2-choume', 'tenjin | 2丁目 | '],
    ['Tenjin 3-tyome', 'tenjin | 3丁目 | '],
    ['Tenjin 12-chome', 'tenjin | 12丁目 | '],
    ['Tenjin itchome', 'tenjin | 1丁目 | '],
    ['Tenjin ni-chome', 'tenjin | 2丁目 | '],
    ['Tenjin 1丁目', 'tenjin | 1丁目 | '],
    ['Tenjin chomework', 'tenjin chomework |  | '],
    // 番 and 号
    ['Tenjin 1-chome 8 ban 1 go', 'tenjin | 1丁目 8-1 | '],
    ['Tenjin 1-chome 8banchi 1', 'tenjin | 1丁目 8-1 | '],
    ['Tenjin 1-chome 8 banchi no 1', 'tenjin | 1丁目 8-1 | '],
    ['Tenjin 1丁目8番1号', 'tenjin | 1丁目 8-1 | '],
    ['Motooka 744番地の2', 'motooka | 744-2 | '],
    ['Tenjin 10 ban 12 go', 'tenjin | 10-12 | '],
    ['Tenjin 8ban12go', 'tenjin | 8-12 | '],
    ['Tenjin 8  ban  12  go', 'tenjin | 8-12 | '],
    ['Tenjin 8 ban 1', 'tenjin | 8-1 | '],
    ['Tenjin 8 ban no 1', 'tenjin | 8-1 | '],
    ['Tenjin 8 banana 1', 'tenjin banana | 8 (1) | '],
    // The chain with several numbers is the address, whatever else has a number
    ['Room 501, 1-8-1 Tenjin', 'room tenjin | 1-8-1 (501) | '],
    ['1-8-1 Tenjin, 501', 'tenjin | 1-8-1 (501) | '],
    ['1-8-1 Tenjin, 2-3', 'tenjin | 1-8-1 (2-3) | '],
    ['1, 2, 3 Tenjin', 'tenjin | 1 (2 3) | '],
    ['12, 3, 4-5 Tenjin', 'tenjin | 4-5 (3 12) | '],
    ['1-2, 3 Tenjin, 4', 'tenjin | 1-2 (3 4) | '],
    // Wards
    ['Tenjin chuo wards', 'tenjin chuo wards |  | '],
    ['Tenjin chuo kudo', 'tenjin chuo kudo |  | '],
    ['Chuo-ku ward', ' |  | 中央区'],
    ['Tenjin, Chuo-ku', 'tenjin |  | 中央区'],
    ['Tenjin Chuo Ward', 'tenjin |  | 中央区'],
    ['Tenjin Chuo ku', 'tenjin |  | 中央区'],
    ['chuoku tenjin', 'tenjin |  | 中央区'],
    ['Chuo Tenjin', 'chuo tenjin |  | '],
    ['Tenjin 中央区', 'tenjin |  | 中央区'],
    ['中央区天神 1-chome', '天神 | 1丁目 | 中央区'],
    ['福岡市中央区 Tenjin', 'tenjin |  | 中央区 市'],
    ['福岡県福岡市 Tenjin', 'tenjin |  | 市'],
    ['Chuo-ku Higashi-ku', 'higashi-ku |  | 中央区 ≠higashi-ku'],
    // City, prefecture, country
    ['Tenjin, Fukuoka', 'tenjin |  | 市'],
    ['Tenjin, Fukuoka City', 'tenjin |  | 市'],
    ['Tenjin, Fukuoka-shi, Fukuoka-ken', 'tenjin |  | 市'],
    ['Tenjin Fukuoka', 'tenjin fukuoka |  | '],
    ['Fukuoka', ' |  | 市'],
    ['Fukuoka Airport', 'fukuoka airport |  | '],
    ['fukuokashi tenjin', 'tenjin |  | 市'],
    ['Tenjin, Fukuoka, Japan', 'tenjin |  | 市'],
    ['Tenjin Japan', 'tenjin |  | '],
    ['Tenjin, Fukuoka 810-0001', 'tenjin |  | 市 810-0001'],
    ['〒810-0001 Tenjin', 'tenjin |  | 810-0001'],
    ['Tenjin 1810-00011', 'tenjin | 1810-11 | '],
    ['Oaza Motooka 744', 'motooka | 744 | 大字'],
    // Stations and their exits
    ['Tenjin駅', 'tenjin station |  | '],
    ['Tenjin Station Exit 1', 'tenjin station |  | exit<1>'],
    ['Tenjin exit no. 12', 'tenjin |  | exit<12>'],
    ['Tenjin exit East 1a', 'tenjin |  | exit<east 1a>'],
    ['Hakata exit central 2', 'hakata |  | exit<central 2>'],
    ['Tenjin exit no.5', 'tenjin |  | exit<5>'],
    ['Tenjin exit no 5', 'tenjin |  | exit<5>'],
    ['Tenjin exit12a', 'tenjin |  | exit<12a>'],
    ['Hakata exit south2', 'hakata |  | exit<south2>'],
    ['Hakata exit west  2', 'hakata |  | exit<west 2>'],
    ['Tenjin 12 exit', 'tenjin |  | exit<12>'],
    ['Tenjin 1a exit', 'tenjin |  | exit<1a>'],
    ['Hakata east1 exit', 'hakata |  | exit<east1>'],
    ['Hakata north 2 exit', 'hakata |  | exit<north 2>'],
    ['〒 810-0001 Tenjin', 'tenjin |  | 810-0001'],
    ['Exit P1 Tenjin', 'tenjin |  | exit<p1>'],
    ['Hakata Station East 1 exit', 'hakata station |  | exit<east 1>'],
    ['Tenjin 3 exit', 'tenjin |  | exit<3>'],
    ['exitway 3', 'exitway | 3 | '],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('keeps every word for names that hold the city’s', () => {
    const { words, allWords } = readLatinAddress(index, 'fukuoka city hall, fukuoka');
    expect(words).toEqual(['hall']);
    expect(allWords).toEqual(['fukuoka', 'hall', 'fukuoka']);
  });
});

describe('elsewhere', () => {
  it.each([
    ['Tokyo', 'tokyo'],
    ['Ginza, Tokyo', 'tokyo'],
    ['Chuo-ku, Tokyo', 'tokyo'],
    ['Tokyo Ginza', null],
    ['Dazaifu', '太宰府市'],
    ['Dazaifu City', '太宰府市'],
    ['Dazaifu-shi', '太宰府市'],
    ['Tenjin, Kasuga', '春日市'],
    ['Umi Town', null],
    ['Tenjin, Umi-machi', '宇美町'],
    ['Kitakyushu City', 'kitakyushu'],
    ['Kitakyushu-shi', 'kitakyushu-shi'],
    ['Kasuya-gun', '粕屋町'],
    ['Itoshima-gun', '糸島市'],
    ['Kokurakita-ku', 'kokurakita-ku'],
    ['Fukuoka Prefecture', null],
    ['Fukuoka-ken', null],
    ['Tenjin', null],
    ['Hakata, Tenjin', null],
  ])('%s: %s', (text, outside) => {
    expect(readLatinAddress(index, foldedString(foldText(text))).outside).toBe(outside);
  });
});
