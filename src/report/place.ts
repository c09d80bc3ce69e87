import type { Position } from '../geometry/position.js';
import { nothingBeyond } from '../geometry/boundary.js';
import type { AreaMembership } from './area-layer.js';
import type { SiteIndex } from './site-index.js';
import type { SiteReport, TownAnswer } from './site-report-types.js';

export type PlaceAnswer = Pick<
  SiteReport,
  'inCity' | 'inCityCertainty' | 'ward' | 'wardEn' | 'wardAlternatives' | 'town'
>;

/**
 * Ward and town at a position, and whether it is in the city at all.
 * @param town which town holds the position; null when that layer is missing
 */
export function placeAt(
  index: SiteIndex,
  position: Position,
  town: AreaMembership | null = index.towns?.areas.membership(position) ?? null,
): PlaceAnswer {
  const { wards } = index;
  if (!wards) {
    // Towns and treatment districts cover land of the city alone, so they can still say yes, never no.
    const inCity =
      (town?.own ?? nothingBeyond) >= 0 ||
      (index.districts?.areas.index.first(position) ?? nothingBeyond) >= 0;
    const answer = inCity ? townAnswer(index, town) : null;
    return { inCity, inCityCertainty: null, ward: null, wardEn: null, wardAlternatives: [], town: answer };
  }
  const decision = wards.areas.membership(position);
  const own = wards.features[decision.own]?.properties;
  const outer = own ? decision.alternatives.includes(nothingBeyond) : decision.certainty === 'near-edge';
  return {
    inCity: own !== undefined,
    inCityCertainty: outer ? 'near-edge' : 'clear',
    ward: own?.name ?? null,
    wardEn: own?.nameEn ?? null,
    wardAlternatives: own
      ? decision.alternatives.flatMap((area) => wards.features[area]?.properties.name ?? [])
      : [],
    town: own ? townAnswer(index, town) : null,
  };
}

function townAnswer({ towns }: SiteIndex, town: AreaMembership | null): TownAnswer | null {
  if (!towns || !town) return null;
  const { own, certainty, alternatives } = town;
  const properties = towns.features[own]?.properties;
  if (!properties) return null;
  const others = alternatives.flatMap((area) => towns.features[area]?.properties ?? []);
  return {
    id: properties.id,
    name: properties.name,
    nameEn: properties.nameEn,
    how: properties.method === 'official' ? 'official' : (properties.how ?? 'cell'),
    certainty: certainty === 'near-edge' ? certainty : 'clear',
    alternatives: others.map(({ name }) => name),
    alternativesEn: others.map(({ nameEn }) => nameEn),
  };
}
