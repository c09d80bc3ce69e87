import type { Position } from '../geometry/position.js';
import { withBlocks, type BlockLookup } from './blocks.js';
import type { Candidate, NoCandidateReason, SearchResult } from './candidate.js';
import { readCoordinates } from './coordinates.js';
import type { FoldedText } from './fold-text.js';
import { foldText } from './fold-text.js';
import { matchJapanese } from './match-japanese.js';
import { matchLatin } from './match-latin.js';
import { fromChinese, soundsOfHangul } from './foreign-names.js';
import { namedGroups, namedPlaces } from './match-name.js';
import type { PlaceKey } from './place-key.js';
import { keyOfFolded } from './place-key.js';
import { findPlusCode } from './plus-code.js';
import type { ScoredCandidate } from './scored-candidate.js';
import { rankBands } from './scored-candidate.js';
import type { SearchIndex } from './search-index.js';

export interface SearchOptions {
  /** Most candidates to give back; 10 when left out. */
  limit?: number;
  /** Blocks of the towns; without it nothing finer than a town is found. */
  blocks?: BlockLookup;
}

const nothing = (reason: NoCandidateReason, outside: string | null = null): SearchResult => ({
  candidates: [],
  ambiguous: false,
  equallyGood: 0,
  reason,
  outside,
});

function coordinatesCandidate(position: Position, name: string, matched: string): Candidate {
  return {
    id: `coordinates:${name}`,
    kind: 'coordinates',
    name,
    nameEn: name,
    ward: null,
    position,
    matchLevel: 'coordinates',
    matched,
    rest: '',
    featureRef: null,
    towns: [],
    wardMismatch: false,
  };
}

/** Coordinates or a plus code; null when the query is neither. */
function matchPosition(index: SearchIndex, query: string): SearchResult | null {
  const { frame, centre } = index.document;
  const written = readCoordinates(query, frame);
  const area = written ? null : findPlusCode(query, centre);
  if (!written && !area) return null;
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  const [longitude, latitude] = written?.position ?? [
    area ? (area.west + area.east) / 2 : NaN,
    area ? (area.south + area.north) / 2 : NaN,
  ];
  const position = [round(longitude), round(latitude)] as const;
  const name = area?.code ?? `${position[1].toFixed(5)}, ${position[0].toFixed(5)}`;
  const inFrame =
    longitude >= frame[0] && longitude <= frame[2] && latitude >= frame[1] && latitude <= frame[3];
  if (!inFrame) return nothing('outside-city', name);
  return {
    candidates: [coordinatesCandidate(position, name, query.slice(0, 400).trim())],
    ambiguous: false,
    equallyGood: 1,
    reason: null,
    outside: null,
  };
}

/** Best score of each thing, best first. */
function ranked(found: readonly ScoredCandidate[]): ScoredCandidate[] {
  const best = new Map<string, ScoredCandidate>();
  for (const scored of found) {
    const before = best.get(scored.candidate.id);
    if (!before || scored.score > before.score) best.set(scored.candidate.id, scored);
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1));
}

/** How many fit as well as the first: scores less than one apart differ only by the order of the wards. */
function countTies(best: readonly ScoredCandidate[]): number {
  const [first] = best;
  return first === undefined ? 0 : best.filter(({ score }) => first.score - score < 1).length;
}

/** The part of a query after its first space or comma; null when there is none. */
function afterSeparator(folded: FoldedText): FoldedText | null {
  const at = folded.characters.findIndex((character, i) => i > 0 && (character === ' ' || character === ','));
  if (at < 0 || at + 1 >= folded.characters.length) return null;
  return {
    source: folded.source,
    characters: folded.characters.slice(at + 1),
    start: folded.start.slice(at + 1),
    end: folded.end.slice(at + 1),
  };
}

/** A building's name first, the address behind it: looked for only when the front gave nothing sure. */
function matchTrailingAddress(index: SearchIndex, folded: FoldedText, limit: number): ScoredCandidate[] {
  let rest = afterSeparator(folded);
  for (let tries = 0; rest && tries < 3; tries++, rest = afterSeparator(rest)) {
    const key: PlaceKey = keyOfFolded(rest);
    const { found, frame } = matchJapanese(index, key, limit);
    const sure = found.filter(({ score }) => score >= rankBands.hamlet);
    if (sure.length === 0) continue;
    // Without a ward or the city, a name somewhere in a text proves little.
    if (frame.ward === null && !frame.cityWritten) {
      for (const scored of sure) {
        scored.candidate.matchLevel = 'partial';
        scored.score -= rankBands.town - rankBands.open;
      }
    }
    return sure;
  }
  return [];
}

/** Names in Hangul, and with Chinese words for station and airport. */
function foreignMatches(index: SearchIndex, key: PlaceKey, folded: FoldedText): ScoredCandidate[] {
  const query = { index, ward: null, matched: folded.source.trim(), rest: '' };
  const japanese = fromChinese(key.text);
  return [
    ...(japanese === null ? [] : namedPlaces({ ...query, table: 'key' as const, text: japanese })),
    ...soundsOfHangul(index, folded.source).flatMap((text) => {
      const sounded = { ...query, table: 'sound' as const, text };
      return [...namedPlaces(sounded), ...namedGroups(sounded)];
    }),
  ];
}

/**
 * Finds what a person may mean: blocks, towns, wards, stations, exits, facilities, shelters, districts, coordinates.
 * Takes any text (reads its first 200 characters), never throws, and answers in a few milliseconds at most.
 * An address of another municipality has no candidate and the reason `outside-city`.
 */
export function search(index: SearchIndex, query: string, options: SearchOptions = {}): SearchResult {
  const limit = Math.max(1, Math.min(100, Math.floor(options.limit ?? 10)));
  const folded = foldText(query);
  const key = keyOfFolded(folded);
  if (key.text.replace(/[-.]/g, '') === '') return nothing('empty');
  const positioned = matchPosition(index, query);
  if (positioned) return positioned;
  const japanese = matchJapanese(index, key, limit);
  const found = [...japanese.found];
  let outside = japanese.frame.outside;
  let postalCode = japanese.frame.postalCode;
  if (/[a-z]/.test(key.text) && outside === null) {
    const latin = matchLatin(index, folded, limit);
    found.push(...latin.found);
    outside = latin.address.outside;
    postalCode ??= latin.address.postalCode;
  }
  if (outside === null && !found.some(({ score }) => score >= rankBands.open)) {
    found.push(...matchTrailingAddress(index, folded, limit));
  }
  found.push(...foreignMatches(index, key, folded));
  const sureEnough = found.some(({ score }) => score >= rankBands.completion - 40);
  // Kitakyushu sounds like nothing here: a guess by likeness is no answer to a place known to lie elsewhere.
  if (outside !== null && !sureEnough) return nothing('outside-city', outside);
  const towns = ranked(found);
  const best = options.blocks ? ranked(withBlocks(towns, options.blocks, query)) : towns;
  if (best.length > 0) {
    const candidates = best.slice(0, limit).map(({ candidate }) => candidate);
    const equallyGood = countTies(best);
    return { candidates, ambiguous: equallyGood > 1, equallyGood, reason: null, outside: null };
  }
  if (outside !== null) return nothing('outside-city', outside);
  return nothing(postalCode === null ? 'no-match' : 'postal-code-only');
}
