import type { Position } from './site-report.js';

/** A pixel of a 256-px Web Mercator tile. */
export interface TilePixel {
  z: number;
  x: number;
  y: number;
  /** Column and row inside the tile, 0–255. */
  column: number;
  row: number;
  /** Ground size of the pixel, metres. */
  metersPerPixel: number;
}

const tileSize = 256;
const equatorMeters = 40_075_016.686;

/**
 * Which pixel of which tile a position falls on.
 * @param position [longitude, latitude] in degrees, |latitude| ≤ 85.05
 */
export function tilePixelAt(position: Position, z: number): TilePixel {
  const [longitude, latitude] = position;
  const scale = tileSize * 2 ** z;
  const sine = Math.sin((latitude * Math.PI) / 180);
  const worldX = ((longitude + 180) / 360) * scale;
  const worldY = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * scale;
  const pixelX = clamp(Math.floor(worldX), scale - 1);
  const pixelY = clamp(Math.floor(worldY), scale - 1);
  return {
    z,
    x: Math.floor(pixelX / tileSize),
    y: Math.floor(pixelY / tileSize),
    column: pixelX % tileSize,
    row: pixelY % tileSize,
    metersPerPixel: (equatorMeters * Math.cos((latitude * Math.PI) / 180)) / scale,
  };
}

/** Fill `{z}/{x}/{y}` of a tile address. */
export function tileUrl(template: string, { z, x, y }: Pick<TilePixel, 'z' | 'x' | 'y'>): string {
  return template.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));
}

function clamp(value: number, maximum: number): number {
  return Math.min(Math.max(value, 0), maximum);
}
