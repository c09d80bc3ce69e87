import { describe, expect, it } from 'vitest';
import { markerImage, markerName, markerShapes } from '../../src/style/marker.js';
import { patternImage, patternName, patternPaths, type PixelImage } from '../../src/style/pattern.js';
import { patterns } from '../../src/style/palette.js';

const alphas = ({ data }: PixelImage) => Array.from(data).filter((_, index) => index % 4 === 3);

describe('patterns', () => {
  for (const pattern of patterns) {
    it(`${pattern} has ink exactly when the legend has`, () => {
      const image = patternImage(patternName(pattern, '#7A4BC2')) as PixelImage;
      const inked = alphas(image).filter((alpha) => alpha > 0).length;
      expect(inked > 0).toBe(patternPaths[pattern] !== null);
      expect(inked).toBeLessThan(image.width * image.height);
      expect([...image.data.slice(0, 3)]).toEqual([0x7a, 0x4b, 0xc2]);
    });
  }

  it('joins at the edges: a tile moved by half its size still has the same rows', () => {
    const image = patternImage('pattern-diagonal-000000') as PixelImage;
    const row = (y: number) => alphas(image).slice(y * image.width, (y + 1) * image.width);
    // A diagonal moves one pixel a row and comes back after a whole tile.
    for (let y = 0; y < image.height; y++) {
      const shifted = row(0).map((_, x) => row(0)[(x + y) % image.width]);
      expect(row(y)).toEqual(shifted);
    }
  });

  it('knows no other name', () => {
    for (const name of ['pattern-stars-000000', 'pattern-dots-red', 'marker-circle', '']) {
      expect(patternImage(name), name).toBeNull();
    }
  });
});

describe('markers', () => {
  const edge = 0.75 * 255;
  for (const shape of markerShapes) {
    it(`${shape} is solid inside and empty at the corners`, () => {
      const image = markerImage(markerName(shape)) as PixelImage;
      const all = alphas(image);
      const inside = all.filter((alpha) => alpha > edge).length;
      expect(inside).toBeGreaterThan(500);
      for (const corner of [0, image.width - 1, all.length - image.width, all.length - 1]) {
        expect(all[corner]).toBe(0);
      }
    });
  }

  it('gives the signs areas of about the same size', () => {
    const areas = (['circle', 'square', 'triangle', 'diamond'] as const).map(
      (shape) => alphas(markerImage(markerName(shape)) as PixelImage).filter((alpha) => alpha > edge).length,
    );
    expect(Math.max(...areas) / Math.min(...areas)).toBeLessThan(1.4);
  });

  it('knows no other name', () => {
    expect(markerImage('marker-star')).toBeNull();
  });
});
