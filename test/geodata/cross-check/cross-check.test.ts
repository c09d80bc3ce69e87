import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDistricts } from '../../../geodata/cross-check/compare.js';
import {
  crossCheckLines,
  readDividers,
  readTwoWays,
} from '../../../geodata/cities/fukuoka/cross-check/cross-check.js';
import { districtByLines } from '../../../geodata/cities/fukuoka/cross-check/district-by-lines.js';
import { sideOf } from '../../../geodata/cross-check/side.js';
import { city } from '../../../src/catalog/city.js';

describe('side of a line', () => {
  it('agrees with the sign of the cross product for a straight line', () => {
    const longitude = fc.double({ min: 130.1, max: 130.5, noNaN: true });
    const latitude = fc.double({ min: 33.4, max: 33.8, noNaN: true });
    fc.assert(
      fc.property(longitude, latitude, (x, y) => {
        fc.pre(Math.abs(x - 130.3) > 1e-6);
        expect(
          sideOf(
            [
              [130.3, 33.4],
              [130.3, 33.8],
            ],
            [x, y],
          ),
        ).toBe(x < 130.3 ? 'left' : 'right');
      }),
    );
  });

  it('follows a bend', () => {
    const bend = [
      [130.2, 33.5],
      [130.3, 33.5],
      [130.3, 33.6],
    ] as const;
    expect(sideOf(bend, [130.25, 33.55])).toBe('left');
    expect(sideOf(bend, [130.35, 33.45])).toBe('right');
  });
});

describe('treatment district by rivers and ridges', () => {
  const dividers = readDividers();

  it.each([
    ['博多駅', 130.4207, 33.5898, '中部'],
    ['市役所', 130.4017, 33.5902, '中部'],
    ['姪浜駅', 130.325, 33.5838, '西部'],
    ['大橋駅', 130.4257, 33.5597, '南部'],
    ['西戸崎駅', 130.3579, 33.6501, '西戸崎'],
    ['和白駅', 130.4301, 33.6885, '和白'],
    ['香椎駅', 130.4442, 33.6589, '東部'],
    ['九大学研都市駅', 130.2591, 33.5781, '新西部'],
  ])('puts %s where the yearbook does', (_name, longitude, latitude, district) => {
    expect(districtByLines(dividers, [longitude, latitude])).toBe(district);
  });

  it('names only districts of the city, wherever it is asked', () => {
    const [west, south, east, north] = city.bbox;
    fc.assert(
      fc.property(
        fc.double({ min: west, max: east, noNaN: true }),
        fc.double({ min: south, max: north, noNaN: true }),
        (longitude, latitude) => {
          expect(city.districts).toContain(districtByLines(dividers, [longitude, latitude]));
        },
      ),
    );
  });
});

describe('the two ways compared', () => {
  it('agree on at least 95 % of the towns, and every disagreement is decided', () => {
    const { compared, agreed } = compareDistricts(readTwoWays());
    expect(compared).toBeGreaterThan(1_000);
    expect(agreed / compared).toBeGreaterThan(0.95);
    expect(crossCheckLines().filter(({ ok }) => !ok)).toEqual([]);
  });
});
