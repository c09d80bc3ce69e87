import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats, japaneseEra } from '../../src/i18n/format.js';
import { locales } from '../../src/i18n/locale.js';

describe('dates', () => {
  it('in Japanese carry the era, its first year as 元年', () => {
    const { date } = formats('ja');
    expect(date('2025-03-31')).toBe('2025年（令和7年）3月31日');
    expect(date('2019-05-01')).toBe('2019年（令和元年）5月1日');
    expect(date('2019-04-30')).toBe('2019年（平成31年）4月30日');
    expect(date('1981-09')).toBe('1981年（昭和56年）9月');
    expect(date('1920-01-01')).toBe('1920年1月1日');
  });

  it('in the other languages are written as they are there', () => {
    expect(formats('en').date('1999-06-29')).toBe('29 June 1999');
    expect(formats('zh').date('1999-06-29')).toBe('1999年6月29日');
    expect(formats('ko').date('1999-06-29')).toBe('1999년 6월 29일');
    expect(formats('en').date('1981-09')).toBe('September 1981');
  });

  it('leave alone what is no date', () => {
    for (const locale of locales) expect(formats(locale).date('S56.9')).toBe('S56.9');
  });

  it('count every day of an era from its first', () => {
    expect(japaneseEra('1989-01-07')).toEqual({ name: '昭和', year: 64 });
    expect(japaneseEra('1989-01-08')).toEqual({ name: '平成', year: 1 });
    expect(japaneseEra('1926-12-24')).toBeNull();
  });

  it('do not depend on the time zone of the machine', () => {
    const zone = process.env.TZ;
    try {
      for (const TZ of ['Pacific/Honolulu', 'Asia/Tokyo']) {
        process.env.TZ = TZ;
        expect(formats('en').date('2025-01-01')).toBe('1 January 2025');
      }
    } finally {
      process.env.TZ = zone;
    }
  });
});

describe('fiscal periods', () => {
  it('turn the letters of the yearbook into years', () => {
    expect(formats('en').fiscalPeriod('R1-R10')).toBe('FY2019–FY2028');
    expect(formats('ja').fiscalPeriod('R1–R8')).toBe('令和元年度（2019年度）〜令和8年度（2026年度）');
    expect(formats('ja').fiscalPeriod('H21–')).toBe('平成21年度（2009年度）〜');
    expect(formats('ko').fiscalPeriod('H16–H24')).toBe('2004년도–2012년도');
  });

  it('leave other words alone', () => {
    expect(formats('en').fiscalPeriod('未定')).toBe('未定');
  });
});

describe('distances', () => {
  it('are rounded to what a reader can use', () => {
    const { distance } = formats('en');
    expect(distance(7.4)).toBe('7 m');
    expect(distance(384)).toBe('380 m');
    expect(distance(994.9)).toBe('990 m');
    expect(distance(996)).toBe('1.0 km');
    expect(distance(2140)).toBe('2.1 km');
    expect(distance(9960)).toBe('10 km');
    expect(distance(12_400)).toBe('12 km');
  });

  it('never move a distance by more than a twentieth or half a metre', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 60_000, noNaN: true }), (meters) => {
        const [figure = '', unit] = formats('en').distance(meters).split(' ');
        const written = Number(figure.replace(',', '')) * (unit === 'km' ? 1000 : 1);
        expect(Math.abs(written - meters)).toBeLessThanOrEqual(Math.max(0.5, meters / 19));
      }),
    );
  });
});

it('levels keep two decimals', () => {
  expect(formats('ja').meters(2.57)).toBe('2.57 m');
  expect(formats('ja').meters(2.5)).toBe('2.5 m');
});
