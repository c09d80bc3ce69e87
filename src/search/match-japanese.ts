import type { AddressFrame } from './address-frame.js';
import { readAddressFrame } from './address-frame.js';
import { matchMixedScript } from './match-mixed.js';
import type { NameQuery } from './match-name.js';
import { completions, containing, leadingPlaces, namedPlaces, similar } from './match-name.js';
import { matchTowns } from './match-town.js';
import { soundOfKana } from './phonetic.js';
import type { PlaceKey } from './place-key.js';
import { placeKey, writtenBetween, writtenFrom } from './place-key.js';
import { startingWith } from './prefix-table.js';
import type { ScoredCandidate } from './scored-candidate.js';
import { exitKey } from './spellings.js';
import { rankBands, cityCandidate, wardCandidate } from './scored-candidate.js';
import type { SearchIndex } from './search-index.js';

export interface JapaneseMatches {
  found: ScoredCandidate[];
  frame: AddressFrame;
}

/** 地下鉄天神駅, JR博多駅: without the operator in front of a station; as it is when there is none. */
function withoutOperator({ city }: SearchIndex, text: string): string {
  const rest = text.replace(/^市?営(?=地下鉄)/, '');
  const operator = city.operators.find((name) => rest.startsWith(name) && rest.length > name.length);
  return operator ? rest.slice(operator.length) : text;
}

/** はかた駅 and 天神えき. */
function stationsHalfInKana(query: NameQuery, text: string): ScoredCandidate[] {
  const [, stem, word] = /^(.+?)(駅|えき)$/u.exec(text) ?? [];
  if (stem === undefined) return [];
  if (word === 'えき') return namedPlaces({ ...query, text: `${stem}駅` });
  const spoken = soundOfKana(stem);
  return spoken === null ? [] : namedPlaces({ ...query, table: 'sound', text: `${spoken}eki` });
}

/** Stations, exits, facilities, shelters: the whole inner part is a name, or begins with one. */
function matchPlaces(
  index: SearchIndex,
  key: PlaceKey,
  frame: AddressFrame,
  limit: number,
): ScoredCandidate[] {
  const text = key.text.slice(frame.from, frame.to);
  const matched = writtenBetween(key, frame.from, frame.to);
  const query = { index, table: 'key' as const, text, ward: frame.ward, matched, rest: '' };
  const cut = (length: number) => ({
    matched: writtenBetween(key, frame.from, frame.from + length),
    rest: writtenFrom(key, frame.from + length, frame.to),
  });
  const spoken = soundOfKana(text.replace(/-/g, ''));
  const found = [...namedPlaces(query)];
  const bare = withoutOperator(index, text);
  // 西鉄香椎駅 is a station of its own, 地下鉄天神駅 is 天神駅.
  if (bare !== text && found.length === 0) found.push(...namedPlaces({ ...query, text: bare }));
  found.push(...stationsHalfInKana(query, bare));
  if (text.includes('出')) {
    const exit = { ...query, text: exitKey(text) };
    found.push(...namedPlaces(exit), ...completions(exit, limit));
  }
  // The prefix of the address taken off may belong to the name: 福岡空港, 福岡市立…
  if (frame.outerTo > frame.outerFrom && frame.ward === null) {
    const written = writtenBetween(key, frame.outerFrom, frame.to);
    const whole = { ...query, text: key.text.slice(frame.outerFrom, frame.to), matched: written };
    const cutWhole = (length: number) => ({
      matched: writtenBetween(key, frame.outerFrom, frame.outerFrom + length),
      rest: writtenFrom(key, frame.outerFrom + length, frame.to),
    });
    const beyond = leadingPlaces(whole, cutWhole).filter(
      ({ candidate }) => candidate.matched.length > frame.outerTo - frame.outerFrom,
    );
    found.push(...namedPlaces(whole), ...completions(whole, limit), ...beyond);
  }
  // 中央区役所: the ward taken off belongs to the name.
  if (frame.ward && frame.to === key.text.length)
    found.push(
      ...namedPlaces({
        ...query,
        text: placeKey(frame.ward.name) + text,
        matched: writtenBetween(key, frame.outerFrom, frame.to),
      }),
    );
  found.push(...leadingPlaces(query, cut), ...completions(query, limit * 2));
  if (spoken) {
    const sounded = { ...query, table: 'sound' as const, text: spoken };
    found.push(...namedPlaces(sounded), ...completions(sounded, limit * 2));
  }
  return found;
}

/** Names much like the inner part, the numbers behind it aside. */
function mended(query: NameQuery, limit: number): ScoredCandidate[] {
  const letters = query.text.replace(/\d[\d-]*$/u, '');
  const spoken = soundOfKana(letters) ?? '';
  return [
    ...(letters.length >= 3 ? similar({ ...query, text: letters }, limit) : []),
    ...(spoken.length >= 4 ? similar({ ...query, table: 'sound', text: spoken }, limit) : []),
  ];
}

/** Everything a query in Japanese script may mean. */
export function matchJapanese(index: SearchIndex, key: PlaceKey, limit: number): JapaneseMatches {
  const frame = readAddressFrame(index, key);
  const found: ScoredCandidate[] = [];
  if (frame.outside !== null) return { found, frame };
  const inner = key.text.slice(frame.from, frame.to);
  const behind = frame.to < key.text.length;
  const outer = {
    ward: frame.ward,
    matched: behind ? writtenFrom(key, frame.to) : writtenBetween(key, frame.outerFrom, frame.outerTo),
    rest: writtenFrom(key, frame.from, frame.to),
  };
  if (inner !== '') found.push(...matchTowns(index, key, frame), ...matchPlaces(index, key, frame, limit));
  const matched = writtenBetween(key, frame.from, frame.to);
  const query = { index, table: 'key' as const, text: inner, ward: frame.ward, matched, rest: '' };
  if (inner.length >= 2) found.push(...containing(query, limit));
  if (!found.some(({ score }) => score >= rankBands.contained))
    found.push(...matchMixedScript(index, key, frame));
  // While a name goes on from what was typed so far there is no slip to mend yet.
  const typing = startingWith(index.keys, inner, 1).length > 0;
  if (!typing && !found.some(({ score }) => score >= rankBands.hamlet)) found.push(...mended(query, limit));
  const score = inner === '' ? rankBands.ward : rankBands.outer;
  if (frame.ward) found.push(wardCandidate(index, frame.ward, { ...outer, level: 'ward', score }));
  else if (frame.cityWritten) found.push(cityCandidate(index, { ...outer, level: 'city', score }));
  return { found, frame };
}
