import { engineTilePixels, metersPerPixel } from '../geometry/web-mercator.js';

/** The longest round length (1, 2 or 5 times a power of ten) that fits. */
export function scaleBar(
  latitude: number,
  zoom: number,
  longestPixels: number,
): { meters: number; pixels: number } {
  const perPixel = metersPerPixel(latitude, zoom, engineTilePixels);
  const longest = perPixel * longestPixels;
  const power = 10 ** Math.floor(Math.log10(longest));
  const meters = power * ([5, 2, 1].find((step) => step * power <= longest) ?? 1);
  return { meters, pixels: meters / perPixel };
}

export function scaleText(meters: number): string {
  return meters >= 1000 ? `${meters / 1000} km` : `${meters} m`;
}
