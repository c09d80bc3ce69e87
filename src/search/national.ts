import * as v from 'valibot';
import { distanceMeters } from '../geometry/measure.js';
import type { Position } from '../geometry/position.js';
import type { Candidate } from './candidate.js';
import type { SearchIndex } from './search-index.js';
import { search } from './search.js';

/**
 * The national address search (国土地理院 住所検索, msearch.gsi.go.jp): finer than a town, but no permanence is
 * promised, and it may answer with another town. So its answers only refine, and are compared first.
 * Nothing here touches the network; the caller brings the response.
 */

export function nationalSearchUrl(query: string): string {
  return `https://msearch.gsi.go.jp/address-search/AddressSearch?q=${encodeURIComponent(query.slice(0, 200))}`;
}

const responseSchema = v.array(
  v.looseObject({
    geometry: v.looseObject({
      type: v.literal('Point'),
      coordinates: v.pipe(
        v.array(v.number()),
        v.minLength(2),
        v.check(
          ([longitude = NaN, latitude = NaN]) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90,
        ),
      ),
    }),
    properties: v.looseObject({
      title: v.pipe(v.string(), v.minLength(1)),
      addressCode: v.optional(v.string(), ''),
    }),
  }),
);

/** One answer of the service: the address as it understood it. */
export interface Refinement {
  title: string;
  /** [longitude, latitude] */
  position: Position;
  /** Municipality code (40133); '' when the service gives none. */
  addressCode: string;
}

export type NationalResult = { ok: true; refinements: Refinement[] } | { ok: false; reason: string };

/** Reads the JSON of the service; another shape is a value with the first thing that was wrong. */
export function parseNationalResponse(json: unknown): NationalResult {
  const result = v.safeParse(responseSchema, json);
  if (!result.success) {
    const issue = result.issues[0];
    return { ok: false, reason: `${v.getDotPath(issue) ?? 'response'}: ${issue.message}` };
  }
  const refinements = result.output.map(({ geometry, properties }): Refinement => {
    const [longitude = NaN, latitude = NaN] = geometry.coordinates;
    return { title: properties.title, position: [longitude, latitude], addressCode: properties.addressCode };
  });
  return { ok: true, refinements };
}

/**
 * - `same-town`: the online title names a town the offline answer covers
 * - `same-ward`: same ward, but no common town (or the offline answer was only a ward)
 * - `other-town`: both name towns of one ward and these differ: do not use the online place
 * - `other-ward`: the wards differ: do not use it
 * - `outside-city`: the title names another municipality
 * - `unknown`: one of the two says too little
 */
export type Agreement = 'same-town' | 'same-ward' | 'other-town' | 'other-ward' | 'outside-city' | 'unknown';

export interface WardComparison {
  agreement: Agreement;
  offlineWard: string | null;
  onlineWard: string | null;
  /** What the online title means offline; null when nothing. */
  online: Candidate | null;
  /** Metres between the two places; null when one has none. */
  apartMeters: number | null;
}

function agreementOf(offline: Candidate, online: Candidate): Agreement {
  if (offline.ward === null || online.ward === null || online.matchLevel === 'partial') return 'unknown';
  if (offline.ward !== online.ward) return 'other-ward';
  if (offline.towns.length === 0 || online.towns.length === 0) return 'same-ward';
  const covered = new Set(offline.towns);
  return online.towns.some((id) => covered.has(id)) ? 'same-town' : 'other-town';
}

/**
 * Compares an offline answer with one of the online service, by reading the online title offline.
 * An online place may be used only with `same-town`, or `same-ward` when offline knew no town.
 */
export function compareWards(index: SearchIndex, offline: Candidate, online: Refinement): WardComparison {
  const read = search(index, online.title, { limit: 1 });
  const meant = read.candidates[0] ?? null;
  const apartMeters = offline.position ? Math.round(distanceMeters(offline.position, online.position)) : null;
  const outsideCity = read.reason === 'outside-city';
  return {
    agreement: meant ? agreementOf(offline, meant) : outsideCity ? 'outside-city' : 'unknown',
    offlineWard: offline.ward,
    onlineWard: meant?.ward ?? null,
    online: meant,
    apartMeters,
  };
}
