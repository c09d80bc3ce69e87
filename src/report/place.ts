import type { Position } from '../geometry/position.js';
import { alongOutline, nothingBeyond } from '../geometry/boundary.js';
import type { SiteIndex } from './site-index.js';
import type { SiteReport, TownAnswer } from './site-report-types.js';

export type PlaceAnswer = Pick<
  SiteReport,
  'inCity' | 'inCityCertainty' | 'ward' | 'wardEn' | 'wardAlternatives' | 'town'
>;

/** Ward and town at a position, and whether it is in the city at all. */
export function placeAt(index: SiteIndex, position: Position): PlaceAnswer {
  const { wards } = index;
  if (!wards) {
    // Towns and treatment districts cover land of the city alone, so they can still say yes, never no.
    const inCity =
      (index.towns?.areas.index.first(position) ?? alongOutline) >= 0 ||
      (index.districts?.areas.index.first(position) ?? alongOutline) >= 0;
    const town = inCity ? townAt(index, position) : null;
    return { inCity, inCityCertainty: null, ward: null, wardEn: null, wardAlternatives: [], town };
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
    town: own ? townAt(index, position) : null,
  };
}

function townAt({ towns }: SiteIndex, position: Position): TownAnswer | null {
  if (!towns) return null;
  const { own, certainty, alternatives } = towns.areas.membership(position);
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
