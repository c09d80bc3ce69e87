import { describe, expect, it } from 'vitest';
import { foldText, foldedString } from '../../src/search/fold-text.js';
import { normaliseAddress } from '../../src/search/normalise-address.js';
import { kanjiNumber, numberAt } from '../../src/search/numerals.js';
import { placeKey } from '../../src/search/place-key.js';

describe('normaliseAddress', () => {
  it.each([
    ['福岡県　福岡市 中央区 天神１丁目８番１号', '福岡県福岡市中央区天神1丁目8番1号'],
    ['中央区天神一丁目八番一号', '中央区天神1丁目8番1号'],
    ['天神1ー8ー1', '天神1-8-1'],
    ['天神１−８－１', '天神1-8-1'],
    ['天神1の8の1', '天神1-8-1'],
    ['天神 1 8 1', '天神1-8-1'],
    ['七隈八丁目', '七隈8丁目'],
    ['六本松四丁目', '六本松4丁目'],
    ['二十一番', '21番'],
    ['藥院', '薬院'],
    ['髙宮', '高宮'],
    ['ﾃﾝｼﾞﾝ', 'てんじん'],
    ['多々良', '多多良'],
    ['Chūō-ku', 'chuo-ku'],
    ['Tenjin  ,  Chuo-ku', 'tenjin,chuo-ku'],
    ['天神 ,  大名', '天神,大名'],
    ['天神   大名', '天神大名'],
    ['Tenjin 天神', 'tenjin天神'],
    ['天神 Tenjin', '天神tenjin'],
    ['  天神  ', '天神'],
    ['三-1', '3-1'],
    ['百千丁目', '1100丁目'],
    ['十号', '10号'],
    ['天神〒810-0001', '天神〒810-0001'],
    ['810-00012', '810-00012'],
    ['Tenjin 1-chome, Chuo-ku', 'tenjin 1-chome,chuo-ku'],
  ])('%s → %s', (written, text) => {
    expect(normaliseAddress(written)).toEqual({ text, postalCode: null, truncated: false });
  });

  it.each(['〒810-0001 天神', '８１０－０００１　天神', '〒8100001天神'])(
    'takes the postal code off %s',
    (written) => {
      expect(normaliseAddress(written)).toMatchObject({ text: '天神', postalCode: '810-0001' });
    },
  );

  it('says when it stopped reading', () => {
    expect(normaliseAddress('天'.repeat(201)).truncated).toBe(true);
    expect(normaliseAddress('天'.repeat(200)).truncated).toBe(false);
    expect(normaliseAddress(`${'天'.repeat(200)}   `).truncated).toBe(false);
    expect(normaliseAddress(`   ${'天'.repeat(198)}`).truncated).toBe(true);
  });
});

describe('placeKey', () => {
  it.each([
    [['香住ヶ丘', '香住ケ丘', '香住が丘', '香住ガ丘', '香住ｹ丘', '香住丘']],
    [['姪の浜', '姪ノ浜', '姪之浜', '姪浜']],
    [['渡辺通', '渡辺通り', '渡邊通り']],
    [['箱崎ふ頭', '箱﨑埠頭', '箱崎フ頭']],
    [['薬院', '藥院', '药院']],
    [['辻', '辻\u{E0100}', '辻\uFE00']],
  ])('%j share one', (spellings) => {
    expect(new Set(spellings.map(placeKey)).size).toBe(1);
  });

  it('keeps names apart that only look alike', () => {
    expect(placeKey('原')).not.toBe(placeKey('原田'));
    expect(placeKey('みのしま')).toBe('みのしま');
    expect(placeKey('ながおか')).toBe('ながおか');
  });
});

describe('foldText', () => {
  it('leads each character back to what was written', () => {
    const folded = foldText('ﾃﾝｼﾞﾝ１');
    expect(foldedString(folded)).toBe('てんじん1');
    expect(folded.source.slice(folded.start[2], folded.end[2])).toBe('ｼﾞ');
  });

  it('drops what cannot be seen', () => {
    expect(foldedString(foldText('天\u200b\u202e\ufeff神\u0000'))).toBe('天神');
    expect(foldedString(foldText('\ud800天'))).toBe('天');
  });
});

describe('numbers', () => {
  it('reads back every number it writes', () => {
    for (let value = 1; value < 100; value++) {
      const written = kanjiNumber(value);
      expect(numberAt(written, 0), written).toEqual({ value, length: written.length });
    }
  });

  it.each([
    ['二〇三', 203],
    ['百二十', 120],
    ['千二百', 1200],
    ['拾六', 16],
    ['壱', 1],
    ['10-2', 10],
  ])('%s is %d', (written, value) => {
    expect(numberAt(written, 0)?.value).toBe(value);
  });

  it('is null where there is none', () => {
    expect(numberAt('天神', 0)).toBeNull();
    expect(numberAt('', 3)).toBeNull();
  });
});
