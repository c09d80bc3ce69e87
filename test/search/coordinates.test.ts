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

  it.each<[string, number, number]>([
    ['南緯33.86 東経151.21', -33.86, 151.21],
    ['北緯40.7 西経74.0', 40.7, -74],
    ['S33.86 E151.21', -33.86, 151.21],
    ['N40.7, W74.0', 40.7, -74],
    ['40.7N 74.0W', 40.7, -74],
    ['151.21E 33.86S', -33.86, 151.21],
    ['E151.21 S33.86', -33.86, 151.21],
    ['W74.0 N40.7', 40.7, -74],
    ['40.7N74.0W', 40.7, -74],
    ['東経151.21 南緯33.86', -33.86, 151.21],
    ['-33.86 151.21', -33.86, 151.21],
    ['−33.86, +151.21', -33.86, 151.21],
    ['40.7,-74.0', 40.7, -74],
    // One label is enough
    ['lat 1.5 2.5', 1.5, 2.5],
    ['lon 1.5 2.5', 2.5, 1.5],
    ['1.5 2.5 lat'.replace(' lat', 'N'), 2.5, 1.5],
    ['1.5 2.5E', 1.5, 2.5],
    ['latitude: 1.5 longitude: 2.5', 1.5, 2.5],
    ['longitude=1.5; latitude=2.5', 2.5, 1.5],
    ['lng:1.5 lat:2.5', 2.5, 1.5],
    ['緯度 1.5 経度 2.5', 1.5, 2.5],
    ['経度:1.5、緯度:2.5', 2.5, 1.5],
    // Minutes and seconds
    ['1°30′ 2°15′', 1.5, 2.25],
    ['1°30\'36" 2°15\'18"', 1.51, 2.255],
    ["1°30'36'' 2°15'18''", 1.51, 2.255],
    ['1°30′36″ 2°15′18″', 1.51, 2.255],
    ['1度30分36秒 2度15分18秒', 1.51, 2.255],
    ['1º 30.6′ 2º 15.3′', 1.51, 2.255],
    ['-1°30′ 2°15′', -1.5, 2.25],
    ["1°30'S 2°15'W", -1.5, -2.25],
    // Whole degrees with their mark
    ['1° 2°', 1, 2],
    ['N1 E2', 1, 2],
    // In the address of a map
    ['https://example.org/@1.5,2.5', 1.5, 2.5],
    ['https://example.org/@-1.5,2.5,17z', -1.5, 2.5],
    ['@1.5,2.5 and more', 1.5, 2.5],
    ['geo:1.5,2.5', 1.5, 2.5],
    ['[1.5, 2.5]', 1.5, 2.5],
    ['  1.5 \n 2.5  ', 1.5, 2.5],
    ['1.5/2.5', 1.5, 2.5],
    ['1.5&2.5', 1.5, 2.5],
    ['90.0, 180.0', 90, 180],
    ['-90.0, -180.0', -90, -180],
  ])('%s', (text, latitude, longitude) => {
    const found = read(text);
    expect(found?.inFrame).toBe(false);
    expect(found?.position[0]).toBeCloseTo(longitude, 9);
    expect(found?.position[1]).toBeCloseTo(latitude, 9);
  });

  it.each([
    '33.59E 130.4N 1',
    'E33.59 W130.40',
    '33.59E 130.40E',
    '北緯33.59 南緯34.1',
    '90.1, 130.0',
    'N33.59 E180.1',
    '1.5 2',
    '1 2.5',
    '1234.5 2.5',
    '1.5NE 2.5',
    '@1.5,2.5x',
    'x1.5 2.5',
    `1.5,2.5${' '.repeat(500)}`.replace('1.5', '1'),
  ])('is silent about %j too', (text) => {
    expect(read(text)).toBeNull();
  });

  it('reads no more than 400 characters', () => {
    expect(read(`1.5,2.5${' '.repeat(393)}x`)).not.toBeNull();
    expect(read(`1.5,2.5${' '.repeat(392)}x`)).toBeNull();
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
