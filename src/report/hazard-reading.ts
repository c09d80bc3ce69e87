import type { Hazard } from '../catalog/national.js';
import { bearingDegrees, distanceMeters } from '../geometry/measure.js';
import { decodeDepthPixel, type DepthRange, type PixelReading } from './depth-palette.js';
import { pixelCentre, type TilePixel } from './tile-pixel.js';

/** One tile as the network gave it: decoded pixels, no such tile, or no answer. */
export type TileAnswer =
  | { kind: 'pixels'; width: number; height: number; data: Uint8ClampedArray }
  | { kind: 'missing' }
  | { kind: 'unreachable'; reason: string };

/**
 * What a national hazard layer says at a point. The four meanings of white stay apart:
 * `no-data` no tile is published here · `not-coloured` nothing is drawn (outside the survey, or inside and dry: a
 * tile cannot tell which) · `unreachable` the service did not answer · `unknown-colour` a colour outside the palette.
 */
export type HazardReading = { hazard: Hazard; id: string } & (
  | ({ kind: 'depth'; range: DepthRange } & Surroundings)
  | ({ kind: 'not-coloured' } & Surroundings)
  | { kind: 'unknown-colour'; colour: string }
  | { kind: 'no-data' }
  | { kind: 'unreachable'; reason: string }
);

export interface Surroundings {
  deeper: DeeperCell | null;
  /** Radius of the circle that lies wholly inside the tile: nearer than this nothing was overlooked. */
  seenMeters: number;
}

/** The nearest pixel of a deeper class, searched inside the same tile. */
export interface DeeperCell {
  range: DepthRange;
  meters: number;
  bearingDegrees: number;
}

const searchRadiusMeters = 100;

/** Read the pixel under the point, and the nearest deeper one around it. */
export function readHazardTile(
  layer: { id: string; hazard: Hazard },
  tile: TileAnswer,
  pixel: TilePixel,
): HazardReading {
  const { id, hazard } = layer;
  if (tile.kind === 'missing') return { id, hazard, kind: 'no-data' };
  if (tile.kind === 'unreachable') return { id, hazard, kind: 'unreachable', reason: tile.reason };
  if (tile.width !== 256 || tile.height !== 256)
    return { id, hazard, kind: 'unreachable', reason: `tile of ${tile.width}×${tile.height} pixels` };
  const here = readingAt(tile.data, pixel.column, pixel.row);
  if (here.kind === 'unknown-colour') return { id, hazard, ...here };
  const deeper = nearestDeeper(tile.data, pixel, here.kind === 'depth' ? here.range : null);
  return { id, hazard, ...here, deeper, seenMeters: seenAround(pixel) };
}

function seenAround({ column, row, metersPerPixel }: TilePixel): number {
  const edgePixels = Math.min(column, row, 255 - column, 255 - row);
  return Math.min(searchRadiusMeters, edgePixels * metersPerPixel);
}

function readingAt(data: Uint8ClampedArray, column: number, row: number): PixelReading {
  const at = (row * 256 + column) * 4;
  return decodeDepthPixel([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, data[at + 3] ?? 0]);
}

/** The search counts whole pixels; how far the found one is and which way, turf says between the pixels' middles. */
function nearestDeeper(data: Uint8ClampedArray, pixel: TilePixel, own: DepthRange | null): DeeperCell | null {
  const reach = searchRadiusMeters / pixel.metersPerPixel;
  const most = Math.ceil(reach);
  let best: { range: DepthRange; squared: number; column: number; row: number } | null = null;
  for (let down = -most; down <= most; down += 1) {
    const row = pixel.row + down;
    if (row < 0 || row > 255) continue;
    for (let right = -most; right <= most; right += 1) {
      const column = pixel.column + right;
      if (column < 0 || column > 255) continue;
      const squared = right * right + down * down;
      if (squared > reach * reach || (best && squared >= best.squared)) continue;
      const reading = readingAt(data, column, row);
      if (reading.kind !== 'depth' || !isDeeper(reading.range, own)) continue;
      best = { range: reading.range, squared, column, row };
    }
  }
  if (best === null) return null;
  const { range, column, row } = best;
  const [here, there] = [pixelCentre(pixel), pixelCentre({ ...pixel, column, row })];
  return { range, meters: distanceMeters(here, there), bearingDegrees: bearingDegrees(here, there) };
}

function isDeeper(candidate: DepthRange, own: DepthRange | null): boolean {
  return own === null || candidate.minMeters > own.minMeters;
}
