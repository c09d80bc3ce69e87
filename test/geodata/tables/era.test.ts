import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eraToIso, fiscalPeriodToIso } from '../../../geodata/tables/era.js';

describe('eraToIso', () => {
  it.each([
    ['S56.9', '1981-09'],
    ['H元.4', '1989-04'],
    ['R元.10', '2019-10'],
    ['S41.7.1', '1966-07-01'],
    ['S55.12.24', '1980-12-24'],
    ['H31.3', '2019-03'],
  ])('%s is %s', (printed, iso) => {
    expect(eraToIso(printed)).toBe(iso);
  });

  it.each(['', '1981.9', 'T5.4', 'S56', 'S56.9.1.1', '昭和56.9'])('%j is no such date', (printed) => {
    expect(eraToIso(printed)).toBeNull();
  });

  // Oracle: the calendar of the platform knows the eras.
  it('agrees with the Japanese calendar of Intl', () => {
    const calendar = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
      era: 'narrow',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
    const first = Date.UTC(1930, 0, 1);
    const days = Math.floor((Date.UTC(2030, 0, 1) - first) / 86_400_000);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: days }), (day) => {
        const at = new Date(first + day * 86_400_000);
        const part = Object.fromEntries(calendar.formatToParts(at).map(({ type, value }) => [type, value]));
        const printed = `${part['era']}${part['year']}.${part['month']}.${part['day']}`.replace('年', '');
        expect(eraToIso(printed)).toBe(at.toISOString().slice(0, 10));
      }),
    );
  });
});

describe('fiscalPeriodToIso', () => {
  it.each([
    ['R1-R8', '2019-04', '2027-03'],
    ['H21-H30', '2009-04', '2019-03'],
    ['S61-H2', '1986-04', '1991-03'],
    ['H21-', '2009-04', null],
  ])('%s runs from %s to %s', (printed, start, end) => {
    expect(fiscalPeriodToIso(printed)).toEqual({ start, end });
  });

  it('null for anything else', () => {
    expect(fiscalPeriodToIso('R17')).toBeNull();
    expect(fiscalPeriodToIso('2019-2027')).toBeNull();
  });
});
