import { rainfallIntensityMmPerHour, type TalbotFormula } from './rainfall-intensity.js';

/** 流達時間 = 流入時間 + 流下時間, minutes (福岡市の下水道 p. 10). */
export function timeOfConcentrationMinutes(inletMinutes: number, travelMinutes: number): number {
  return inletMinutes + travelMinutes;
}

/** 流下時間, minutes: how long water takes down a sewer of this length at its full-flow velocity. */
export function travelTimeMinutes(lengthMeters: number, velocityMetersPerSecond: number): number {
  return lengthMeters / velocityMetersPerSecond / 60;
}

/** One kind of ground in a catchment. */
export interface Surface {
  areaHectares: number;
  /** 流出係数 of this kind, 0–1 */
  coefficient: number;
}

/** Area-weighted runoff coefficient C = Σ Cᵢ·Aᵢ / Σ Aᵢ; null without any area. */
export function compositeCoefficient(surfaces: readonly Surface[]): number | null {
  let [area, weighted] = [0, 0];
  for (const { areaHectares, coefficient } of surfaces) {
    area += areaHectares;
    weighted += areaHectares * coefficient;
  }
  return area > 0 ? weighted / area : null;
}

/**
 * Rational formula Q = 1/360 · C · I · A (福岡市の下水道 p. 10).
 * 1/360 turns mm/h over hectares into m³/s: 0.001 m / 3600 s × 10,000 m².
 */
export function dischargeCubicMetersPerSecond(
  coefficient: number,
  intensityMmPerHour: number,
  areaHectares: number,
): number {
  return (coefficient * intensityMmPerHour * areaHectares) / 360;
}

export interface RunoffInput {
  areaHectares: number;
  coefficient: number;
  inletMinutes: number;
  travelMinutes: number;
}

export interface Runoff extends RunoffInput {
  timeOfConcentrationMinutes: number;
  intensityMmPerHour: number;
  dischargeCubicMetersPerSecond: number;
}

/** Which figure cannot be worked with: an area or time below zero, a coefficient outside 0–1, no number at all. */
export type RunoffResult = { ok: true; runoff: Runoff } | { ok: false; problem: keyof RunoffInput };

/** Peak discharge of a catchment, or the first figure that makes no sense. */
export function runoff(input: RunoffInput, formula: TalbotFormula): RunoffResult {
  const { areaHectares, coefficient, inletMinutes, travelMinutes } = input;
  if (!(areaHectares > 0 && Number.isFinite(areaHectares))) return { ok: false, problem: 'areaHectares' };
  if (!(coefficient > 0 && coefficient <= 1)) return { ok: false, problem: 'coefficient' };
  if (!(inletMinutes >= 0 && Number.isFinite(inletMinutes))) return { ok: false, problem: 'inletMinutes' };
  if (!(travelMinutes >= 0 && Number.isFinite(travelMinutes))) return { ok: false, problem: 'travelMinutes' };
  const minutes = timeOfConcentrationMinutes(inletMinutes, travelMinutes);
  const intensityMmPerHour = rainfallIntensityMmPerHour(minutes, formula);
  return {
    ok: true,
    runoff: {
      ...{ areaHectares, coefficient, inletMinutes, travelMinutes },
      timeOfConcentrationMinutes: minutes,
      intensityMmPerHour,
      dischargeCubicMetersPerSecond: dischargeCubicMetersPerSecond(
        coefficient,
        intensityMmPerHour,
        areaHectares,
      ),
    },
  };
}
