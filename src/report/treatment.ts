import type { Position } from '../geometry/position.js';
import type { SiteIndex } from './site-index.js';
import type { TreatmentAnswer } from './site-report-types.js';

/** Treatment district and centre at a position inside the city; null when the layer is missing. */
export function treatmentAt(
  { districts, towns }: SiteIndex,
  position: Position,
  positionMeters = 0,
): TreatmentAnswer | null {
  if (!districts) return null;
  const decision = districts.areas.decide(position, positionMeters);
  const own = districts.features[decision.own]?.properties;
  const nameOf = (area: number) => districts.features[area]?.properties.name ?? null;
  // Outside every district the table that lists them all is still the source.
  const cited = own ?? districts.features[0]?.properties;
  const alternatives = decision.alternatives.map(nameOf);
  const doubt = own ? doubtAt(towns, position) : null;
  const doubted = doubt !== null && doubt !== own?.name && !alternatives.includes(doubt);
  return {
    district: own?.name ?? null,
    districtEn: own?.nameEn ?? null,
    centre: own?.centre ?? null,
    centreEn: own?.centreEn ?? null,
    sewerSystem: own?.sewerSystem ?? null,
    certainty: doubted ? 'near-edge' : decision.certainty,
    alternatives: doubted ? [...alternatives, doubt] : alternatives,
    undecidedBy: decision.certainty === 'near-edge' ? 'edge' : doubted ? 'town' : null,
    townUnchecked: towns === null,
    edgeMeters: decision.edgeMeters,
    accuracyMeters: decision.accuracyMeters,
    method: own?.method ?? null,
    asOf: own?.asOf ?? null,
    source: { document: cited?.source ?? '', page: cited?.page ?? null },
  };
}

/** The district that a second, independent way gives the town here, where the two could not be reconciled. */
function doubtAt(towns: SiteIndex['towns'], position: Position): string | null {
  const town = towns?.features[towns.areas.index.first(position)];
  return town?.properties.districtDoubt ?? null;
}

/** Whether public sewers are planned at a place, from its treatment answer. */
export function sewerAreaOf(treatment: TreatmentAnswer | null): 'inside' | 'near-edge' | 'outside' | null {
  if (!treatment) return null;
  if (treatment.certainty === 'outside') return 'outside';
  const candidates = [treatment.district, ...treatment.alternatives];
  return candidates.includes(null) ? 'near-edge' : 'inside';
}
