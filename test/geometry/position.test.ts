import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAround, boxContains, growBox, type Position } from '../../src/geometry/position.js';
import { cityPosition } from './arbitraries.js';

describe('boxAround', () => {
  it('is the sorted ends of all positions', () => {
    fc.assert(
      fc.property(fc.array(cityPosition, { minLength: 1, maxLength: 30 }), (positions) => {
        const longitudes = positions.map(([x]) => x).sort((a, b) => a - b);
        const latitudes = positions.map(([, y]) => y).sort((a, b) => a - b);
        expect(boxAround(positions)).toEqual([
          longitudes[0],
          latitudes[0],
          longitudes.at(-1),
          latitudes.at(-1),
        ]);
      }),
    );
  });

  it('is null without a position, and leaves out what is none', () => {
    expect(boxAround([])).toBeNull();
    expect(boxAround([[], [130]])).toBeNull();
    expect(boxAround([[131], [130, 33], []])).toEqual([130, 33, 130, 33]);
  });
});

describe('boxContains', () => {
  const box = [130, 33, 131, 34] as const;

  it.each<[Position, boolean]>([
    [[130.5, 33.5], true],
    [[130, 33], true],
    [[131, 34], true],
    [[130, 34], true],
    [[129.999, 33.5], false],
    [[131.001, 33.5], false],
    [[130.5, 32.999], false],
    [[130.5, 34.001], false],
  ])('%j: %s', (position, inside) => {
    expect(boxContains(box, position)).toBe(inside);
  });
});

describe('growBox', () => {
  it('moves every side outwards', () => {
    expect(growBox([130, 33, 131, 34], 0.25)).toEqual([129.75, 32.75, 131.25, 34.25]);
  });
});
