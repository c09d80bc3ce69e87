import { fullFlow, type ChannelFlow } from './manning.js';

/**
 * Nominal diameters (mm) of reinforced concrete sewer pipes, 日本下水道協会規格 JSWAS A-1 下水道用鉄筋コンクリート管:
 * form B 150–1350, form NC 1500–3000.
 */
export const standardDiametersMillimeters = [
  150, 200, 250, 300, 350, 400, 450, 500, 600, 700, 800, 900, 1000, 1100, 1200, 1350, 1500, 1650, 1800, 2000,
  2200, 2400, 2600, 2800, 3000,
] as const;

export interface PipeChoice {
  nominalMillimeters: number;
  full: ChannelFlow;
  /** Asked discharge over the full section's; at most 1. */
  utilisation: number;
}

/** Why no pipe is given: a figure that makes no sense, or a discharge above the largest pipe's. */
export type PipeProblem = 'not-a-number' | 'above-largest';
export type PipeResult = { ok: true; pipe: PipeChoice } | { ok: false; problem: PipeProblem };

/**
 * The smallest standard pipe whose full section carries a discharge.
 * @param slope rise over run (3 ‰ is 0.003)
 * @param reserve extra capacity asked for, as a share of the discharge (0.2 = 20 %)
 */
export function smallestStandardPipe(
  dischargeCubicMetersPerSecond: number,
  slope: number,
  n: number,
  reserve = 0,
): PipeResult {
  const figures = [dischargeCubicMetersPerSecond, slope, n];
  if (!figures.every((figure) => figure > 0 && Number.isFinite(figure)) || !(reserve >= 0))
    return { ok: false, problem: 'not-a-number' };
  for (const nominalMillimeters of standardDiametersMillimeters) {
    const full = fullFlow({ shape: 'circle', diameterMeters: nominalMillimeters / 1000 }, slope, n);
    const capacity = full.dischargeCubicMetersPerSecond;
    if (capacity < dischargeCubicMetersPerSecond * (1 + reserve)) continue;
    return {
      ok: true,
      pipe: { nominalMillimeters, full, utilisation: dischargeCubicMetersPerSecond / capacity },
    };
  }
  return { ok: false, problem: 'above-largest' };
}
