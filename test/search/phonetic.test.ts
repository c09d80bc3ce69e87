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
