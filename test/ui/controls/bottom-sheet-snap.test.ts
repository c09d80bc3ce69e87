import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextSnap, snapAfterDrag, snaps } from '../../../src/ui/controls/bottom-sheet-snap.js';

it('rests at the nearest height', () => {
  expect(snapAfterDrag(150, 800, 0)).toBe('peek');
  expect(snapAfterDrag(420, 800, 0)).toBe('half');
  expect(snapAfterDrag(700, 800, 0)).toBe('full');
});

it('a flick goes one further, never off the end', () => {
  expect(snapAfterDrag(420, 800, 1)).toBe('full');
  expect(snapAfterDrag(420, 800, -1)).toBe('peek');
  expect(snapAfterDrag(700, 800, 1)).toBe('full');
  expect(snapAfterDrag(150, 800, -1)).toBe('peek');
});

it('always rests somewhere', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2000 }),
      fc.integer({ min: 300, max: 2000 }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      (height, window, flick) => {
        expect(snaps).toContain(snapAfterDrag(height, window, flick));
      },
    ),
  );
});

it('the handle reaches every height', () => {
  expect(new Set(snaps.map(nextSnap))).toEqual(new Set(snaps));
});
