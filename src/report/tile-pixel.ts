import type { Position } from '../geometry/position.js';
import { metersPerPixel, positionOfWorldPixel, worldPixelOf } from '../geometry/web-mercator.js';

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

/**
 * Which pixel of which tile a position falls on.
 * @param position [longitude, latitude] in degrees, |latitude| ≤ 85.05
 */
export function tilePixelAt(position: Position, z: number): TilePixel {
  const last = tileSize * 2 ** z - 1;
  const world = worldPixelOf(position, z, tileSize);
  const pixelX = clamp(Math.floor(world.x), last);
  const pixelY = clamp(Math.floor(world.y), last);
  return {
    z,
    x: Math.floor(pixelX / tileSize),
    y: Math.floor(pixelY / tileSize),
    column: pixelX % tileSize,
    row: pixelY % tileSize,
    metersPerPixel: metersPerPixel(position[1], z, tileSize),
  };
}

/** The middle of a pixel, [longitude, latitude] in degrees. */
export function pixelCentre({ z, x, y, column, row }: Omit<TilePixel, 'metersPerPixel'>): Position {
  return positionOfWorldPixel({ x: x * tileSize + column + 0.5, y: y * tileSize + row + 0.5 }, z, tileSize);
}

/** Fill `{z}/{x}/{y}` of a tile address. */
export function tileUrl(template: string, { z, x, y }: Pick<TilePixel, 'z' | 'x' | 'y'>): string {
  return template.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));
}

function clamp(value: number, maximum: number): number {
  return Math.min(Math.max(value, 0), maximum);
}
