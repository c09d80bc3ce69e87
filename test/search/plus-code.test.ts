import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePlusCode, findPlusCode, recoverPlusCode } from '../../src/search/plus-code.js';

/** Known values of the specification's own test data (open-location-code, test_data/decoding.csv). */
const known: readonly (readonly [string, number, number, number, number])[] = [
  ['7FG49QCJ+2V', 20.37, 2.782125, 20.370125, 2.78225],
  ['7FG49QCJ+2VX', 20.3701, 2.78221875, 20.370125, 2.78225],
  ['7FG49QCJ+2VXGJ', 20.370113, 2.782234375, 20.370114, 2.78223632813],
  ['8FVC2222+22', 47, 8, 47.000125, 8.000125],
  ['4VCPPQGP+Q9', -41.273125, 174.785875, -41.273, 174.786],
  ['22222222+22', -90, -180, -89.999875, -179.999875],
  ['6FH32222+222', 1, 1, 1.000025, 1.00003125],
  ['CFX3X2X2+X2', 89.999875, 1, 90, 1.000125],
  ['849VGJQF+VX7QR3J', 37.53966912, -122.3750698242, 37.53966916, -122.3750697021],
];

describe('decoding', () => {
  it.each(known)('%s', (code, south, west, north, east) => {
    const area = decodePlusCode(code);
    expect(area?.south).toBeCloseTo(south, 9);
    expect(area?.west).toBeCloseTo(west, 9);
    expect(area?.north).toBeCloseTo(north, 9);
    expect(area?.east).toBeCloseTo(east, 9);
  });

  it('an eight-digit code is a cell of a four-hundredth of a degree', () => {
    const area = decodePlusCode('7FG49QCJ+');
    expect((area?.north ?? 0) - (area?.south ?? 0)).toBeCloseTo(0.0025, 9);
  });

  it.each([
    '',
    '7FG40000+',
    '7FG49QCJ',
    '7FG49QC+J2V',
    '7FG49QCJ+2',
    'AFG49QCJ+2V',
    'FFG49QCJ+2V',
    'CX222222+22',
  ])('refuses %j', (code) => {
    expect(decodePlusCode(code)).toBeNull();
  });

  it('nests: a longer code lies in the cell of each shorter one', () => {
    const digits = [...'23456789CFGHJMPQRVWX'];
    const code = fc.array(fc.constantFrom(...digits), { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(code, (tail) => {
        const all = `8Q${tail.join('')}`.slice(0, 15);
        const cell = (length: number) => decodePlusCode(`${all.slice(0, 8)}+${all.slice(8, length)}`);
        const outer = cell(10);
        const inner = cell(15);
        expect(inner?.south).toBeGreaterThanOrEqual((outer?.south ?? NaN) - 1e-12);
        expect(inner?.north).toBeLessThanOrEqual((outer?.north ?? NaN) + 1e-12);
        expect(inner?.west).toBeGreaterThanOrEqual((outer?.west ?? NaN) - 1e-12);
        expect(inner?.east).toBeLessThanOrEqual((outer?.east ?? NaN) + 1e-12);
      }),
    );
  });
});

describe('short codes', () => {
  /** test_data/shortCodeTests.csv */
  it.each([
    ['XGRF+PM', 47, 8.55, '8FRCXGRF+PM'],
    ['9QCJ+2VX', 51.3852125, -1.217765625, '9C3W9QCJ+2VX'],
    ['2222+22', 89.6, 0, 'CFX22222+22'],
    ['XXXXXX+XX', -81, 0, '2CXXXXXX+XX'],
  ])('%s near %d, %d is %s', (short, latitude, longitude, full) => {
    expect(recoverPlusCode(short, [longitude, latitude])?.code).toBe(full);
  });

  it('are found inside a text, full width too', () => {
    const here = [130.3986, 33.5896] as const;
    for (const text of ['HCR2+4X 福岡市', '福岡市 ＨＣＲ２＋４Ｘ', '8q5ghcr2+4x']) {
      expect(findPlusCode(text, here)?.code, text).toBe('8Q5GHCR2+4X');
    }
    expect(findPlusCode('天神1+2', here)).toBeNull();
  });
});
