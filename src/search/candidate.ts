import type { FeatureReference } from '../catalog/feature-reference.js';
import type { Position } from '../geometry/position.js';

/**
 * How well an answer matched. Nothing finer than a town is ever claimed offline.
 * - `coordinates`: a position was written
 * - `block`: a house or block; only an online address service may claim it
 * - `town`: one town (丁目, or a town without 丁目) was named, or a landmark whose address is known to its town
 * - `town-group`: a base name or 大字; the answer covers an area of several towns or a wide one
 * - `ward`, `city`: nothing below was matched
 * - `facility` (also exits, shelters), `station`, `district`: a thing was named in full
 * - `partial`: only a part was matched, guessed or completed, or it contradicts the ward that was written
 */
export const matchLevels = [
  'coordinates',
  'block',
  'town',
  'town-group',
  'ward',
  'city',
  'facility',
  'station',
  'district',
  'partial',
] as const;
export type MatchLevel = (typeof matchLevels)[number];

export const candidateKinds = [
  'coordinates',
  'city',
  'ward',
  'town',
  'station',
  'exit',
  'facility',
  'shelter',
  'district',
  'landmark',
] as const;
export type CandidateKind = (typeof candidateKinds)[number];

/** One thing the query may mean. Plain JSON. */
export interface Candidate {
  id: string;
  kind: CandidateKind;
  name: string;
  nameEn: string;
  /** Ward it lies in; null when unknown or of no single ward. */
  ward: string | null;
  /** [longitude, latitude]; for an area a point inside it; null = 位置未公表. */
  position: Position | null;
  matchLevel: MatchLevel;
  /** The part of the query that matched, as it was written. */
  matched: string;
  /** What followed and was not used: block and house number, building. */
  rest: string;
  /** The feature it stands for; null for coordinates, the city and groups of towns. */
  featureRef: FeatureReference | null;
  /** Ids of the town features the answer covers (one for a town, several for a town group). */
  towns: readonly string[];
  /** True when the query names another ward than this lies in; then it is never more than `partial`. */
  wardMismatch: boolean;
}

/** Why there is no candidate; the words are in src/i18n. */
export type NoCandidateReason = 'empty' | 'outside-city' | 'postal-code-only' | 'no-match';

export interface SearchResult {
  /** Best first. */
  candidates: Candidate[];
  /**
   * The second candidate fits the words as well as the first (干隈 in 城南区 and in 早良区):
   * a list that cannot ask the person must not take the first.
   */
  ambiguous: boolean;
  /** How many of the first candidates fit equally well: 1 where the first is the best, 0 where there is none. */
  equallyGood: number;
  /** Null exactly when there are candidates. */
  reason: NoCandidateReason | null;
  /** With `outside-city`: the place name (or coordinates) that told. */
  outside: string | null;
}
