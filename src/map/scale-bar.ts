/** Length of the equator on the sphere of web maps, metres. */
const equatorMeters = 40_075_016.686;
const tilePixels = 512;

/** Metres one CSS pixel spans at a latitude and zoom. */
export function metersPerPixel(latitude: number, zoom: number): number {
  return (equatorMeters * Math.cos((latitude * Math.PI) / 180)) / (tilePixels * 2 ** zoom);
}

/** The longest round length (1, 2 or 5 times a power of ten) that fits. */
export function scaleBar(
  latitude: number,
  zoom: number,
  longestPixels: number,
): { meters: number; pixels: number } {
  const perPixel = metersPerPixel(latitude, zoom);
  const longest = perPixel * longestPixels;
  const power = 10 ** Math.floor(Math.log10(longest));
  const meters = power * ([5, 2, 1].find((step) => step * power <= longest) ?? 1);
  return { meters, pixels: meters / perPixel };
}

export function scaleText(meters: number): string {
  return meters >= 1000 ? `${meters / 1000} km` : `${meters} m`;
}
