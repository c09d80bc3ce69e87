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

/**
 * @param group one district, or several that say the same of the place
 * @param sharing names of all districts that hold the place, where their border to each other is not published
 */
function prioritySection(
  group: readonly [PriorityDistrictAnswer, ...PriorityDistrictAnswer[]],
  sharing: string | null,
  translation: Translation,
): Section {
  const { t, name, format } = translation;
  const { labels } = t.report;
  const [priority] = group;
  const undecided = priority.certainty === 'near-edge';
  const names = namesOf(group, translation);
  return {
    id: 'priority',
    title: t.report.sections.priority,
    facts: [
      { label: labels.priorityName, value: names },
      { label: labels.plan, value: name(priority.plan) },
      { label: labels.level, value: figure(priority.designMmPerHour, translation), kind: 'design' },
      { label: labels.period, value: format.fiscalPeriod(priority.period) },
    ],
    sentences: undecided ? [] : [t.report.priorityHere({ name: names })],
    warning: !undecided
      ? null
      : sharing !== null && priority.inside
        ? t.report.priorityShared({ names: sharing })
        : t.report.priorityEdge,
    sources: [sourceText(priority.source, priority.asOf, translation)],
  };
}

const namesOf = (districts: readonly PriorityDistrictAnswer[], { t, name }: Translation): string =>
  districts.map((each) => name(each.name, each.nameEn)).join(t.listSeparator);

/**
 * The district the point lies in, then those whose edge is too near to tell. Districts without a published border to
 * each other (原田(1), 原田(2)) are one section under all their names: the place is in one of them, and it is said once.
 */
export function prioritySections(report: SiteReport, translation: Translation): Section[] {
  const own = report.priorityDistrict === null ? [] : [report.priorityDistrict];
  const all = [...own, ...report.priorityCandidates];
  const inside = all.filter((priority) => priority.inside);
  const sharing = inside.length > 1 ? namesOf(inside, translation) : null;
  const groups = new Map<string, [PriorityDistrictAnswer, ...PriorityDistrictAnswer[]]>();
  for (const [at, priority] of all.entries()) {
    const { id: _id, name: _name, nameEn: _nameEn, ...same } = priority;
    const key = priority.inside && priority.certainty === 'near-edge' ? JSON.stringify(same) : String(at);
    const group = groups.get(key);
    if (group) group.push(priority);
    else groups.set(key, [priority]);
  }
  return [...groups.values()].map((group) => prioritySection(group, sharing, translation));
}
