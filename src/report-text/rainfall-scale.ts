import type { RainfallLevel } from '../catalog/city-entry.js';
import type { SiteReport } from '../report/site-report-types.js';
import type { Translation } from '../i18n/translation.js';
import { sourceText } from './section.js';

/** One rainfall on the scale: its place on the common axis. */
export interface RainfallStep {
  value: string;
  /** Share of the axis, 0–100. */
  percent: number;
  kind: RainfallLevel['kind'];
  kindText: string;
  /** Return period, day of observation. */
  details: string[];
  /** What such rain feels like. */
  feel: string | null;
  /** Set where this rainfall is the level of the place asked about. */
  here: string | null;
  source: string;
}

/** 気象庁「雨の強さと降り方」: very heavy from 50 mm/h, violent from 80 mm/h. */
const heavyFromMmPerHour = 50;
const violentFromMmPerHour = 80;

function feel(mmPerHour: number, { t }: Translation): string | null {
  if (mmPerHour >= violentFromMmPerHour) return t.ladder.feel.violent;
  return mmPerHour >= heavyFromMmPerHour ? t.ladder.feel.heavy : null;
}

function hereText(
  level: RainfallLevel,
  rain: SiteReport['designRainfall'],
  { t }: Translation,
): string | null {
  if (rain === null || rain.certainty === 'near-edge' || rain.sewerArea !== 'inside') return null;
  if (!level.kind.startsWith('design')) return null;
  const isTarget = level.mmPerHour === rain.targetMmPerHour;
  const isStage = level.mmPerHour === rain.stageMmPerHour;
  if (isTarget && isStage) return t.ladder.here;
  if (isTarget) return t.ladder.hereTarget;
  return isStage ? t.ladder.hereStage : null;
}

/** One day, or the first and the last of several. */
function days(first: string, last: string | undefined, { format }: Translation): string {
  return last === undefined ? format.date(first) : `${format.date(first)}–${format.date(last)}`;
}

/** All rainfalls a reader meets, weakest first, each drawn as the kind of number it is. */
export function rainfallScale(
  levels: readonly RainfallLevel[],
  rain: SiteReport['designRainfall'],
  translation: Translation,
): RainfallStep[] {
  const { t, format } = translation;
  const axis = Math.max(...levels.map(({ mmPerHour }) => mmPerHour));
  return [...levels]
    .sort((one, other) => one.mmPerHour - other.mmPerHour)
    .map((level) => ({
      value: format.number(level.mmPerHour),
      percent: (level.mmPerHour / axis) * 100,
      kind: level.kind,
      kindText: t.ladder.kinds[level.kind],
      details: [
        ...(level.returnPeriodYears === null
          ? []
          : [t.ladder.returnPeriod({ years: level.returnPeriodYears })]),
        ...(level.observedOn === null
          ? []
          : [t.ladder.observedOn({ date: days(level.observedOn, level.observedUntil, translation) })]),
      ],
      feel: feel(level.mmPerHour, translation),
      here: hereText(level, rain, translation),
      source: sourceText(level.source, null, translation),
    }));
}
