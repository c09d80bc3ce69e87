import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pixelCentre, tilePixelAt } from '../../src/report/tile-pixel.js';

const longitudes = fc.double({ min: -180, max: 179.999, noNaN: true });
const latitudes = fc.double({ min: -85, max: 85, noNaN: true });
const zooms = fc.integer({ min: 0, max: 18 });

describe('the pixel of a tile', () => {
  it('is the one the other form of the projection gives: asinh(tan φ)', () => {
    fc.assert(
      fc.property(longitudes, latitudes, zooms, (longitude, latitude, z) => {
        const { x, y, column, row } = tilePixelAt([longitude, latitude], z);
        const scale = 256 * 2 ** z;
        const down = (1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2;
        // Both forms round; the pixel's own area holds the place, but for a hundredth of a pixel.
        const [across, along] = [((longitude + 180) / 360) * scale, down * scale];
        expect(x * 256 + column).toBeGreaterThan(across - 1.01);
        expect(x * 256 + column).toBeLessThan(across + 0.01);
        expect(y * 256 + row).toBeGreaterThan(along - 1.01);
        expect(y * 256 + row).toBeLessThan(along + 0.01);
        for (const within of [column, row]) {
          expect(Number.isInteger(within)).toBe(true);
          expect(within).toBeGreaterThanOrEqual(0);
          expect(within).toBeLessThan(256);
        }
      }),
    );
  });

  it('stays on the last pixel at the edge of the world', () => {
    expect(tilePixelAt([180, -89], 3)).toMatchObject({ x: 7, y: 7, column: 255, row: 255 });
    expect(tilePixelAt([-180, 89], 3)).toMatchObject({ x: 0, y: 0, column: 0, row: 0 });
  });

  it('shrinks with the cosine of the latitude and halves with each zoom', () => {
    const equator = tilePixelAt([0, 0], 10).metersPerPixel;
    expect(equator).toBeCloseTo(152.874, 3);
    expect(tilePixelAt([0, 60], 10).metersPerPixel / equator).toBeCloseTo(0.5, 9);
    expect(tilePixelAt([0, 0], 11).metersPerPixel / equator).toBeCloseTo(0.5, 9);
  });

  it('has its middle in itself, as far from its edges on either side', () => {
    fc.assert(
      fc.property(longitudes, latitudes, zooms, (longitude, latitude, z) => {
        const { metersPerPixel: _, ...pixel } = tilePixelAt([longitude, latitude], z);
        const middle = pixelCentre(pixel);
        expect(tilePixelAt(middle, z)).toMatchObject(pixel);
        // 0.4 of a pixel to the west and to the east it is still the same column.
        const part = (0.4 * 360) / (256 * 2 ** z);
        for (const side of [-part, part])
          expect(tilePixelAt([middle[0] + side, middle[1]], z)).toMatchObject(pixel);
      }),
    );
  });
});
