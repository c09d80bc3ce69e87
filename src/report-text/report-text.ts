import { blocksPart } from '../catalog/block-files.js';
import type { SiteReport } from '../report/site-report-types.js';
import type { Translation } from '../i18n/translation.js';
import { headline, type Headline } from './headline.js';
import { inundationSections, riverFloodSections } from './inundation.js';
import { nearestSection } from './nearest.js';
import { programmesSection } from './programmes.js';
import { prioritySections, rainfallSection } from './rainfall.js';
import type { Section } from './section.js';
import { methodSection, treatmentSection } from './treatment.js';

/** One report in words of one language: what the card, the printed report and the copied text all say. */
export interface ReportText {
  /** 中央区 天神一丁目 */
  place: string;
  /** 北緯33.59020 東経130.40170 */
  position: string;
  placeNotes: string[];
  inCity: boolean;
  /** In place of an answer: outside the city, or not known to be inside. Empty in the city. */
  lead: string;
  /** null outside the city. */
  headline: Headline | null;
  sections: Section[];
  /** What could not be answered, and why; empty when all is there. */
  missing: string[];
  /** Stands with every report: simulation, not the statutory map, 重要事項説明, edges. */
  limits: readonly string[];
  version: string;
}

function placeName(report: SiteReport, { t, name }: Translation): string {
  // Without the wards the other layers can say "in the city", never "outside".
  if (!report.inCity) return report.inCityCertainty === null ? t.report.cityUnknown : t.report.notInCity;
  const ward = report.ward === null ? null : name(report.ward, report.wardEn);
  const town = report.town === null ? null : name(report.town.name, report.town.nameEn);
  return ward && town ? t.report.place({ ward, town }) : ward || town || t.report.noTown;
}

function leadOf({ inCity, inCityCertainty }: SiteReport, { t }: Translation): string {
  if (inCity) return '';
  return inCityCertainty === null ? t.report.unavailableWhole : t.report.notInCityLead;
}

/** The nearest block, and how far the houses lie from the point that was answered for. */
function addressNotes({ address, positionMeters }: SiteReport, { t, format, name }: Translation): string[] {
  const notes: string[] = [];
  if (address) {
    const parts = { town: name(address.town, address.townEn), number: address.block };
    const block = address.lot ? t.report.lotName(parts) : t.report.blockName(parts);
    notes.push(t.report.nearestBlock({ block, distance: format.distance(address.meters) }));
  }
  if (positionMeters !== null) notes.push(t.report.blockPoint({ distance: format.distance(positionMeters) }));
  return notes;
}

/** What is unsure about the name of the place itself. */
function placeNotes(report: SiteReport, translation: Translation): string[] {
  const { t, name } = translation;
  const list = (names: readonly string[]) => names.map((one) => name(one)).join(t.listSeparator);
  const notes: string[] = [...addressNotes(report, translation)];
  if (report.inCityCertainty === 'near-edge') notes.push(t.report.coastEdge);
  if (report.wardAlternatives.length > 0)
    notes.push(t.report.wardEdge({ wards: list(report.wardAlternatives) }));
  if (report.town) {
    const { how, alternatives, alternativesEn } = report.town;
    const towns = alternatives.map((town, i) => name(town, alternativesEn[i])).join(t.listSeparator);
    const near = alternatives.length > 0;
    if (how === 'cell') notes.push(near ? t.report.townEdge({ towns }) : t.report.townGuess);
    else if (near) notes.push(t.report.townBorder({ towns }));
    else if (how === 'divided') notes.push(t.report.townDivided);
  }
  return notes;
}

/** Layers by their name in this language; the catalogue is handed in, so that no city is named here. */
export type LayerTitle = (layerId: string) => string;

/** Puts a site report into words. Pure: the same report and language give the same text. */
export function reportText(report: SiteReport, translation: Translation, layerTitle: LayerTitle): ReportText {
  const { t, format } = translation;
  const [longitude, latitude] = report.position;
  const sections = report.inCity
    ? [
        treatmentSection(report, translation),
        rainfallSection(report, translation),
        ...prioritySections(report, translation),
        ...inundationSections(report, translation),
        ...riverFloodSections(report, translation),
        nearestSection(report, translation),
        programmesSection(report, translation),
        methodSection(report, translation),
      ]
    : [];
  return {
    place: placeName(report, translation),
    position: t.report.position({
      latitude: format.degrees(latitude),
      longitude: format.degrees(longitude),
    }),
    placeNotes: placeNotes(report, translation),
    inCity: report.inCity,
    lead: leadOf(report, translation),
    headline: report.inCity ? headline(report, translation) : null,
    sections: sections.filter((section) => section !== null),
    missing: [...new Set(report.unavailable.map(({ layer }) => layer))].map((layer) =>
      t.report.unavailable({ layer: layer === blocksPart ? t.errors.blocks : layerTitle(layer) }),
    ),
    limits: t.limits,
    version: t.report.version({ version: report.dataVersion, date: format.date(report.asOf) }),
  };
}
