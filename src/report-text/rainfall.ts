import type {
  DesignRainfallAnswer,
  PriorityDistrictAnswer,
  SiteReport,
} from '../report/site-report-types.js';
import type { Translation } from '../i18n/translation.js';
import { planCandidates, sewerAreaUncertainty } from './headline.js';
import { presentFacts, sourceText, factIf, type Section } from './section.js';

function figure(value: number, { t, format }: Translation): string {
  return `${format.number(value)} ${t.rainUnit}`;
}

function planFacts(rain: DesignRainfallAnswer, translation: Translation) {
  const { t, name, format } = translation;
  const { labels } = t.report;
  return presentFacts(
    factIf(rain.plan, (plan) => ({ label: labels.plan, value: name(plan, rain.planEn) })),
    factIf(rain.part, (part) => ({ label: labels.part, value: t.report.parts[part] })),
    factIf(rain.period, (period) => ({ label: labels.period, value: format.fiscalPeriod(period) })),
  );
}

export function rainfallSection(report: SiteReport, translation: Translation): Section | null {
  const rain = report.designRainfall;
  if (rain === null || rain.sewerArea === 'outside') return null;
  const { t, format } = translation;
  const { labels } = t.report;
  const undecided = rain.certainty === 'near-edge';
  const numbers = [
    { label: labels.target, value: figure(rain.targetMmPerHour, translation), kind: 'design' as const },
    { label: labels.stage, value: figure(rain.stageMmPerHour, translation), kind: 'design' as const },
  ];
  const base = {
    label: labels.base,
    value: figure(rain.baseMmPerHour, translation),
    kind: 'design' as const,
  };
  const candidates = {
    label: t.report.candidates,
    value: planCandidates(rain, translation).join(t.listSeparator),
  };
  const sentences = [t.report.rainNotReached];
  if (rain.plan === null && !undecided) {
    sentences.unshift(
      t.report.noPlanHere({ base: format.number(rain.baseMmPerHour) }),
      t.report.rainTenYears,
    );
  }
  if (rain.partAlternatives.length > 0) {
    const parts = rain.partAlternatives.map((part) => t.report.parts[part]).join(t.listSeparator);
    sentences.unshift(t.report.partEdge({ parts }));
  }
  const doubt = sewerAreaUncertainty(rain, translation);
  if (doubt !== null) sentences.unshift(doubt);
  return {
    id: 'rainfall',
    title: t.report.sections.rainfall,
    facts: undecided
      ? [candidates, base]
      : [...planFacts(rain, translation), ...(rain.plan === null ? [] : numbers), base],
    sentences,
    warning: undecided
      ? t.report.planEdge({
          distance: format.distance(rain.edgeMeters ?? 0),
          accuracy: format.distance(rain.accuracyMeters ?? 0),
        })
      : null,
    sources: [sourceText(rain.source, report.asOf, translation)],
  };
}

/** @param sharing names of all districts that hold the place, where their border to each other is not published */
function prioritySection(
  priority: PriorityDistrictAnswer,
  sharing: string | null,
  translation: Translation,
): Section {
  const { t, name, format } = translation;
  const { labels } = t.report;
  const undecided = priority.certainty === 'near-edge';
  const districtName = name(priority.name, priority.nameEn);
  return {
    id: 'priority',
    title: t.report.sections.priority,
    facts: [
      { label: labels.priorityName, value: districtName },
      { label: labels.plan, value: name(priority.plan) },
      { label: labels.level, value: figure(priority.designMmPerHour, translation), kind: 'design' },
      { label: labels.period, value: format.fiscalPeriod(priority.period) },
    ],
    sentences: undecided ? [] : [t.report.priorityHere({ name: districtName })],
    warning: !undecided
      ? null
      : sharing !== null && priority.inside
        ? t.report.priorityShared({ names: sharing })
        : t.report.priorityEdge,
    sources: [sourceText(priority.source, priority.asOf, translation)],
  };
}

/** The district the point lies in, then those whose edge is too near to tell. */
export function prioritySections(report: SiteReport, translation: Translation): Section[] {
  const own = report.priorityDistrict === null ? [] : [report.priorityDistrict];
  const all = [...own, ...report.priorityCandidates];
  const inside = all.filter((priority) => priority.inside);
  const sharing =
    inside.length > 1
      ? inside.map(({ name, nameEn }) => translation.name(name, nameEn)).join(translation.t.listSeparator)
      : null;
  return all.map((priority) => prioritySection(priority, sharing, translation));
}
