import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalog/layers.js';
import { contrast, over, readable, rgb } from '../../src/style/colour.js';
import { flavours, themes } from '../../src/style/flavour.js';
import { paintedCategories } from '../../src/style/palette.js';

/** Viénot, Brettel & Mollon 1999: what a reader without red (or green) cones sees, in linear RGB. */
const deficiencies = {
  protan: [0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1],
  deutan: [0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1],
} as const;

function seen(colour: string, matrix: readonly number[]): number[] {
  const linear = rgb(colour).map((value) => (value / 255) ** 2.2);
  return [0, 3, 6].map((row) =>
    linear.reduce((sum, value, column) => sum + value * (matrix[row + column] ?? 0), 0),
  );
}

/** CIE L*a*b* distance of two linear RGB colours. */
function distance(one: number[], other: number[]): number {
  const lab = ([r = 0, g = 0, b = 0]: number[]) => {
    const curve = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
    const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    const y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
  };
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)));
}

describe('palettes', () => {
  const fills = catalogue.filter(({ symbol }) => symbol.kind === 'fill' && symbol.categories.length > 1);

  it('tells the categories of an area layer apart for protan and deutan readers, by colour or pattern', () => {
    expect(fills.length).toBeGreaterThan(0);
    for (const entry of fills) {
      for (const theme of themes) {
        const painted = paintedCategories(entry, theme, 'safe');
        painted.forEach((one, index) => {
          for (const other of painted.slice(index + 1)) {
            if (one.pattern !== other.pattern) continue;
            for (const matrix of Object.values(deficiencies)) {
              const apart = distance(seen(one.colour, matrix), seen(other.colour, matrix));
              expect(apart, `${entry.id}: ${one.colour} and ${other.colour}`).toBeGreaterThan(10);
            }
          }
        });
      }
    }
  });

  it('keeps the catalogue’s colours untouched in the official palette', () => {
    for (const entry of catalogue) {
      for (const theme of themes) {
        expect(paintedCategories(entry, theme, 'official').map(({ colour }) => colour)).toEqual(
          entry.symbol.categories.map((category) => category.colour[theme]),
        );
      }
    }
  });

  it('keeps signs visible against the land (3:1, WCAG 1.4.11)', () => {
    for (const entry of catalogue.filter(({ symbol, base }) => symbol.kind === 'point' && !base)) {
      for (const theme of themes) {
        for (const { colour } of paintedCategories(entry, theme, 'official')) {
          expect(contrast(colour, flavours[theme].land), `${entry.id} ${theme}`).toBeGreaterThanOrEqual(3);
        }
      }
    }
  });
});

describe('colour', () => {
  it('mixes as the eye does', () => {
    expect(over('#000000', 0.5, '#ffffff')).toBe('#808080');
    expect(over('#123456', 1, '#ffffff')).toBe('#123456');
    expect(over('#123456', 0, '#fedcba')).toBe('#fedcba');
  });

  it('knows the contrast of black on white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('darkens only as far as needed', () => {
    expect(readable('#1a1a1a', '#000000', '#ffffff', 4.5)).toBe('#1a1a1a');
    const moved = readable('#e3b95c', '#23303c', '#ffffff', 4.5);
    expect(contrast(moved, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });

  it('refuses what is no colour', () => {
    expect(() => rgb('red')).toThrow('#rrggbb');
  });
});
