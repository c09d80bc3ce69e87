import type { Translation } from '../i18n/translation.js';

/** What differs within the circle a device says it is in. */
export interface AnswersWithinAccuracy {
  accuracyMeters: number;
  /** Every district the circle reaches; null stands for "no district". One = all of it. */
  districts: readonly (string | null)[];
  /** Every design level the circle reaches. */
  levelsMmPerHour: readonly number[];
}

/** How well the device knows where it is, and whether that is well enough for the answer at its point. */
export function withinAccuracySentences(
  circle: AnswersWithinAccuracy,
  { t, format, name }: Translation,
): string[] {
  const { accuracyMeters, districts, levelsMmPerHour } = circle;
  const names = districts.map((district) => (district === null ? t.report.noDistrict : name(district)));
  const levels = levelsMmPerHour.map((level) => format.number(level, 1));
  return [
    t.locate.accuracy({ distance: format.distance(accuracyMeters) }),
    ...(names.length > 1 ? [t.locate.severalDistricts({ districts: names.join(t.listSeparator) })] : []),
    ...(levels.length > 1 ? [t.locate.severalLevels({ levels: levels.join(t.listSeparator) })] : []),
  ];
}
