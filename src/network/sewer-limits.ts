/**
 * What a sewer can be. The largest known to us is 首都圏外郭放水路 (inner diameter about 10 m, 6.3 km, shafts some 70 m
 * deep: 国土交通省江戸川河川事務所); the limits are set clear of it, so that only what nobody has built lies outside.
 * A file may say φ2,000,000,000 mm, and no loop and no drawing may grow with it.
 */
export const sewerLimits = {
  diameterMillimeters: { least: 10, most: 20_000 },
  lengthMeters: { least: 0.01, most: 20_000 },
  depthMeters: { least: 0.01, most: 200 },
} as const;
export type SewerFigure = keyof typeof sewerLimits;

/** A figure of the file that no sewer can have: it is not used, and said. */
export interface FigureOutside {
  figure: SewerFigure;
  value: number;
}

/** The figure, or null with a note where it lies outside what a sewer can be. */
export function withinLimits(
  figure: SewerFigure,
  value: number | null,
  outside: FigureOutside[],
): number | null {
  if (value === null) return null;
  const { least, most } = sewerLimits[figure];
  if (value >= least && value <= most) return value;
  outside.push({ figure, value });
  return null;
}
