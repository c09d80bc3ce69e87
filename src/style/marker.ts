import type { PixelImage } from './pattern.js';

/** Shapes of point signs; `pin` marks the selected point. */
export const markerShapes = ['circle', 'square', 'triangle', 'diamond', 'pin'] as const;
export type MarkerShape = (typeof markerShapes)[number];

/** Radius in CSS pixels that a marker image has at `icon-size` 1. */
export const markerRadiusPixels = 10;
/** Image pixels of that radius (double density). */
const radius = markerRadiusPixels * 2;
/** Signs stay tight, because words keep away from the whole image; the pin stands taller. */
const sides: Readonly<Record<MarkerShape, number>> = {
  circle: 52,
  square: 52,
  triangle: 56,
  diamond: 52,
  pin: 64,
};

export function markerName(shape: MarkerShape): string {
  return `marker-${shape}`;
}

/**
 * Draws a marker as a signed distance field, so that one image serves every colour and seam
 * (`icon-color`, `icon-halo-color`). The engine reads the edge at 3/4 and 8 pixels from 0 to 1.
 * Null when the name is no marker's.
 */
export function markerImage(name: string): PixelImage | null {
  const shape = markerShapes.find((candidate) => markerName(candidate) === name);
  if (!shape) return null;
  const side = sides[shape];
  const centre = side / 2;
  const data = new Uint8ClampedArray(side * side * 4);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const distance = distances[shape]((x + 0.5 - centre) / radius, (y + 0.5 - centre) / radius) * radius;
      data[(y * side + x) * 4 + 3] = Math.round(255 * (0.75 - distance / 8));
    }
  }
  return { width: side, height: side, data };
}

/** The pin at size 1: how far its tip lies below the image's middle, and its ball's middle above the tip. */
const pin = { tip: 0.88, ball: 0.62, height: 1.5 };
export const pinTipPixels = pin.tip * markerRadiusPixels;
export const pinBallPixels = pin.height * markerRadiusPixels;

/** Distance to the outline in radii, negative inside; y points down. Areas are about alike. */
const distances: Readonly<Record<MarkerShape, (x: number, y: number) => number>> = {
  circle: (x, y) => Math.hypot(x, y) - 0.9,
  square: (x, y) => box(x, y, 0.76),
  diamond: (x, y) => box((x + y) * Math.SQRT1_2, (x - y) * Math.SQRT1_2, 0.72),
  triangle,
  pin: drop,
};

function box(x: number, y: number, half: number): number {
  const dx = Math.abs(x) - half;
  const dy = Math.abs(y) - half;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0);
}

/** Equilateral, standing on its base, a little low so that it looks centred. */
function triangle(x: number, y: number): number {
  const inner = 0.63;
  const fromCentroid = y - 0.2;
  const slanted = Math.abs(x) * (Math.sqrt(3) / 2) - fromCentroid / 2 - inner;
  return Math.max(slanted, fromCentroid - inner);
}

/** A ball whose tangents meet in the tip. */
function drop(x: number, y: number): number {
  const { ball, height } = pin;
  // From the tip upwards; `lean` is the sine of the half angle at the tip.
  const px = Math.abs(x);
  const py = pin.tip - y;
  const lean = ball / height;
  const rise = Math.sqrt(1 - lean * lean);
  const along = px * lean + py * rise;
  if (along < 0) return Math.hypot(px, py);
  if (along > height * rise) return Math.hypot(px, py - height) - ball;
  return px * rise - py * lean;
}
