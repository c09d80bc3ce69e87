import { catalogue, layerById } from '../catalog/layers.js';
import type { InundationAnswer, RiverFloodAnswer, SiteReport } from '../report/site-report.js';
import type { Voice } from '../i18n/voice.js';
import { known, sourceText, when, type Section } from './section.js';

function depthText(depth: InundationAnswer['depth'], { t, format }: Voice): string {
  if (depth === null) return t.report.depthUnknown;
  const min = format.meters(depth.minMeters);
  return depth.maxMeters === null
    ? t.report.depthOver({ min })
    : t.report.depthRange({ min, max: format.meters(depth.maxMeters) });
}

function zoneFacts(zone: InundationAnswer, voice: Voice) {
  const { t, name, format } = voice;
  const { labels } = t.report;
  return known(
    { label: labels.zone, value: name(zone.zone, zone.zoneEn) },
    when(zone.scenarioMmPerHour, (value) => ({
      label: labels.scenario,
      value: `${format.number(value)} ${t.rainUnit}`,
      kind: 'scenario' as const,
    })),
    { label: labels.depth, value: depthText(zone.depth, voice) },
    when(zone.sewer, (sewer) => ({ label: labels.sewer, value: name(sewer) })),
    when(zone.gaugeStation, (station) => ({ label: labels.gauge, value: name(station) })),
    when(zone.dangerLevelMeters, (level) => ({ label: labels.dangerLevel, value: format.meters(level) })),
    when(zone.overflowPlace, (place) => ({ label: labels.overflow, value: name(place) })),
    when(zone.firstPublished, (date) => ({ label: labels.published, value: format.date(date) })),
    when(zone.revised, (date) => ({ label: labels.revised, value: format.date(date) })),
  );
}

function zoneSentences(zone: InundationAnswer, { t, name, format }: Voice): string[] {
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
export function inundationSections(report: SiteReport, voice: Voice): Section[] {
  const { t } = voice;
  const empty = { id: 'inundation' as const, title: t.report.sections.inundation, facts: [], sources: [] };
  if (report.inundation.length === 0) {
    const missing = report.unavailable.some(({ layer }) => layerById(layer)?.role === 'inundationZone');
    return missing ? [] : [{ ...empty, sentences: [t.report.inundationNone], warning: null }];
  }
  return report.inundation.map((zone) => ({
    ...empty,
    facts: zoneFacts(zone, voice),
    sentences: zoneSentences(zone, voice),
    warning: zone.certainty === 'near-edge' ? t.report.inundationEdge : null,
    sources: [sourceText(zone.source, zone.asOf, voice)],
  }));
}

const riverLayer = catalogue.find(({ role }) => role === 'riverFlood');

function riverFacts(area: RiverFloodAnswer, voice: Voice) {
  const { t, name, text } = voice;
  const field = (property: string) => riverLayer?.fields.find((each) => each.property === property);
  const label = (property: string) => text(field(property)?.label) ?? property;
  return known(
    when(area.river, (river) => ({ label: label('river'), value: name(river) })),
    {
      label: label('scenario'),
      value: text(field('scenario')?.values?.[area.scenario]) ?? area.scenario,
      kind: 'scenario' as const,
    },
    { label: t.report.labels.depth, value: depthText(area.depth, voice) },
  );
}

/**
 * One section an area a river would flood, where such data was brought in; none elsewhere: no data is not "dry".
 * Another scenario than inland flood, so the two never share a section.
 */
export function riverFloodSections(report: SiteReport, voice: Voice): Section[] {
  return report.riverFlood.map((area) => ({
    id: 'river-flood' as const,
    title: voice.text(riverLayer?.title) ?? area.area,
    facts: riverFacts(area, voice),
    sentences: riverLayer ? [voice.text(riverLayer.description)] : [],
    warning: area.certainty === 'near-edge' ? voice.t.report.inundationEdge : null,
    sources: [sourceText(area.source, area.asOf, voice)],
  }));
}
