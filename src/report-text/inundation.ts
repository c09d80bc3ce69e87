import { catalogue, layerById } from '../catalog/layers.js';
import type { InundationAnswer, RiverFloodAnswer, SiteReport } from '../report/site-report-types.js';
import type { Translation } from '../i18n/translation.js';
import { presentFacts, sourceText, factIf, type Section } from './section.js';

function depthText(depth: InundationAnswer['depth'], { t, format }: Translation): string {
  if (depth === null) return t.report.depthUnknown;
  const min = format.meters(depth.minMeters);
  return depth.maxMeters === null
    ? t.report.depthOver({ min })
    : t.report.depthRange({ min, max: format.meters(depth.maxMeters) });
}

function zoneFacts(zone: InundationAnswer, translation: Translation) {
  const { t, name, format } = translation;
  const { labels } = t.report;
  return presentFacts(
    { label: labels.zone, value: name(zone.zone, zone.zoneEn) },
    factIf(zone.scenarioMmPerHour, (value) => ({
      label: labels.scenario,
      value: `${format.number(value)} ${t.rainUnit}`,
      kind: 'scenario' as const,
    })),
    { label: labels.depth, value: depthText(zone.depth, translation) },
    factIf(zone.sewer, (sewer) => ({ label: labels.sewer, value: name(sewer) })),
    factIf(zone.gaugeStation, (station) => ({ label: labels.gauge, value: name(station) })),
    factIf(zone.dangerLevelMeters, (level) => ({ label: labels.dangerLevel, value: format.meters(level) })),
    factIf(zone.overflowPlace, (place) => ({ label: labels.overflow, value: name(place) })),
    factIf(zone.firstPublished, (date) => ({ label: labels.published, value: format.date(date) })),
    factIf(zone.revised, (date) => ({ label: labels.revised, value: format.date(date) })),
  );
}

function zoneSentences(zone: InundationAnswer, { t, name, format }: Translation): string[] {
  const sentences = zone.certainty === 'near-edge' ? [] : [t.report.inundationIn];
  if (zone.scenarioMmPerHour !== null) {
    sentences.push(
      t.report.scenarioKind({ value: format.number(zone.scenarioMmPerHour) }),
      t.report.thousandYears,
    );
  }
  if (zone.dangerLevelMeters !== null) {
    sentences.push(
      t.report.dangerMeaning({
        station: name(zone.gaugeStation ?? zone.zone),
        level: format.meters(zone.dangerLevelMeters),
      }),
    );
  }
  if (zone.depthAfter15MinutesMeters !== null) {
    sentences.push(t.report.after15({ depth: format.meters(zone.depthAfter15MinutesMeters) }));
  }
  if (zone.maximumDepthMeters !== null) {
    sentences.push(t.report.maximum({ depth: format.meters(zone.maximumDepthMeters) }));
  }
  return sentences;
}

/** One section a zone; one that says "in none" when there is none and the layer could be read. */
export function inundationSections(report: SiteReport, translation: Translation): Section[] {
  const { t } = translation;
  const empty = { id: 'inundation' as const, title: t.report.sections.inundation, facts: [], sources: [] };
  if (report.inundation.length === 0) {
    const missing = report.unavailable.some(({ layer }) => layerById(layer)?.role === 'inundationZone');
    return missing ? [] : [{ ...empty, sentences: [t.report.inundationNone], warning: null }];
  }
  return report.inundation.map((zone) => ({
    ...empty,
    facts: zoneFacts(zone, translation),
    sentences: zoneSentences(zone, translation),
    warning: zone.certainty === 'near-edge' ? t.report.inundationEdge : null,
    sources: [sourceText(zone.source, zone.asOf, translation)],
  }));
}

const riverLayer = catalogue.find(({ role }) => role === 'riverFlood');

function riverFacts(area: RiverFloodAnswer, translation: Translation) {
  const { t, name, text } = translation;
  const field = (property: string) => riverLayer?.fields.find((each) => each.property === property);
  const label = (property: string) => text(field(property)?.label) ?? property;
  return presentFacts(
    factIf(area.river, (river) => ({ label: label('river'), value: name(river) })),
    {
      label: label('scenario'),
      value: text(field('scenario')?.values?.[area.scenario]) ?? area.scenario,
      kind: 'scenario' as const,
    },
    { label: t.report.labels.depth, value: depthText(area.depth, translation) },
  );
}

/**
 * One section an area a river would flood, where such data was imported; none elsewhere: no data is not "dry".
 * Another scenario than inland flood, so the two never share a section.
 */
export function riverFloodSections(report: SiteReport, translation: Translation): Section[] {
  return report.riverFlood.map((area) => ({
    id: 'river-flood' as const,
    title: translation.text(riverLayer?.title) ?? area.area,
    facts: riverFacts(area, translation),
    sentences: riverLayer ? [translation.text(riverLayer.description)] : [],
    warning: area.certainty === 'near-edge' ? translation.t.report.inundationEdge : null,
    sources: [sourceText(area.source, area.asOf, translation)],
  }));
}
