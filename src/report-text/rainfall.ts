import type { DesignRainfallAnswer, PriorityDistrictAnswer, SiteReport } from '../report/site-report.js';
import type { Voice } from '../i18n/voice.js';
import { planCandidates, sewerAreaDoubt } from './headline.js';
import { known, sourceText, when, type Section } from './section.js';

function figure(value: number, { t, format }: Voice): string {
  return `${format.number(value)} ${t.rainUnit}`;
}

function planFacts(rain: DesignRainfallAnswer, voice: Voice) {
  const { t, name, format } = voice;
  const { labels } = t.report;
  return known(
    when(rain.plan, (plan) => ({ label: labels.plan, value: name(plan, rain.planEn) })),
    when(rain.part, (part) => ({ label: labels.part, value: t.report.parts[part] })),
    when(rain.period, (period) => ({ label: labels.period, value: format.fiscalPeriod(period) })),
  );
}

export function rainfallSection(report: SiteReport, voice: Voice): Section | null {
  const rain = report.designRainfall;
  if (rain === null || rain.sewerArea === 'outside') return null;
  const { t, format } = voice;
  const { labels } = t.report;
  const undecided = rain.certainty === 'near-edge';
  const numbers = [
    { label: labels.target, value: figure(rain.targetMmPerHour, voice), kind: 'design' as const },
    { label: labels.stage, value: figure(rain.stageMmPerHour, voice), kind: 'design' as const },
  ];
  const base = { label: labels.base, value: figure(rain.baseMmPerHour, voice), kind: 'design' as const };
  const candidates = { label: t.report.candidates, value: planCandidates(rain, voice).join(t.listSeparator) };
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
  const doubt = sewerAreaDoubt(rain, voice);
  if (doubt !== null) sentences.unshift(doubt);
  return {
    id: 'rainfall',
    title: t.report.sections.rainfall,
    facts: undecided
      ? [candidates, base]
      : [...planFacts(rain, voice), ...(rain.plan === null ? [] : numbers), base],
    sentences,
    warning: undecided
      ? t.report.planEdge({
          distance: format.distance(rain.edgeMeters ?? 0),
          accuracy: format.distance(rain.accuracyMeters ?? 0),
        })
      : null,
    sources: [sourceText(rain.source, report.asOf, voice)],
  };
}

function prioritySection(priority: PriorityDistrictAnswer, voice: Voice): Section {
  const { t, name, format } = voice;
  const { labels } = t.report;
  const undecided = priority.certainty === 'near-edge';
  const districtName = name(priority.name, priority.nameEn);
  return {
    id: 'priority',
    title: t.report.sections.priority,
    facts: [
      { label: labels.priorityName, value: districtName },
      { label: labels.plan, value: name(priority.plan) },
      { label: labels.level, value: figure(priority.designMmPerHour, voice), kind: 'design' },
      { label: labels.period, value: format.fiscalPeriod(priority.period) },
    ],
    sentences: undecided ? [] : [t.report.priorityHere({ name: districtName })],
    warning: undecided ? t.report.priorityEdge : null,
    sources: [sourceText(priority.source, priority.asOf, voice)],
  };
}

/** The district the point lies in, then those whose edge is too near to tell. */
export function prioritySections(report: SiteReport, voice: Voice): Section[] {
  const own = report.priorityDistrict === null ? [] : [report.priorityDistrict];
  return [...own, ...report.priorityCandidates].map((priority) => prioritySection(priority, voice));
}
