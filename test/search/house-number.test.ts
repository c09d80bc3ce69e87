import { describe, expect, it } from 'vitest';
import { readHouseNumber } from '../../src/search/house-number.js';

describe('the number at the start of what follows a town', () => {
  it.each([
    ['8-1', 8, 1],
    ['８番１号', 8, 2],
    ['八番一号', 8, 2],
    ['百二十三番地', 123, 6],
    ['744番地の2', 744, 6],
    ['番地744', 744, 5],
    ['-8', 8, 2],
    ['8ばん1ごう', 8, 3],
    ['8街区', 8, 3],
  ])('%s → %i', (text, number, end) => {
    expect(readHouseNumber(text)).toMatchObject({ number, end, letter: null, other: null });
  });

  it.each(['', 'ビル', '3階', '301号室', '0', '-', '甲'])('none in %j', (text) => {
    expect(readHouseNumber(text)).toBeNull();
  });

  it.each([
    ['甲744', '甲'],
    ['744甲', '甲'],
    ['744番地イ', 'い'],
    ['744番乙', '乙'],
  ])('%s has the letter %s', (text, letter) => {
    expect(readHouseNumber(text)).toMatchObject({ number: 744, letter });
  });

  it('takes no building for a second number', () => {
    for (const text of ['8-1 第2天神ビル 8F', '8-1 2番館', '8-1 12-301', '8番1号 3番街ビル'])
      expect(readHouseNumber(text)?.other, text).toBeNull();
  });

  it('sees a second block, but not the same one again', () => {
    expect(readHouseNumber('8番1号 12番3号')?.other).toBe(12);
    expect(readHouseNumber('8-1 1-9-2', 1)?.other).toBe(9);
    expect(readHouseNumber('8-1 1-8-1', 1)?.other).toBeNull();
  });
});
