import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCoordinates } from '../../src/search/coordinates.js';

const frame = [129.98, 33.38, 130.62, 33.9] as const;
const read = (text: string) => readCoordinates(text, frame);

describe('readCoordinates', () => {
  it.each([
    '33.59,130.40',
    '33.59, 130.40',
    '130.40 33.59',
    '３３．５９，１３０．４０',
    '(33.59, 130.40)',
    'N33.59 E130.40',
    '33.59N, 130.40E',
    '33.59° N 130.40° E',
    'E130.40, N33.59',
    '北緯33.59度 東経130.40度',
    '東経130.40度、北緯33.59度',
    '北緯33度35分24秒 東経130度24分0秒',
    `33°35'24"N 130°24'00"E`,
    '33°35′24″N 130°24′0″E',
    '33°35.4′N 130°24′E',
    'lat: 33.59, lon: 130.40',
    'lat=33.59&lng=130.40',
    'geo:33.59,130.40',
    'https://www.google.com/maps/@33.59,130.40,17z',
    '緯度33.59 経度130.40',
  ])('%s', (text) => {
    const found = read(text);
    expect(found?.inFrame).toBe(true);
    expect(found?.position[0]).toBeCloseTo(130.4, 9);
    expect(found?.position[1]).toBeCloseTo(33.59, 9);
  });

  it('says when the place is not in the frame, latitude first then', () => {
    expect(read('35.6812, 139.7671')).toEqual({ position: [139.7671, 35.6812], inFrame: false });
    expect(read('-33.86, 151.21')).toEqual({ position: [151.21, -33.86], inFrame: false });
    expect(read('33.86S 151.21E')?.position).toEqual([151.21, -33.86]);
  });

  it.each([
    '',
    '天神1-8-1',
    '1-8-1',
    '33,130',
    '1 8',
    '33.59',
    '33.59,130.40,12',
    '33.59N 34.1N',
    '99.5,200.1',
  ])('is silent about %j', (text) => {
    expect(read(text)).toBeNull();
  });

  it('reads every place of the frame alike in both orders', () => {
    const degrees = (min: number, max: number) =>
      fc.double({ min, max, noNaN: true, noDefaultInfinity: true }).map((value) => Number(value.toFixed(5)));
    fc.assert(
      fc.property(degrees(129.99, 130.61), degrees(33.39, 33.89), (longitude, latitude) => {
        // A whole number has no mark of a coordinate; write the decimals out.
        const [x, y] = [longitude.toFixed(5), latitude.toFixed(5)];
        expect(read(`${y},${x}`)?.position).toEqual([longitude, latitude]);
        expect(read(`${x} ${y}`)?.position).toEqual([longitude, latitude]);
      }),
    );
  });
});
