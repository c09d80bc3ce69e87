import { depthClasses, sixClassMeaning, type DepthClass } from '../catalog/national.js';

/** Metres of water a colour stands for; `maxMeters` null = no upper limit. */
export interface DepthRange {
  minMeters: number;
  maxMeters: number | null;
}

/**
 * What one pixel says. Four whites are kept apart by the caller: a missing tile and an unreachable server never
 * come here; a transparent pixel says only that nothing is coloured.
 */
export type PixelReading =
  | { kind: 'depth'; range: DepthRange }
  | { kind: 'not-coloured' }
  | { kind: 'unknown-colour'; colour: string };

const meaning = new Map<string, DepthRange>();
for (const { colour, minMeters, maxMeters } of depthClasses) meaning.set(colour, { minMeters, maxMeters });
// The six-class form reuses two colours for wider classes and a tile does not say which form it is in:
// the wider class is the only honest answer.
for (const wide of sixClassMeaning) meaning.set(wide.colour, widest(wide, meaning.get(wide.colour)));

/**
 * Depth class of a pixel of a hazard tile.
 * @param rgba red, green, blue, alpha, each 0–255
 * @source 水害ハザードマップ作成の手引き (国土交通省), standard palette
 */
export function decodeDepthPixel(rgba: readonly [number, number, number, number]): PixelReading {
  const [red, green, blue, alpha] = rgba;
  if (alpha === 0) return { kind: 'not-coloured' };
  const colour = `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
  const range = meaning.get(colour);
  return range ? { kind: 'depth', range } : { kind: 'unknown-colour', colour };
}

/**
 * Ground height of a pixel of a 標高タイル, metres; null where the tile has no data.
 * @source 地理院タイル 標高タイル（PNG）: x = 2^16 R + 2^8 G + B, u = 0.01 m
 */
export function decodeElevationPixel(rgba: readonly [number, number, number, number]): number | null {
  const [red, green, blue, alpha] = rgba;
  if (alpha === 0) return null;
  const value = red * 65_536 + green * 256 + blue;
  if (value === 8_388_608) return null;
  const signed = value < 8_388_608 ? value : value - 16_777_216;
  return Math.round(signed) / 100;
}

function widest(wide: DepthClass, narrow: DepthRange | undefined): DepthRange {
  const { minMeters, maxMeters } = wide;
  if (!narrow) return { minMeters, maxMeters };
  return {
    minMeters: Math.min(minMeters, narrow.minMeters),
    maxMeters: maxMeters === null || narrow.maxMeters === null ? null : Math.max(maxMeters, narrow.maxMeters),
  };
}
