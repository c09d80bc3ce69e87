import type { PropertiesOf } from '../catalog/properties.js';
import { nothingBeyond } from '../geometry/boundary.js';
import type { Position } from '../geometry/position.js';
import type { AreaMembership } from './area-layer.js';
import type { SiteIndex } from './site-index.js';
import type { MembershipAnswer, TreatmentAnswer } from './site-report-types.js';

type District = PropertiesOf<'treatmentDistrict'>;

/**
 * Treatment district and centre at a position inside the city; null when the layer is missing.
 * @param positionMeters how far the position itself may be off: of a block, whose town is known all the same
 * @param town which town holds the position; null when that layer is missing
 */
export function treatmentAt(
  { districts, towns }: SiteIndex,
  position: Position,
  positionMeters = 0,
  town: AreaMembership | null = towns?.areas.membership(position) ?? null,
): TreatmentAnswer | null {
  if (!districts) return null;
  const decision = districts.areas.decide(position, positionMeters);
  const own = districts.features[decision.own]?.properties;
  const nameOf = (area: number) => districts.features[area]?.properties.name ?? null;
  // Outside every district the table that lists them all is still the source.
  const cited = own ?? districts.features[0]?.properties;
  const membership = own ? membershipOf(own, towns, town) : null;
  const doubtful = membership?.certainty === 'doubtful';
  const certainty = decision.certainty === 'clear' && doubtful ? 'doubtful' : decision.certainty;
  return {
    district: own?.name ?? null,
    districtEn: own?.nameEn ?? null,
    centre: own?.centre ?? null,
    centreEn: own?.centreEn ?? null,
    sewerSystem: own?.sewerSystem ?? null,
    certainty,
    alternatives: [
      ...new Set([...decision.alternatives.map(nameOf), ...(membership?.alternatives ?? [])]),
    ].filter((name) => name !== (own?.name ?? null)),
    membership,
    undecidedBy: certainty === 'near-edge' ? 'edge' : certainty === 'doubtful' ? 'town' : null,
    townUnchecked: towns === null,
    edgeMeters: decision.edgeMeters,
    accuracyMeters: decision.accuracyMeters,
    method: own?.method ?? null,
    asOf: own?.asOf ?? null,
    source: { document: cited?.source ?? '', page: cited?.page ?? null },
  };
}

const certain: MembershipAnswer = {
  certainty: 'certain',
  alternatives: [],
  reason: null,
  reasonEn: null,
  source: null,
};

/** Whether the town belongs to the district; where it is not sure which town it is, any of them may raise a doubt. */
function membershipOf(
  district: District,
  towns: SiteIndex['towns'],
  town: AreaMembership | null,
): MembershipAnswer {
  // An authority's own outline holds whole towns, or says where it divides them.
  if (district.method === 'official') return certain;
  if (!towns || !town) return { ...certain, certainty: 'doubtful' };
  const candidates = [town.own, ...town.alternatives].filter((area) => area > nothingBeyond);
  return membershipIn(
    district,
    candidates.flatMap((area) => towns.features[area]?.properties.districtDoubt ?? []),
  );
}

/**
 * What a district's doubts say of towns.
 * @param doubts ids of the doubts that are about them, the nearest town's first; those of another district say nothing
 */
export function membershipIn(district: District, doubts: readonly string[]): MembershipAnswer {
  const found = [...new Set(doubts)].flatMap(
    (id) => district.membershipDoubts.find((doubt) => doubt.id === id) ?? [],
  );
  const [first] = found;
  if (!first) return certain;
  return {
    certainty: 'doubtful',
    alternatives: [...new Set(found.flatMap(({ alternatives }) => alternatives))],
    reason: first.reason,
    reasonEn: first.reasonEn,
    source: { document: district.source, page: first.page },
  };
}

/** Whether public sewers are planned at a place, from its treatment answer. */
export function sewerAreaOf(treatment: TreatmentAnswer | null): 'inside' | 'near-edge' | 'outside' | null {
  if (!treatment) return null;
  if (treatment.certainty === 'outside') return 'outside';
  const candidates = [treatment.district, ...treatment.alternatives];
  return candidates.includes(null) ? 'near-edge' : 'inside';
}
