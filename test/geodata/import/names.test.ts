import { describe, expect, it } from 'vitest';
import { fiveDigitCode, isOwnCode, wardInAddress } from '../../../geodata/import/driver/municipality.js';
import {
  districtKey,
  facilityKey,
  officialTownName,
  townKey,
} from '../../../geodata/import/driver/place-name.js';
import { censusDay, dateInName, fiscalYearInName } from '../../../geodata/import/driver/data-date.js';

describe('names of official data against names of the tables', () => {
  it.each([
    ['天神１丁目', '天神一丁目'],
    ['天神1丁目', '天神一丁目'],
    ['香椎浜12丁目', '香椎浜十二丁目'],
    ['大字 田尻', '大字田尻'],
    ['荒津', '荒津'],
  ])('%s is %s', (written, official) => expect(officialTownName(written)).toBe(official));

  it('takes spellings of one town for one', () => {
    expect(townKey('大字三苫')).toBe(townKey('三苫'));
    expect(townKey('香住ケ丘３丁目')).toBe(townKey('香住ヶ丘三丁目'));
    expect(townKey('姪の浜１丁目')).toBe(townKey('姪浜一丁目'));
    expect(townKey('天神一丁目')).not.toBe(townKey('天神二丁目'));
  });

  it('takes spellings of one facility for one, and keeps numbers apart', () => {
    expect(facilityKey('福岡市 大岳ポンプ場')).toBe(facilityKey('大岳'));
    expect(facilityKey('中部水処理センター')).toBe(facilityKey('中部処理場'));
    expect(facilityKey('奈多第一雨水ポンプ場')).toBe(facilityKey('奈多第1ポンプ場'));
    expect(facilityKey('奈多第1')).not.toBe(facilityKey('奈多第2'));
    expect(facilityKey('弓田(1)')).toBe(facilityKey('弓田（1）ポンプ場'));
    expect(districtKey('新西部処理区')).toBe('新西部');
  });

  it('reads codes with and without check digit, and only the city is its own', () => {
    expect(fiveDigitCode('401307')).toBe('40130');
    expect(fiveDigitCode('４０１３３')).toBe('40133');
    expect(fiveDigitCode(1202)).toBe('01202');
    expect(fiveDigitCode('福岡')).toBeNull();
    expect([40130, '40131', '40137', '401307'].every(isOwnCode)).toBe(true);
    expect(['40138', '40202', '4013', null, ''].some(isOwnCode)).toBe(false);
  });

  it('finds the ward in an address, and no ward of another city', () => {
    expect(wardInAddress('福岡県福岡市中央区天神1-8-1')).toBe('中央区');
    expect(wardInAddress('福岡市早良区百道浜１')).toBe('早良区');
    expect(wardInAddress('福岡県北九州市小倉北区城内1-1')).toBeNull();
    expect(wardInAddress('東京都中央区銀座')).toBeNull();
  });
});

describe('dates in names', () => {
  const hints = (fileName: string, names: string[] = [], fields: string[] = []) => ({
    fileName,
    names,
    fields: new Set(fields),
  });
  it('reads the whole date, the fiscal year, the census', () => {
    expect(dateInName(hints('N03-20250101_40_GML.zip'), 'N03')).toBe('2025-01-01');
    expect(fiscalYearInName(hints('x.zip', ['A51-25_40130']), 'A51')).toBe('2025-04-01');
    expect(fiscalYearInName(hints('a51.geojson', ['mine']), 'A51')).toBeNull();
    expect(censusDay(hints('A002005212020DDSWC40133-JGD2011.zip'))).toBe('2020-10-01');
    expect(censusDay(hints('towns.zip', ['r2ka40133']))).toBe('2020-10-01');
    expect(censusDay(hints('towns.zip', ['x'], ['H27KAxx_']))).toBe('2015-10-01');
    expect(censusDay(hints('towns.zip'))).toBeNull();
  });
});
