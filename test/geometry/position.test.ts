import { describe, expect, it } from 'vitest';
import { boxContains, growBox, type Position } from '../../src/geometry/position.js';

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
