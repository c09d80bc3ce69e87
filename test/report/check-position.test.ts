import { describe, expect, it } from 'vitest';
import { city } from '../../src/catalog/city.js';
import { checkPosition } from '../../src/report/check-position.js';

describe('a position', () => {
  it.each([
    ['in the city', [130.4, 33.59]],
    ['far away, but a place', [-71.06, 42.36]],
    ['at the pole and on the date line', [180, 90]],
    ['at the other pole', [-180, -90]],
    // Degrees that both fit latitude and longitude are taken as they stand unless the reverse is the city.
    ['of small numbers', [33, 10]],
  ])('%s is taken', (_, position) => {
    expect(checkPosition(city, position)).toEqual({ ok: true, position });
  });

  it.each([
    ['swapped', [33.59, 130.4], 'swapped'],
    ['swapped, beside the city', [32, 131.9], 'swapped'],
    ['beyond the pole, and no reverse of a place near here', [10, 95], 'latitude-range'],
    ['beyond the date line', [180.01, 33], 'longitude-range'],
    ['beyond it on the other side', [-200, 33], 'longitude-range'],
    ['just beyond the pole', [0, -90.01], 'latitude-range'],
    ['of text', ['130.4', 33.59], 'not-a-number'],
    ['of text the other way', [130.4, '33.59'], 'not-a-number'],
    ['of nothing', [undefined, undefined], 'not-a-number'],
    ['without an end', [Infinity, 33.59], 'not-a-number'],
    ['that is no number', [130.4, NaN], 'not-a-number'],
  ])('%s is refused by name', (_, position, problem) => {
    expect(checkPosition(city, position)).toEqual({ ok: false, problem, position });
  });

  it('in a city whose degrees fit both axes, the reverse of a place there is swapped, and nothing else', () => {
    const paris = { frame: [2.2, 48.8, 2.5, 48.9] } as const;
    const at = (longitude: number, latitude: number) => {
      const checked = checkPosition(paris, [longitude, latitude]);
      return checked.ok ? 'taken' : checked.problem;
    };
    expect(at(2.35, 48.85)).toBe('taken');
    expect(at(48.85, 2.35)).toBe('swapped');
    expect(at(48.95, 2.35)).toBe('taken');
    expect(at(48.85, 2.55)).toBe('taken');
    // Where the reverse of a place is a place of the city too, it stands as it is written.
    const square = { frame: [10, 10, 20, 20] } as const;
    expect(checkPosition(square, [12, 18])).toEqual({ ok: true, position: [12, 18] });
    // Ninety degrees are a pole, not swapped axes, even where the reverse is near the city.
    const south = { frame: [85, 10, 95, 20] } as const;
    expect(checkPosition(south, [5, 90])).toEqual({ ok: true, position: [5, 90] });
    expect(checkPosition(south, [5, 90.5])).toMatchObject({ problem: 'swapped' });
  });
});
