import * as v from 'valibot';

/**
 * How a feature came to its place.
 * - `official`: an authority's own outline or point, read as published
 * - `transcribed`: facts copied from a document that fix the place (an address, a point in a register)
 * - `constructed`: an outline this project reasoned from facts; accuracy in metres is stated
 * - `schematic`: drawn only to show the run of a thing (rivers, sewers between two addresses); never measured from
 */
export const methods = ['official', 'transcribed', 'constructed', 'schematic'] as const;
export type Method = (typeof methods)[number];

/**
 * What every feature of every layer carries (docs: CONTRIBUTING.md).
 * `geometry: null` together with `accuracyMeters: null` means 位置未公表: the place is not published.
 */
export const baseProperties = {
  id: v.pipe(v.string(), v.minLength(1)),
  /** Japanese name. */
  name: v.pipe(v.string(), v.minLength(1)),
  /** English (romanised) name. */
  nameEn: v.pipe(v.string(), v.minLength(1)),
  /** Document or data set the facts come from, with its credit wording. */
  source: v.pipe(v.string(), v.minLength(1)),
  /** Page in that document; null for a data set. */
  page: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null),
  /** ISO date the facts are as of. */
  asOf: v.pipe(v.string(), v.isoDate()),
  method: v.picklist(methods),
  /** Distance in metres within which the drawn place may be wrong; null when there is no geometry. */
  accuracyMeters: v.nullable(v.pipe(v.number(), v.minValue(0))),
  /** One Japanese sentence (our own words) on how the place was found, or null. */
  note: v.optional(v.nullable(v.string())),
};
export type BaseProperties = v.InferOutput<v.ObjectSchema<typeof baseProperties, undefined>>;

/** A figure's way back to paper: shown beside every number. */
export interface Citation {
  document: string;
  page: number | null;
}
