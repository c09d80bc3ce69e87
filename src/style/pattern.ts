import { rgb } from './colour.js';
import { patterns, type Pattern } from './palette.js';

/** An image as WebGL takes it: RGBA, row by row from the top. */
export interface PixelImage {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** Patterns repeat every 8 CSS pixels and are drawn at double density. */
export const patternSizePixels = 8;
export const imagePixelRatio = 2;
const tile = patternSizePixels * imagePixelRatio;

/**
 * The same patterns for the legend, as SVG: put `path` into a `<pattern>` of 8 × 8 units
 * (`patternUnits="userSpaceOnUse"`), stroked with `strokeWidth` and round caps.
 */
export const patternPaths: Readonly<Record<Pattern, { path: string; strokeWidth: number } | null>> = {
  none: null,
  diagonal: { path: 'M-1 1L1-1M0 8L8 0M7 9L9 7', strokeWidth: 1.1 },
  dots: { path: 'M2 2h0M6 6h0', strokeWidth: 2 },
  cross: { path: 'M-1 1L1-1M0 8L8 0M7 9L9 7M-1 7L1 9M0 0L8 8M7-1L9 1', strokeWidth: 1.1 },
};

/** Name of the map image of a pattern; the colour is in the name, so an image never has to change. */
export function patternName(pattern: Pattern, colour: string): string {
  return `pattern-${pattern}-${colour.slice(1).toLowerCase()}`;
}

/** Draws the image a pattern name stands for; null when the name is no pattern's. */
export function patternImage(name: string): PixelImage | null {
  const [, kind, hex] = /^pattern-([a-z]+)-([0-9a-f]{6})$/.exec(name) ?? [];
  const pattern = patterns.find((candidate) => candidate === kind);
  if (!pattern || hex === undefined) return null;
  const colour = rgb(`#${hex}`);
  const data = new Uint8ClampedArray(tile * tile * 4);
  for (let y = 0; y < tile; y++) {
    for (let x = 0; x < tile; x++) {
      const cover = coverage[pattern](x + 0.5, y + 0.5);
      data.set([...colour, Math.round(255 * cover)], (y * tile + x) * 4);
    }
  }
  return { width: tile, height: tile, data };
}

/** 0–1 how much of the pixel is inked; distances in pixels, wrapping at the tile's edge. */
const coverage: Readonly<Record<Pattern, (x: number, y: number) => number>> = {
  none: () => 0,
  diagonal: (x, y) => stroke(wrapped(x + y) / Math.SQRT2, 1.1),
  dots: (x, y) =>
    Math.max(
      stroke(Math.hypot(wrapped(x - tile / 4), wrapped(y - tile / 4)), 2),
      stroke(Math.hypot(wrapped(x - (tile * 3) / 4), wrapped(y - (tile * 3) / 4)), 2),
    ),
  cross: (x, y) =>
    Math.max(stroke(wrapped(x + y) / Math.SQRT2, 1.1), stroke(wrapped(x - y) / Math.SQRT2, 1.1)),
};

/** Distance to the nearest multiple of the tile. */
function wrapped(value: number): number {
  const rest = ((value % tile) + tile) % tile;
  return Math.min(rest, tile - rest);
}

/** Full inside the half width, fading over one pixel. */
function stroke(distance: number, halfWidth: number): number {
  return Math.min(1, Math.max(0, halfWidth + 0.5 - distance));
}
