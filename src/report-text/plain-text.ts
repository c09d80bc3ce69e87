import type { Translation } from '../i18n/translation.js';
import type { Headline } from './headline.js';
import type { ReportText } from './report-text.js';
import type { Fact, Section } from './section.js';

function factLine({ label, value, note }: Fact, { t }: Translation): string {
  const line = t.labelled({ label, value });
  return note === undefined ? line : `${line}${t.sentenceSpace}${note}`;
}

function sectionLines(section: Section, translation: Translation): string[] {
  return [
    '',
    `■ ${section.title}`,
    ...(section.warning === null ? [] : [section.warning]),
    ...section.facts.map((fact) => factLine(fact, translation)),
    ...section.sentences,
    ...section.sources.map((value) =>
      translation.t.labelled({ label: translation.t.report.labels.source, value }),
    ),
  ];
}

function headlineLines({ centre, rain }: Headline, translation: Translation): string[] {
  const { t } = translation;
  const list = (candidates: string[]) =>
    candidates.length === 0
      ? []
      : [t.labelled({ label: t.report.candidates, value: candidates.join(t.listSeparator) })];
  return [
    t.labelled({ label: centre.label, value: centre.text }),
    ...list(centre.candidates),
    ...(rain.text === null ? [] : [t.labelled({ label: rain.label, value: rain.text })]),
    ...list(rain.candidates),
    ...rain.numbers.map(({ label, value, unit }) => t.labelled({ label, value: `${value} ${unit}` })),
  ];
}

/**
 * The whole report as lines to paste into a mail; `link` leads back to it.
 * @param national lines of what national services said, when they were asked
 */
export function reportAsPlainText(
  report: ReportText,
  translation: Translation,
  link: string,
  national: readonly string[] = [],
): string {
  const { t } = translation;
  return [
    `${t.app.name}  ${report.place}`,
    report.position,
    ...(report.headline === null ? [report.lead] : headlineLines(report.headline, translation)),
    ...(report.headline === null ? [] : [report.headline.rain.sentence, report.headline.centre.sentence]),
    ...report.placeNotes,
    ...report.missing,
    ...report.sections.flatMap((section) => sectionLines(section, translation)),
    ...national,
    '',
    `■ ${t.report.sections.limits}`,
    ...report.limits,
    '',
    report.version,
    link,
  ]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}

/** What a screen reader hears after a click: place, centre, design level, no more. */
export function reportAnnouncement(report: ReportText, translation: Translation): string {
  const { t } = translation;
  if (report.headline === null) return `${report.place}${t.sentenceSpace}${report.lead}`;
  return [report.place, ...headlineLines(report.headline, translation)].join(t.announcementPause);
}
