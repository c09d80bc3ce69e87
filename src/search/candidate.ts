import type { FeatureReference } from '../catalog/feature-reference.js';
import type { Position } from '../geometry/position.js';

/**
 * How well an answer matched.
 * - `coordinates`: a position was written
 * - `block`: a block 街区 or lot 地番 of a town, as a point of stated accuracy; of an online service a house
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
  'block',
  'place',
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
  /** Of a block: about nine of ten of its houses lie nearer to its point, metres. */
  accuracyMeters?: number;
  /** Of an underground area: no outline of it is known; so many exits of its subway stations are candidates behind it. */
  area?: { exits: number };
  /** Of a town: why the number that was written with it found no block. */
  blockNote?: BlockNote;
}

/**
 * What is known and what is not of a number that was written behind a town:
 * - `unknown-number`: the town's blocks are known, and none has this number
 * - `letter`: a lot with a letter (744甲): such lots are in no index; `known` is the lot without it, or the next one
 * - `two-numbers`: two different blocks were written
 * - `no-blocks`: no block of this town is known
 * - `index-absent`: the blocks of this ward could not be read
 */
export interface BlockNote {
  kind: 'unknown-number' | 'letter' | 'two-numbers' | 'no-blocks' | 'index-absent';
  asked: string;
  /** The known number that is next to it; null where none is. */
  known: string | null;
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
