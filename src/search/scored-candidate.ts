import type { FeatureReference } from '../catalog/feature-reference.js';
import { distanceMeters } from '../geometry/measure.js';
import type { Candidate, MatchLevel } from './candidate.js';
import type { Place, Town, TownGroup, Ward } from './gazetteer.js';
import type { SearchIndex } from './search-index.js';

/** A candidate on its way, with the number it is ranked by. */
export interface ScoredCandidate {
  candidate: Candidate;
  score: number;
}

/** How and with which words of the query something was found. */
export interface Match {
  score: number;
  level: MatchLevel;
  matched: string;
  rest: string;
  /** The ward that was written, if any. */
  ward: Ward | null;
}

/** Rank bands, best first. Inside a band small sums order the entries. */
export const rankBands = {
  coordinates: 1000,
  town: 900,
  namedPlace: 890,
  ward: 870,
  group: 850,
  barePlace: 800,
  hamlet: 760,
  open: 560,
  completion: 480,
  member: 470,
  outer: 380,
  contained: 300,
  similar: 150,
  contradiction: 60,
} as const;

function finish(
  base: Pick<Candidate, 'id' | 'kind' | 'name' | 'nameEn' | 'position' | 'featureRef' | 'towns'>,
  ward: Ward | null,
  match: Match,
): ScoredCandidate {
  const wardMismatch = match.ward !== null && ward !== null && ward !== match.ward;
  const order = (ward?.order ?? 0) / 100;
  return {
    candidate: {
      id: base.id,
      kind: base.kind,
      name: base.name,
      nameEn: base.nameEn === '' ? base.name : base.nameEn,
      ward: ward?.name ?? null,
      position: base.position,
      matchLevel: wardMismatch ? 'partial' : match.level,
      matched: match.matched,
      rest: match.rest,
      featureRef: base.featureRef,
      towns: base.towns,
      wardMismatch,
    },
    // Divided, not subtracted: contradictions stay below everything else yet keep their own order.
    score: (wardMismatch ? rankBands.contradiction + match.score / 100 : match.score) - order,
  };
}

export function townCandidate(
  index: SearchIndex,
  group: TownGroup,
  town: Town,
  match: Match,
): ScoredCandidate {
  const featureRef: FeatureReference = { layer: index.document.layers.town, id: town.id };
  const { id, name, nameEn, position } = town;
  return finish({ id, kind: 'town', name, nameEn, position, featureRef, towns: [id] }, group.ward, match);
}

/** Of the placed towns the one nearest to their mean: a point that surely lies in the area. */
function middleOf(towns: readonly Town[]): Candidate['position'] {
  const placed = towns.flatMap(({ position }) => (position ? [position] : []));
  if (placed.length === 0) return null;
  const longitude = placed.reduce((sum, position) => sum + position[0], 0) / placed.length;
  const latitude = placed.reduce((sum, position) => sum + position[1], 0) / placed.length;
  const away = placed.map((position) => distanceMeters(position, [longitude, latitude]));
  // Two towns lie equally far from their mean: rounding must not choose between them, the first one is taken.
  const nearer = (meters: number, best: number) => meters < (away[best] ?? Infinity) - 0.01;
  const nearest = away.reduce((best, meters, at) => (nearer(meters, best) ? at : best), 0);
  return placed[nearest] ?? null;
}

/** The towns a base name covers: hamlets (小字) only when there is nothing else. */
export function coveredTowns(group: TownGroup): readonly Town[] {
  const towns = group.towns.filter(({ kind }) => kind !== '小字');
  return towns.length > 0 ? towns : group.towns;
}

export function groupCandidate(group: TownGroup, match: Match): ScoredCandidate {
  const covered = coveredTowns(group);
  return finish(
    {
      id: `town-group:${group.ward.name}:${group.base}`,
      kind: 'town',
      name: group.base,
      nameEn: group.nameEn,
      position: middleOf(covered),
      featureRef: null,
      towns: covered.map(({ id }) => id),
    },
    group.ward,
    match,
  );
}

/** A landmark is known to the town of its address and no nearer, so it is answered as that town. */
export function placeCandidate(place: Place, match: Match): ScoredCandidate {
  const { kind, featureRef } = place;
  if (kind !== 'landmark' || !featureRef) {
    const scored = finish({ ...place, towns: [] }, place.ward, match);
    if (place.exits) scored.candidate.area = { exits: place.exits.length };
    return scored;
  }
  const level = match.level === 'facility' ? 'town' : match.level;
  return finish({ ...place, towns: [featureRef.id] }, place.ward, { ...match, level });
}

export function wardCandidate(index: SearchIndex, ward: Ward, match: Match): ScoredCandidate {
  const featureRef: FeatureReference = { layer: index.document.layers.ward, id: ward.id };
  return finish({ ...ward, kind: 'ward', featureRef, towns: [] }, ward, match);
}

export function cityCandidate(index: SearchIndex, match: Match): ScoredCandidate {
  const { name, nameEn } = index.document.city;
  const base = {
    id: 'city',
    kind: 'city' as const,
    name,
    nameEn,
    position: null,
    featureRef: null,
    towns: [],
  };
  return finish(base, null, match);
}
