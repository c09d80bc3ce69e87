import type { Position } from '../geometry/position.js';
import type { SiteIndex } from './site-index.js';
import type { TreatmentAnswer } from './site-report.js';

/** Treatment district and centre at a position inside the city; null when the layer is missing. */
export function treatmentAt({ districts }: SiteIndex, position: Position): TreatmentAnswer | null {
  if (!districts) return null;
  const decision = districts.areas.decide(position);
  const own = districts.features[decision.own]?.properties;
  const nameOf = (area: number) => districts.features[area]?.properties.name ?? null;
  // Outside every district the table that lists them all is still the source.
  const cited = own ?? districts.features[0]?.properties;
  return {
    district: own?.name ?? null,
    districtEn: own?.nameEn ?? null,
    centre: own?.centre ?? null,
    centreEn: own?.centreEn ?? null,
    sewerSystem: own?.sewerSystem ?? null,
    certainty: decision.certainty,
    alternatives: decision.alternatives.map(nameOf),
    edgeMeters: decision.edgeMeters,
    accuracyMeters: decision.accuracyMeters,
    method: own?.method ?? null,
    asOf: own?.asOf ?? null,
    source: { document: cited?.source ?? '', page: cited?.page ?? null },
  };
}

/** Whether public sewers are planned at a place, from its treatment answer. */
export function sewerAreaOf(treatment: TreatmentAnswer | null): 'inside' | 'near-edge' | 'outside' | null {
  if (!treatment) return null;
  if (treatment.certainty === 'outside') return 'outside';
  const candidates = [treatment.district, ...treatment.alternatives];
  return candidates.includes(null) ? 'near-edge' : 'inside';
}
