import type { Citation } from '../../catalog/provenance.js';
import {
  depthOfDischarge,
  flowAtDepth,
  fullFlow,
  sectionHeightMeters,
  type ChannelFlow,
  type Section,
} from '../../hydrology/manning.js';
import {
  compositeCoefficient,
  dischargeCubicMetersPerSecond,
  timeOfConcentrationMinutes,
  travelTimeMinutes,
} from '../../hydrology/runoff.js';
import { smallestStandardPipe, type PipeResult } from '../../hydrology/standard-pipes.js';
import { designIntensity, type DesignRain } from './design-rain.js';
import type { SurfaceKind } from './surfaces.js';

export interface DesignSurface {
  kind: SurfaceKind | 'other';
  /** Share of the catchment, per cent. */
  sharePercent: number;
  coefficient: number;
}

/** Everything the calculation sheet starts from. */
export interface DesignInput {
  name: string;
  areaHectares: number;
  surfaces: readonly DesignSurface[];
  rain: DesignRain;
  inletMinutes: number;
  /** 流下時間 as given, or from a length and a velocity. */
  travel:
    | { kind: 'minutes'; minutes: number }
    | { kind: 'length'; meters: number; velocityMetersPerSecond: number };
  slopePerMille: number;
  roughness: number;
  /** A section to check; null = only the smallest standard pipe is asked for. */
  section: Section | null;
  /** Extra capacity asked for, per cent of Q. */
  reservePercent: number;
}

/** A figure that cannot be computed with, by the name of its field. */
export type DesignProblem =
  'area' | 'shares' | 'coefficient' | 'inlet' | 'travel' | 'slope' | 'roughness' | 'section' | 'reserve';

export interface SectionCheck {
  section: Section;
  full: ChannelFlow;
  carries: boolean;
  /** Flow at Q; null when the section cannot carry it. */
  atDischarge: ChannelFlow | null;
  /** Depth over height. */
  fillRatio: number | null;
}

export interface Design {
  input: DesignInput;
  coefficient: number;
  travelMinutes: number;
  timeOfConcentrationMinutes: number;
  intensityMmPerHour: number;
  /** false: an hourly figure used far from 60 minutes. */
  rainHolds: boolean;
  rainSource: Citation;
  dischargeCubicMetersPerSecond: number;
  pipe: PipeResult;
  check: SectionCheck | null;
}

export type DesignResult = { ok: true; design: Design } | { ok: false; problems: DesignProblem[] };

/** The whole calculation: C, t, I, Q, the smallest standard pipe, and the check of a given section. */
export function designCatchment(input: DesignInput): DesignResult {
  const problems = problemsOf(input);
  if (problems.length > 0) return { ok: false, problems };
  const coefficient =
    compositeCoefficient(
      input.surfaces.map(({ sharePercent, coefficient: value }) => ({
        areaHectares: (input.areaHectares * sharePercent) / 100,
        coefficient: value,
      })),
    ) ?? 0;
  const travelMinutes =
    input.travel.kind === 'minutes'
      ? input.travel.minutes
      : travelTimeMinutes(input.travel.meters, input.travel.velocityMetersPerSecond);
  const minutes = timeOfConcentrationMinutes(input.inletMinutes, travelMinutes);
  const rain = designIntensity(input.rain, minutes);
  const discharge = dischargeCubicMetersPerSecond(coefficient, rain.intensityMmPerHour, input.areaHectares);
  const slope = input.slopePerMille / 1000;
  return {
    ok: true,
    design: {
      input,
      coefficient,
      travelMinutes,
      timeOfConcentrationMinutes: minutes,
      intensityMmPerHour: rain.intensityMmPerHour,
      rainHolds: rain.holds,
      rainSource: rain.source,
      dischargeCubicMetersPerSecond: discharge,
      pipe: smallestStandardPipe(discharge, slope, input.roughness, input.reservePercent / 100),
      check:
        input.section && checkSection(input.section, discharge, slope, input.roughness, input.reservePercent),
    },
  };
}

function checkSection(
  section: Section,
  discharge: number,
  slope: number,
  n: number,
  reservePercent: number,
): SectionCheck {
  const full = fullFlow(section, slope, n);
  const depth = depthOfDischarge(section, discharge, slope, n);
  return {
    section,
    full,
    carries: full.dischargeCubicMetersPerSecond >= discharge * (1 + reservePercent / 100),
    atDischarge: depth === null ? null : flowAtDepth(section, depth, slope, n),
    fillRatio: depth === null ? null : depth / sectionHeightMeters(section),
  };
}

/** Shares may be rounded by hand: 99.9 is as good as 100. */
const shareTolerance = 0.11;

/**
 * Beyond these nothing of a sewer is computed any more: the whole city has 34,000 ha, a slope of 1:1 is 1,000 ‰; a
 * section as in `sewerLimits`. Q, velocities and depths stay figures that can be written.
 */
export const designLimits = {
  areaHectares: 1_000_000,
  minutes: 10_000,
  meters: 1_000_000,
  velocityMetersPerSecond: 100,
  slopePerMille: 10_000,
  roughness: 1,
  reservePercent: 1_000,
  sectionMeters: 100,
} as const;

/** The limits as they stand behind a field's name: the same signs in every language. */
export const limitText: Readonly<Partial<Record<DesignProblem, string>>> = {
  area: '≤ 1,000,000 ha',
  inlet: '≤ 10,000 min',
  travel: '≤ 10,000 min, ≤ 1,000,000 m, ≤ 100 m/s',
  slope: '≤ 10,000 ‰',
  roughness: '≤ 1',
  section: '≤ 100 m',
  reserve: '≤ 1,000 %',
};

function problemsOf(input: DesignInput): DesignProblem[] {
  const positive = (value: number, most: number) => value > 0 && value <= most;
  const notNegative = (value: number, most: number) => value >= 0 && value <= most;
  const total = input.surfaces.reduce((sum, { sharePercent }) => sum + sharePercent, 0);
  const checks: Record<DesignProblem, boolean> = {
    area: positive(input.areaHectares, designLimits.areaHectares),
    shares:
      input.surfaces.every(({ sharePercent }) => notNegative(sharePercent, 100 + shareTolerance)) &&
      Math.abs(total - 100) < shareTolerance,
    coefficient:
      input.surfaces.every(({ coefficient }) => notNegative(coefficient, 1)) &&
      input.surfaces.some(({ coefficient, sharePercent }) => coefficient > 0 && sharePercent > 0),
    inlet: notNegative(input.inletMinutes, designLimits.minutes),
    travel:
      input.travel.kind === 'minutes'
        ? notNegative(input.travel.minutes, designLimits.minutes)
        : notNegative(input.travel.meters, designLimits.meters) &&
          positive(input.travel.velocityMetersPerSecond, designLimits.velocityMetersPerSecond),
    slope: positive(input.slopePerMille, designLimits.slopePerMille),
    roughness: positive(input.roughness, designLimits.roughness),
    section: input.section === null || sectionMakesSense(input.section),
    reserve: notNegative(input.reservePercent, designLimits.reservePercent),
  };
  return (Object.keys(checks) as DesignProblem[]).filter((name) => !checks[name]);
}

function sectionMakesSense(section: Section): boolean {
  const sizes =
    section.shape === 'circle' ? [section.diameterMeters] : [section.widthMeters, section.heightMeters];
  return sizes.every((size) => size > 0 && size <= designLimits.sectionMeters);
}
