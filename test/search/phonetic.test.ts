import { toRomaji } from 'wanakana';
import { describe, expect, it } from 'vitest';
import { soundOfKana, soundOfRomaji } from '../../src/search/phonetic.js';
import { readDocument } from './read-document.js';

const readings = readDocument().towns.map((row) => [row[2], row[3]] as const);

describe('sound keys', () => {
  it.each([
    ['てんじん', ['Tenjin', 'tenzin', 'TENJIN', 'Ten-jin']],
    ['しょうじ', ['Shoji', 'Shouji', 'Shōji', 'syozi', "sho'ji"]],
    ['おおほり', ['Ohori', 'Oohori', 'Ōhori', 'Ohhori']],
    ['はった', ['Hatta', 'hata']],
    ['まっちゃ', ['matcha', 'maccha', 'mattya']],
    ['ぎおんまち', ['Giommachi', 'Gionmachi', 'Gion-machi']],
    ['ちゅうおう', ['Chuo', 'Chūō', 'tyuuou']],
    ['つづき', ['tsuzuki', 'tuduki']],
    ['ふくおか', ['Fukuoka', 'hukuoka']],
  ])('%s meets %j', (kana, spellings) => {
    for (const spelling of spellings) expect(soundOfRomaji(spelling), spelling).toBe(soundOfKana(kana));
  });

  it.each([
    ['あいうえお', 'a i u e o'],
    ['かきくけこ', 'ka ki ku ke ko'],
    ['さしすせそ', 'sa si su se so'],
    ['たちつてと', 'ta ti tu te to'],
    ['なにぬねの', 'na ni nu ne no'],
    ['はひふへほ', 'ha hi hu he ho'],
    ['まみむめも', 'ma mi mu me mo'],
    ['やゆよ', 'ya yu yo'],
    ['らりるれろ', 'ra ri ru re ro'],
    ['わゐゑをん', 'wa i e o n'],
    ['がぎぐげご', 'ga gi gu ge go'],
    ['ざじずぜぞ', 'za zi zu ze zo'],
    ['だぢづでど', 'da zi zu de do'],
    ['ばびぶべぼ', 'ba bi bu be bo'],
    ['ぱぴぷぺぽゔ', 'pa pi pu pe po bu'],
  ])('%s sound %s', (row, sounds) => {
    expect([...row].map(soundOfKana)).toEqual(sounds.split(' '));
  });

  it.each([
    // Hepburn and Kunrei, vowel by vowel
    ['sya', 'しゃ', 'sha'],
    ['syu', 'しゅ', 'shu'],
    ['syo', 'しょ', 'sho'],
    ['tya', 'ちゃ', 'cha'],
    ['tyu', 'ちゅ', 'chu'],
    ['tyo', 'ちょ', 'cho'],
    ['zya', 'じゃ', 'ja'],
    ['zyu', 'じゅ', 'ju'],
    ['zyo', 'じょ', 'jo'],
    ['zyo', 'じょ', 'jyo'],
    ['si', 'し', 'shi'],
    ['ti', 'ち', 'chi'],
    ['tu', 'つ', 'tsu'],
    ['zi', 'じ', 'ji'],
    ['zi', 'ぢ', 'di'],
    ['zu', 'づ', 'du'],
    ['zu', 'づ', 'dzu'],
    ['zya', 'ぢゃ', 'dya'],
    ['hu', 'ふ', 'fu'],
    ['bu', 'ゔ', 'vu'],
    ['o', 'を', 'wo'],
    ['kyo', 'きょ', 'kyo'],
    ['ra', 'ら', 'la'],
    ['ka', 'か', 'kaa'],
    ['to', 'とう', 'tō'],
    ['to', 'とお', 'toh'],
    ['toho', 'とほ', 'toho'],
    ['tohyo', 'とひょ', 'tohyo'],
    ['sinbasi', 'しんばし', 'Shimbashi'],
    ['sanma', 'さんま', 'samma'],
    ['senpai', 'せんぱい', 'sempai'],
    ['kita', 'きった', 'kitta'],
    ['bota', 'ぼっちゃ'.slice(0, 2) + 'た', 'botta'],
    ['mata', 'まった', 'matta'],
    ['matya', 'まっちゃ', 'matcha'],
    ['ita', 'いった', 'i-t’ta'],
    ['ha', 'はー', 'haa'],
    ['fa'.replace('f', 'h'), 'ふぁ', 'fa'],
    ['ti', 'てぃ', 'ti'],
  ])('%s is %s and %s', (sound, kana, romaji) => {
    expect([soundOfKana(kana), soundOfRomaji(romaji)]).toEqual([sound, sound]);
  });

  it('agree with an independent romaniser for every reading of the city', () => {
    const kana = [...new Set(readings.map(([reading]) => reading).filter((reading) => reading !== ''))];
    expect(kana.length).toBeGreaterThan(300);
    for (const reading of kana) expect(soundOfKana(reading), reading).toBe(soundOfRomaji(toRomaji(reading)));
  });

  it('agree with the register on nearly every town that has both spellings', () => {
    const both = readings.filter(([kana, romaji]) => kana !== '' && romaji !== '');
    const different = both.filter(([kana, romaji]) => soundOfKana(kana) !== soundOfRomaji(romaji));
    // The register itself has a few slips and rendaku variants (玄界島 -jima / -shima).
    expect(different.length / both.length).toBeLessThan(0.02);
  });

  it('is null for what is not kana', () => {
    expect(soundOfKana('天神')).toBeNull();
    expect(soundOfKana('tenjin')).toBeNull();
  });

  it('of a beginning is a beginning of the sound', () => {
    for (const spelling of ['shinozaki', 'tenjin', 'chuo', 'momochihama', 'jonan', 'tsumashoji']) {
      for (let length = 1; length <= spelling.length; length++) {
        const sound = soundOfRomaji(spelling.slice(0, length));
        expect(soundOfRomaji(spelling).startsWith(sound), spelling.slice(0, length)).toBe(true);
      }
    }
  });
});
