import type { Translation } from '../i18n/translation.js';
import type { ElevationReading, NationalAnswers } from '../report/national-answers.js';
import { hazardText } from './hazards.js';

/** Height of the ground at the point; null while the service has not answered. */
export function elevationText(reading: ElevationReading | null, { t, format }: Translation): string {
  const words = t.online.national;
  if (!reading) return words.workingOne;
  if (reading.kind === 'no-data') return words.elevationNone;
  if (reading.kind === 'unreachable') return words.unreachable;
  const value = format.number(reading.meters);
  return words.elevationValue({ value, grid: format.number(reading.gridMeters) });
}

/** What national services said of the point, as lines to copy, with their source and the day they were asked. */
export function nationalLines(answers: NationalAnswers, translation: Translation): string[] {
  const { t, format } = translation;
  const words = t.online.national;
  const [first] = answers.hazards;
  const date = format.date(answers.askedOn);
  return [
    '',
    `■ ${words.title}`,
    words.kind,
    ...answers.hazards.flatMap(({ raster, reading }) => {
      const { title, scenario, value, notes } = hazardText(raster, reading, translation);
      return [t.labelled({ label: `${title} ${scenario}`, value }), ...notes];
    }),
    t.labelled({ label: words.elevation, value: elevationText(answers.elevation, translation) }),
    ...(first ? [words.credit({ credit: first.raster.credit, date })] : []),
    words.elevationCredit,
  ];
}
