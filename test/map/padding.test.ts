import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUncovered, usablePadding } from '../../src/map/padding.js';

const size = { width: 390, height: 844 };
const pixels = fc.integer({ min: 0, max: 1000 });

describe('padding', () => {
  it('always leaves a third of the map, and changes nothing that already does', () => {
    fc.assert(
      fc.property(fc.record({ top: pixels, right: pixels, bottom: pixels, left: pixels }), (padding) => {
        const usable = usablePadding(padding, size);
        const [across, down] = [usable.left + usable.right, usable.top + usable.bottom];
        expect(across).toBeLessThanOrEqual((size.width * 2) / 3 + 1e-6);
        expect(down).toBeLessThanOrEqual((size.height * 2) / 3 + 1e-6);
        if (padding.left + padding.right <= (size.width * 2) / 3) expect(usable.left).toBe(padding.left);
        if (padding.top + padding.bottom <= (size.height * 2) / 3) expect(usable.bottom).toBe(padding.bottom);
      }),
    );
  });

  it('sees a point beside the bottom sheet, not one beneath it', () => {
    const sheet = { top: 0, right: 0, bottom: 500, left: 0 };
    expect(isUncovered({ x: 195, y: 200 }, size, sheet)).toBe(true);
    expect(isUncovered({ x: 195, y: 600 }, size, sheet)).toBe(false);
    expect(isUncovered({ x: 5, y: 200 }, size, sheet)).toBe(false);
  });
});
