import { describe, expect, it } from 'vitest';
import { foldedString, foldText, maximumQueryCharacters } from '../../src/search/fold-text.js';
import { chomeBySound, kanjiNumber, numberAt } from '../../src/search/numerals.js';
import { keyOfFolded, placeKey, writtenBetween, writtenFrom } from '../../src/search/place-key.js';

const folded = (text: string) => foldedString(foldText(text));

describe('one form of a text', () => {
  it.each([
    // Width and case
    ['ＡＢＣ１２３', 'abc123'],
    ['Tenjin', 'tenjin'],
    ['ﾃﾝｼﾞﾝ', 'てんじん'],
    ['ﾊﾟ', 'ぱ'],
    ['がが', 'がが'],
    // Kana
    ['テンジン', 'てんじん'],
    ['ヴ', 'ゔ'],
    ['ヶヵケ', 'ががけ'],
    ['ー', 'ー'],
    // Dashes
    ['a‐b‑c‒d–e—f―g−h⁃i', 'a-b-c-d-e-f-g-h-i'],
    ['a⁻b₋c─d━e﹘f﹣g~h〜i∼j_k', 'a-b-c-d-e-f-g-h-i-j-k'],
    ['a－b', 'a-b'],
    // Separators
    ['a　b\tc\nd', 'a b c d'],
    ['a,b、c，d;e；f', 'a,b,c,d,e,f'],
    ['a。b.c．d｡e', 'a.b.c.d.e'],
    ['a・b(c)d[e]f{g}h「i」j『k』l【m】n', 'a b c d e f g h i j k l m n'],
    ['a〔b〕c〈d〉e《f》g"h“i”j!k?l|m/n\\o', 'a b c d e f g h i j k l m n o'],
    ['a   b（（ c', 'a b c'],
    // Accents
    ['Ōhori Kōen', 'ohori koen'],
    ['Chūō', 'chuo'],
    ['éèñ', 'een'],
    // Old and Chinese kanji
    ['濱﨑邊', '浜崎辺'],
    ['福冈', '福岡'],
    ['藥院', '薬院'],
    // Repetition
    ['多々良', '多多良'],
    ['々', '々'],
    // Nothing to see
    ['天\u200b\u202e\ufeff神\u0000', '天神'],
    ['\ud800天', '天'],
    ['辻\u{E0100}', '辻'],
    // One character that stands for several
    ['㍿', '株式会社'],
    ['①', '1'],
  ])('%j is %j', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it.each([
    ['1ー8ー1', '1-8-1'],
    ['一ー八', '一-八'],
    ['1丁目ー8', '1丁目-8'],
    ['1-ー8', '1--8'],
    ['1の8', '1-8'],
    ['1の天神', '1の天神'],
    ['天の1', '天の1'],
    ['1一8', '1-8'],
    ['天一8', '天一8'],
    ['1一天', '1一天'],
    ['1 8 1', '1-8-1'],
    ['1 天', '1 天'],
    ['天 1', '天 1'],
    ['せんたー1', 'せんたー1'],
    ['ー1', 'ー1'],
  ])('numbers joined: %s is %s', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it('knows where each character was written', () => {
    const { characters, start, end } = foldText('ﾃﾝｼﾞﾝ　①㍿');
    expect(characters).toEqual(['て', 'ん', 'じ', 'ん', ' ', '1', '株', '式', '会', '社']);
    expect(start).toEqual([0, 1, 2, 4, 5, 6, 7, 7, 7, 7]);
    expect(end).toEqual([1, 2, 4, 5, 6, 7, 8, 8, 8, 8]);
    const beyond = foldText('𠮟a');
    expect(beyond.start).toEqual([0, 2]);
    expect(beyond.end).toEqual([2, 3]);
    expect(beyond.characters[0]).toHaveLength(1);
  });

  it('reads 200 characters, makes 400 of them at most, and hands on no more', () => {
    expect(maximumQueryCharacters).toBe(200);
    const long = foldText('天'.repeat(300));
    expect(long.characters).toHaveLength(200);
    expect(long.source).toHaveLength(200);
    expect(foldText('天'.repeat(200)).characters).toHaveLength(200);
    const wide = foldText('㍿'.repeat(150));
    expect(wide.characters).toHaveLength(400);
    expect(wide.source).toHaveLength(100);
    expect(foldText('').source).toBe('');
    // Marks without end belong to the character before them, and are not all looked at.
    expect(foldText(`か${'\u3099'.repeat(1000)}天`).characters.slice(-1)).toEqual(['天']);
  });
});

describe('the key of a place name', () => {
  it.each([
    ['香住ヶ丘', '香住丘'],
    ['香住が丘', '香住丘'],
    ['香住ケ丘', '香住丘'],
    ['香住の丘', '香住丘'],
    ['香住之丘', '香住丘'],
    ['みどりが丘', 'みどり丘'],
    // At the end the reader may still be typing
    ['姪の', '姪'],
    ['香住ヶ', '香住'],
    ['姪之', '姪之'],
    ['みの', 'みの'],
    // Only before kanji, and only behind a name
    ['みのしま', 'みのしま'],
    ['の丘', 'の丘'],
    ['aの丘', 'aの丘'],
    ['ながおか', 'ながおか'],
    ['渡辺通り', '渡辺通'],
    ['渡り', '渡り'],
    ['りんご', 'りんご'],
    ['天 神, 南', '天神南'],
  ])('%s is %s', (name, key) => {
    expect(placeKey(name)).toBe(key);
  });

  it('remembers breaks and the way back', () => {
    const key = keyOfFolded(foldText('香住ヶ丘 3-2, 南（北）'));
    expect(key.text).toBe('香住丘3-2南北');
    expect(key.breakBefore).toEqual([false, false, false, true, false, false, true, true]);
    expect(key.start).toEqual([0, 1, 3, 5, 6, 7, 10, 12]);
    expect(key.end).toEqual([1, 2, 4, 6, 7, 8, 11, 13]);
  });

  it('gives back what was written', () => {
    const key = keyOfFolded(foldText('福岡市 香住ヶ丘　３－２ (南) '));
    expect(key.text).toBe('福岡市香住丘3-2南');
    expect(writtenBetween(key, 0, 3)).toBe('福岡市');
    expect(writtenBetween(key, 3, 6)).toBe('香住ヶ丘');
    expect(writtenBetween(key, 0, 6)).toBe('福岡市 香住ヶ丘');
    expect(writtenBetween(key, 6, 99)).toBe('３－２ (南');
    expect(writtenBetween(key, 3, 3)).toBe('');
    expect(writtenBetween(key, 4, 3)).toBe('');
    expect(writtenBetween(key, 99, 100)).toBe('');
    expect(writtenFrom(key, 6)).toBe('３－２ (南)');
    expect(writtenFrom(key, 6, 9)).toBe('３－２');
    expect(writtenFrom(key, 7)).toBe('２ (南)');
    expect(writtenFrom(key, 9, 9)).toBe('');
    expect(writtenFrom(key, 99)).toBe('');
    for (const gap of [', ', '、', '，', 'の', 'ノ', '-', '−', 'ー', 'ｰ', '〜', '~', '～', ' の '])
      expect(writtenFrom(keyOfFolded(foldText(`天神1${gap}8`)), 3).replace(/^\D+/, '')).toBe('8');
  });
});

describe('numbers', () => {
  it.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [19, '十九'],
    [20, '二十'],
    [21, '二十一'],
    [99, '九十九'],
  ])('%i is written %s', (value, written) => {
    expect(kanjiNumber(value)).toBe(written);
  });

  it.each([
    ['〇', 0, 1],
    ['零', 0, 1],
    ['一二三', 123, 3],
    ['弐', 2, 1],
    ['参', 3, 1],
    ['四五六', 456, 3],
    ['七八九', 789, 3],
    ['十', 10, 1],
    ['拾', 10, 1],
    ['二十三', 23, 3],
    ['百', 100, 1],
    ['三百五', 305, 3],
    ['千二百三十四', 1234, 6],
    ['1234567', 123456, 6],
    ['12丁', 12, 2],
    ['一丁', 1, 1],
  ])('%s is %i', (written, value, length) => {
    expect(numberAt(`天${written}`, 1)).toEqual({ value, length });
  });

  it('knows how each 丁目 is spoken', () => {
    expect([...chomeBySound].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))).toEqual([
      ['itityome', 1],
      ['ityome', 1],
      ['nityome', 2],
      ['santyome', 3],
      ['yontyome', 4],
      ['yotyome', 4],
      ['gotyome', 5],
      ['rokutyome', 6],
      ['nanatyome', 7],
      ['sitityome', 7],
      ['hatityome', 8],
      ['hatyome', 8],
      ['kyutyome', 9],
      ['zyutyome', 10],
    ]);
  });
});
