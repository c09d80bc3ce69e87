import { checkPosition } from './check-position.js';
import { designRainfallAt } from './design-rainfall.js';
import { placeAt } from './place.js';
import { programmeAnswers } from './programmes.js';
import type { SiteIndex } from './site-index.js';
import type {
  AddressAnswer,
  Certainty,
  Position,
  SiteReport,
  SiteReportResult,
  TreatmentAnswer,
} from './site-report-types.js';
import { sectionsAt } from './sections.js';
import { treatmentAt } from './treatment.js';
import { inundationAt, priorityDistrictsAt, riverFloodAt } from './zones.js';

/** What else is known when a report is asked for. */
export interface SiteQuestion {
  /** How far off the position itself may be (a block's point stands for its houses); 0 when left out. */
  positionMeters?: number;
  /** The nearest block 街区, where blocks have been read. */
  nearestBlock?: (position: Position) => AddressAnswer | null;
}

/**
 * The site report: everything known about one position, as plain JSON.
 * @param value [longitude, latitude] in degrees; anything else comes back as a named problem
 */
export function siteReport(
  index: SiteIndex,
  value: readonly unknown[],
  { positionMeters = 0, nearestBlock }: SiteQuestion = {},
): SiteReportResult {
  const checked = checkPosition(index.city, value);
  if (!checked.ok) return checked;
  const { position } = checked;
  const town = index.towns?.areas.membership(position) ?? null;
  const place = placeAt(index, position, town);
  const { dataVersion, asOf } = index;
  const ends = { elevationMeters: null, unavailable: [...index.unavailable], dataVersion, asOf };
  if (!place.inCity) return { ok: true, report: { position, ...place, ...nothingHere(index), ...ends } };

  const treatment = treatmentAt(index, position, positionMeters, town);
  const designRainfall = designRainfallAt(index, position, treatment, positionMeters);
  const [nearest, ...others] = priorityDistrictsAt(index, position, positionMeters);
  const priorityDistrict = nearest?.inside ? nearest : null;
  const report: SiteReport = {
    position,
    ...place,
    address: nearestBlock?.(position) ?? null,
    positionMeters: positionMeters === 0 ? null : positionMeters,
    treatment,
    designRainfall,
    priorityDistrict,
    priorityCandidates: priorityDistrict || !nearest ? others : [nearest, ...others],
    inundation: inundationAt(index, position, positionMeters),
    riverFlood: riverFloodAt(index, position, positionMeters),
    nearest: {
      shelters: index.shelters.find(position, 3),
      pumpStations: index.pumpStations.find(position, 3),
      sewers: index.sewers.find(position, 3),
      ponds: index.ponds.find(position, 1),
    },
    programmes: programmeAnswers(index.programmes, {
      treatment: planCertainty(treatment),
      separation: index.separation?.areas.membership(position, positionMeters).certainty ?? null,
    }),
    ...ends,
  };
  if (index.sections.length > 0) report.sections = sectionsAt(index.sections, position, positionMeters);
  return { ok: true, report };
}

/** How sure it is that public sewers are planned: which of two districts plans them is no doubt of that. */
function planCertainty(treatment: TreatmentAnswer | null): Certainty | null {
  if (treatment?.certainty !== 'doubtful') return treatment?.certainty ?? null;
  return treatment.townUnchecked || treatment.alternatives.includes(null) ? 'near-edge' : 'clear';
}

type Findings = Omit<
  SiteReport,
  | 'position'
  | 'inCity'
  | 'inCityCertainty'
  | 'ward'
  | 'wardEn'
  | 'wardAlternatives'
  | 'town'
  | 'elevationMeters'
  | 'unavailable'
  | 'dataVersion'
  | 'asOf'
>;

/** Outside the city the map has nothing to say, and says so without an error. */
function nothingHere({ sections }: SiteIndex): Findings {
  return {
    address: null,
    positionMeters: null,
    treatment: null,
    designRainfall: null,
    priorityDistrict: null,
    priorityCandidates: [],
    inundation: [],
    riverFlood: [],
    nearest: { shelters: [], pumpStations: [], sewers: [], ponds: [] },
    programmes: [],
    ...(sections.length > 0 && { sections: [] }),
  };
}
