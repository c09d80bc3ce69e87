import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalNumber } from '../../src/geometry/decimal-number.js';
import { positionOfRow } from '../../src/geometry/table-features.js';
import { parseWkt } from '../../src/formats/text/wkt.js';

describe('decimalNumber', () => {
  it('reads every figure that JavaScript writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(decimalNumber(String(value))).toBe(Number(String(value)));
      }),
    );
  });

  const noFigures = [
    '',
    ' ',
    '0x10',
    '0b1',
    '0o7',
    'Infinity',
    '-Infinity',
    '1e',
    '1_000',
    '--1',
    '130,4',
    'NaN',
  ];
  it.each(noFigures)('%j is no figure, and no coordinate of a row', (text) => {
    expect(decimalNumber(text)).toBeNaN();
    expect(positionOfRow({ longitude: text, latitude: 33.59 })).toBeNull();
  });

  it('0x10 places nothing in well-known text', () => {
    expect(parseWkt('POINT (0x10 33)')).toBeNull();
  });
});
