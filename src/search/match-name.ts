import type { Ward } from './gazetteer.js';
import type { Candidate, MatchLevel } from './candidate.js';
import { similarKeys } from './bigrams.js';
import type { Match, ScoredCandidate } from './scored-candidate.js';
import {
  rankBands,
  cityCandidate,
  groupCandidate,
  placeCandidate,
  townCandidate,
  wardCandidate,
} from './scored-candidate.js';
import type { SearchIndex, Target } from './search-index.js';
import { startingWith } from './prefix-table.js';

/** Written or spoken names. */
export type NameTable = 'key' | 'sound';

/** What to look for, and how to report it. */
export interface NameQuery {
  index: SearchIndex;
  table: NameTable;
  /** Key or sound key to look for. */
  text: string;
  ward: Ward | null;
  /** What was written for it. */
  matched: string;
  rest: string;
}

const levels: Readonly<
  Record<Exclude<Candidate['kind'], 'coordinates' | 'city' | 'ward' | 'town' | 'block'>, MatchLevel>
> = {
  station: 'station',
  exit: 'facility',
  facility: 'facility',
  shelter: 'facility',
  district: 'district',
  landmark: 'facility',
  place: 'facility',
};
/** Of things with one name, the more often meant first. */
const kindOrder = ['station', 'facility', 'landmark', 'place', 'exit', 'district', 'shelter'];

function candidateOf(index: SearchIndex, target: Target, match: Match): ScoredCandidate {
  switch (target.type) {
    case 'city':
      return cityCandidate(index, match);
    case 'ward':
      return wardCandidate(index, target.ward, match);
    case 'group': {
      const [town] = target.group.towns;
      return town && target.group.towns.length === 1
        ? townCandidate(index, target.group, town, match)
        : groupCandidate(target.group, match);
    }
    case 'place':
      return placeCandidate(target.place, match);
  }
}

/** Order among targets found the same way. */
function rankPenalty(target: Target): number {
  if (target.type === 'city') return 0;
  if (target.type === 'ward') return 1;
  if (target.type === 'group')
    return target.group.plain[0]?.kind === '小字' && target.group.towns.length === 1 ? 30 : 2;
  return 4 + 4 * kindOrder.indexOf(target.place.kind);
}

/** So far behind an underground area its exits stand. */
const areaExits = 30;

const targetsOf = ({ index, table, text }: NameQuery) =>
  (table === 'key' ? index.byKey : index.bySound).get(text) ?? [];

/** Things other than towns whose whole name was written. Towns are matchTowns' business. */
export function namedPlaces(query: NameQuery): ScoredCandidate[] {
  const { index, ward, matched, rest } = query;
  const typed = /(?:駅|口|場|池|所|舎|園|校|館|ター|区|院|station|sta|eki)$/u.test(query.text);
  return targetsOf(query).flatMap((target) => {
    const match = { ward, matched, rest };
    if (target.type === 'city')
      return [cityCandidate(index, { ...match, level: 'city', score: rankBands.ward })];
    if (target.type === 'ward')
      return [wardCandidate(index, target.ward, { ...match, level: 'ward', score: rankBands.ward })];
    if (target.type === 'group') return [];
    // 香椎駅 is also a short name of 西鉄香椎駅, but first the station of that name.
    const byname = target.place.keys.indexOf(query.text) > 1 ? 10 : 0;
    const score = (typed ? rankBands.namedPlace : rankBands.barePlace) - rankPenalty(target) - byname;
    const { place } = target;
    return [
      placeCandidate(place, { ...match, level: levels[place.kind], score }),
      // Of an underground area nobody knows where in it the reader is: an exit is a place.
      ...(place.exits ?? []).map((exit, at) =>
        placeCandidate(exit, { ...match, level: 'partial', score: score - areaExits - at / 100 }),
      ),
    ];
  });
}

/** Towns and groups of towns of that name, where nothing but the name was written. */
export function namedGroups(query: NameQuery): ScoredCandidate[] {
  const { index } = query;
  return targetsOf(query).flatMap((target) =>
    target.type === 'group'
      ? [
          candidateOf(index, target, {
            ...query,
            level: 'town-group',
            score: rankBands.group - rankPenalty(target),
          }),
        ]
      : [],
  );
}

/**
 * Places whose full name the text begins with: 博多駅 筑紫口. The rest stays unused, so only `partial`.
 * `cut` tells what was written for the first `length` characters, and after them.
 */
export function leadingPlaces(
  query: NameQuery,
  cut: (length: number) => { matched: string; rest: string },
): ScoredCandidate[] {
  const found: ScoredCandidate[] = [];
  for (let length = Math.min(query.text.length - 1, 24); length >= 3 && found.length === 0; length--) {
    const text = query.text.slice(0, length);
    for (const target of targetsOf({ ...query, text })) {
      if (target.type !== 'place') continue;
      const score = rankBands.open - 20 + length * 5 - rankPenalty(target);
      found.push(placeCandidate(target.place, { ...query, ...cut(length), level: 'partial', score }));
    }
  }
  return found;
}

/** Names that go on from what was typed so far. */
export function completions(query: NameQuery, limit: number): ScoredCandidate[] {
  const { index, table, text, ward } = query;
  const entries = startingWith(table === 'key' ? index.keys : index.sounds, text, 400);
  return entries
    .flatMap(({ key, target: targets }) =>
      targets
        .filter((target) => fits(target, ward))
        .map((target) => {
          const further = Math.min(40, 2 * (key.length - text.length));
          return candidateOf(index, target, {
            ...query,
            level: 'partial',
            score: rankBands.completion - further - rankPenalty(target),
          });
        }),
    )
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

function fits(target: Target, ward: Ward | null): boolean {
  if (ward === null) return true;
  if (target.type === 'group') return target.group.ward === ward;
  if (target.type === 'place') return target.place.ward === null || target.place.ward === ward;
  return target.type === 'ward' && target.ward === ward;
}

/** Names that hold the text somewhere: ポンプ場, 水処理センター. */
export function containing(query: NameQuery, limit: number): ScoredCandidate[] {
  const { index, table, text, ward } = query;
  const found: ScoredCandidate[] = [];
  const { keys, targets } = table === 'key' ? index.keys : index.sounds;
  for (let i = 0; i < keys.length && found.length < limit; i++) {
    if (!keys[i]?.includes(text)) continue;
    for (const target of targets[i] ?? []) {
      if (!fits(target, ward)) continue;
      const score = rankBands.contained - rankPenalty(target) - Math.min(40, keys[i]?.length ?? 0);
      found.push(candidateOf(index, target, { ...query, level: 'partial', score }));
    }
  }
  return found;
}

/** Names that look or sound much alike: the last resort against slips of the finger. */
export function similar(query: NameQuery, limit: number): ScoredCandidate[] {
  const { index, table, text, ward } = query;
  const near = similarKeys(table === 'key' ? index.alikeKeys : index.alikeSounds, text, 0.5, limit);
  return near.flatMap(({ key, likeness }) =>
    ((table === 'key' ? index.byKey : index.bySound).get(key) ?? [])
      .filter((target) => fits(target, ward))
      .map((target) =>
        candidateOf(index, target, {
          ...query,
          level: 'partial',
          // Nearly the name (山王調整池) goes before a name it only begins with (山王).
          score:
            (likeness >= 0.7 ? rankBands.open + 20 : rankBands.similar) +
            100 * likeness -
            rankPenalty(target),
        }),
      ),
  );
}
