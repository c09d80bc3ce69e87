import { elevationTiles, type NationalRaster } from '../catalog/national.js';
import { decodeElevationPixel } from '../report/depth-palette.js';
import { readHazardTile, type HazardReading, type TileAnswer } from '../report/hazard-reading.js';
import type { ElevationReading } from '../report/national-answers.js';
import type { Position } from '../report/site-report-types.js';
import { tilePixelAt, tileUrl } from '../report/tile-pixel.js';
import { TimeLimit } from './time-limit.js';

/**
 * The one adapter to the national tile services: a tile's pixels, `missing` (404: nothing is published here),
 * or `unreachable` with a reason. Nothing is stored. Used only after the person switched the service on.
 */
export async function fetchTile(url: string, signal?: AbortSignal): Promise<TileAnswer> {
  const limit = new TimeLimit(signal);
  try {
    const response = await fetch(url, {
      signal: limit.signal,
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    if (response.status === 404) return { kind: 'missing' };
    if (!response.ok) return { kind: 'unreachable', reason: `HTTP ${response.status}` };
    return await decode(await response.blob());
  } catch (error) {
    // A blocked origin and a dead network look alike to a page; both are "unreachable".
    return { kind: 'unreachable', reason: error instanceof Error ? error.name : 'network' };
  } finally {
    limit.stop();
  }
}

async function decode(blob: Blob): Promise<TileAnswer> {
  // Colour management would shift the palette by a few values: ask for the bytes as they are.
  const bitmap = await createImageBitmap(blob, { colorSpaceConversion: 'none', premultiplyAlpha: 'none' });
  const { width, height } = bitmap;
  if (width * height > 1024 * 1024) return { kind: 'unreachable', reason: 'oversized tile' };
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) return { kind: 'unreachable', reason: 'no canvas' };
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return { kind: 'pixels', width, height, data: context.getImageData(0, 0, width, height).data };
}

/** What one national hazard layer says at a position, read at its deepest zoom. */
export async function readHazard(
  layer: Pick<NationalRaster, 'id' | 'hazard' | 'url' | 'maxZoom'>,
  position: Position,
  signal?: AbortSignal,
): Promise<HazardReading> {
  const pixel = tilePixelAt(position, layer.maxZoom);
  return readHazardTile(layer, await fetchTile(tileUrl(layer.url, pixel), signal), pixel);
}

/** Ground height from the 5 m, then the 10 m elevation tiles. */
export async function readElevation(position: Position, signal?: AbortSignal): Promise<ElevationReading> {
  let reached = true;
  for (const { url, zoom, gridMeters } of elevationTiles) {
    const pixel = tilePixelAt(position, zoom);
    const tile = await fetchTile(tileUrl(url, pixel), signal);
    if (tile.kind === 'unreachable') reached = false;
    if (tile.kind !== 'pixels') continue;
    const at = (pixel.row * tile.width + pixel.column) * 4;
    const [red = 0, green = 0, blue = 0, alpha = 0] = tile.data.slice(at, at + 4);
    const meters = decodeElevationPixel([red, green, blue, alpha]);
    if (meters !== null) return { kind: 'height', meters, gridMeters };
  }
  return { kind: reached ? 'no-data' : 'unreachable' };
}
