import { city } from '../../catalog/city.js';
import type { Citation } from '../../catalog/provenance.js';
import { rainfallIntensityMmPerHour, type TalbotFormula } from '../../hydrology/rainfall-intensity.js';

/**
 * A rain to compute with. `formula` follows the duration; the others are hourly figures for which no formula
 * is published: used as a constant intensity they hold for a time of concentration near 60 minutes only.
 */
export const designRains = ['formula', '59.1', '79.5', '52.2'] as const;
export type DesignRain = (typeof designRains)[number];

/** The city's design rain by duration. */
export const cityFormula: TalbotFormula & { source: Citation } = city.rainfallFormula;

/** Constant intensities are refused beyond this distance from 60 minutes: no formula says what they would be. */
const hourly = { minutes: 60, tolerance: 10 } as const;

export interface RainAnswer {
  intensityMmPerHour: number;
  /** false: the figure is an hourly one and the duration is not near an hour. */
  holds: boolean;
  source: Citation;
}

/** Intensity of a design rain at a time of concentration in minutes. */
export function designIntensity(rain: DesignRain, minutes: number): RainAnswer {
  if (rain === 'formula')
    return {
      intensityMmPerHour: rainfallIntensityMmPerHour(minutes, cityFormula),
      holds: true,
      source: cityFormula.source,
    };
  const value = Number(rain);
  const level = city.rainfallLevels.find(({ mmPerHour }) => mmPerHour === value);
  return {
    intensityMmPerHour: value,
    holds: Math.abs(minutes - hourly.minutes) <= hourly.tolerance,
    source: level?.source ?? cityFormula.source,
  };
}
