import { describe, expect, it } from 'vitest';
import {
  exitKey,
  exitLabelEn,
  exitSound,
  inJapanese,
  stationSpellings,
  withoutOwnerAndNotes,
} from '../../src/search/spellings.js';

describe('stations', () => {
  it.each([
    [['博多'], 'Hakata', '博多駅', 'Hakata Station', ['博多駅', '博多']],
    [['博多駅'], 'Hakata Station', '博多駅', 'Hakata Station', ['博多駅', '博多']],
    [['博多'], 'Hakata  Sta.', '博多駅', 'Hakata Station', ['博多駅', '博多']],
    [['博多'], 'Hakata sta', '博多駅', 'Hakata Station', ['博多駅', '博多']],
    [['駅前', '駅南駅'], '', '駅前駅', '', ['駅前駅', '駅前', '駅南駅', '駅南']],
    [['新駅'], 'Station Road', '新駅', 'Station Road Station', ['新駅', '新']],
    [[], '', '駅', '', []],
  ])('%j, %j', (names, nameEn, name, english, all) => {
    const spellings = stationSpellings(names, nameEn);
    expect(spellings).toMatchObject({ name, nameEn: english, names: all });
  });

  it('are spoken with and without their word, brackets and English', () => {
    expect(stationSpellings(['西鉄福岡'], 'Nishitetsu Fukuoka (Tenjin)').romaji).toEqual([
      'Nishitetsu Fukuoka (Tenjin)',
      'Nishitetsu Fukuoka',
      'Nishitetsu Fukuoka (Tenjin)',
      'Nishitetsu Fukuoka (Tenjin)station',
      'Nishitetsu Fukuokastation',
      'Nishitetsu Fukuoka (Tenjin)station',
      'Nishitetsu Fukuoka (Tenjin)sta',
      'Nishitetsu Fukuokasta',
      'Nishitetsu Fukuoka (Tenjin)sta',
      'Nishitetsu Fukuoka (Tenjin)eki',
      'Nishitetsu Fukuokaeki',
      'Nishitetsu Fukuoka (Tenjin)eki',
    ]);
    expect(stationSpellings(['空港'], 'Fukuoka Airport').romaji.slice(0, 3)).toEqual([
      'Fukuoka Airport',
      'Fukuoka Airport',
      'Fukuoka kuko',
    ]);
    expect(stationSpellings(['あ'], 'A (B) C').romaji[1]).toBe('A (B) C');
    // Words every object in JavaScript knows are words like any other.
    expect(inJapanese('constructor toString __proto__')).toBe('constructor toString __proto__');
    expect(inJapanese('Ohori PARK University Parkside airport')).toBe('Ohori koen daigaku Parkside kuko');
  });
});

it.each([
  ['福岡市立若久小学校 （浸水は２階以上）', '若久小学校'],
  ['福岡市立若久小学校(体育館)', '若久小学校'],
  ['福岡市民会館', '民会館'],
  ['県立公園', '県立公園'],
  ['立花公園', '立花公園'],
  ['福岡市立花寺公園', '花寺公園'],
  ['公園（東） 西', '公園'],
])('%s without its owner and notes is %s', (name, bare) => {
  expect(withoutOwnerAndNotes(name, '福岡市')).toBe(bare);
});

it.each([
  ['1', '1'],
  ['東12a', 'East 12a'],
  ['西1', 'West 1'],
  ['南', 'South'],
  ['北', 'North'],
  ['中央3', 'Central 3'],
  ['P1', 'P1'],
])('exit %s is %s', (label, english) => {
  expect(exitLabelEn(label)).toBe(english);
});

it.each([
  ['天神駅1番出入口', '天神1出口'],
  ['天神1番出口', '天神1出口'],
  ['天神1号出口', '天神1出口'],
  ['天神1出入り口', '天神1出口'],
  ['地下鉄天神駅1番出口', '天神1出口'],
  ['市営地下鉄天神1出口', '天神1出口'],
  ['営地下鉄天神1出口', '天神1出口'],
  ['天神地下鉄1出口', '天神地下鉄1出口'],
  ['天神1番地', '天神1番地'],
  ['天神駅', '天神駅'],
  ['博多駅駅方面出口', '博多駅方面出口'],
])('%s has the key %s', (written, key) => {
  expect(exitKey(written)).toBe(key);
});

it('an exit sounds by its station and label, numbers in it', () => {
  expect(exitSound('Tenjin', 'East 12A')).toBe('tenzinexiteast12a');
  expect(exitSound('Hakata', '1')).toBe('hakataexit1');
});
