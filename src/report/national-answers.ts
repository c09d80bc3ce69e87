import type { NationalRaster } from '../catalog/national.js';
import type { Position } from '../geometry/position.js';
import type { HazardReading } from './hazard-reading.js';

/** Ground height, and how far apart the surveyed points are; or why there is none. */
export type ElevationReading =
  { kind: 'height'; meters: number; gridMeters: number } | { kind: 'no-data' } | { kind: 'unreachable' };

/** What the national services said of one point. */
export interface NationalAnswers {
  position: Position;
  /** ISO date of the questions: a credit names the day of use. */
  askedOn: string;
  /** In catalogue order; null = under way. */
  hazards: readonly { raster: NationalRaster; reading: HazardReading | null }[];
  elevation: ElevationReading | null;
}
