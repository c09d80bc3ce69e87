import type { NearestItem, SiteReport } from '../report/site-report-types.js';
import type { Translation } from '../i18n/translation.js';
import { sourceText, type Fact, type Section } from './section.js';

/** Compass bearing in degrees → one of eight words. */
export function directionWord(bearingDegrees: number, { t }: Translation): string {
  const turned = ((bearingDegrees % 360) + 360) % 360;
  return t.directions[Math.round(turned / 45) % 8] ?? '';
}

function itemText(item: NearestItem, translation: Translation): string {
  const { t, name, format } = translation;
  const place = name(item.name, item.nameEn);
  if (item.certainty === 'near-edge') {
    return t.report.nearestClose({ name: place, accuracy: format.distance(item.accuracyMeters) });
  }
  return t.report.nearestItem({
    name: place,
    direction: directionWord(item.bearingDegrees, translation),
    distance: format.distance(item.meters),
  });
}

export function nearestSection(report: SiteReport, translation: Translation): Section | null {
  const { t } = translation;
  const { nearest } = report;
  const groups: [string, readonly NearestItem[]][] = [
    [t.report.labels.shelters, nearest.shelters.slice(0, 3)],
    [t.report.labels.pumpStations, nearest.pumpStations.slice(0, 2)],
    [t.report.labels.ponds, nearest.ponds.slice(0, 1)],
    [t.report.labels.sewers, nearest.sewers.slice(0, 2)],
  ];
  const facts: Fact[] = groups.flatMap(([label, items]) =>
    items.map((item) => ({ label, value: itemText(item, translation) })),
  );
  if (facts.length === 0) return null;
  const sources = groups.flatMap(([, items]) =>
    items.map((item) => sourceText(item.source, null, translation)),
  );
  return {
    id: 'nearest',
    title: t.report.sections.nearest,
    facts,
    sentences: nearest.shelters.length > 0 ? [t.report.shelterNote] : [],
    warning: null,
    sources: [...new Set(sources)],
  };
}
