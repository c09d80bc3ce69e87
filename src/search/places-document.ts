import * as v from 'valibot';

/**
 * `public/tiles/places-osm.json`: places people name, made from OpenStreetMap (ODbL), so in a file of its own.
 * Positions are whole hundred-thousandths of a degree; null where the source has none.
 */
const name = v.pipe(v.string(), v.minLength(1));
const degrees = v.nullable(v.pipe(v.number(), v.integer()));

/** name, English name, name of the ward (null = unknown), longitude, latitude, other names */
const namedPlace = v.strictTuple([name, v.string(), v.nullable(name), degrees, degrees, v.array(name)]);

export const placesDocumentSchema = v.object({
  version: v.literal(1),
  source: name,
  licence: name,
  asOf: name,
  places: v.array(namedPlace),
  /** Underground areas (地下街) among the places, of which no outline is known: name, subway stations it lies at. */
  areas: v.optional(v.array(v.strictTuple([name, v.array(name)])), []),
});
export type PlacesDocument = v.InferOutput<typeof placesDocumentSchema>;

export type PlacesDocumentResult = { ok: true; document: PlacesDocument } | { ok: false; reason: string };

/** Reads the JSON of places-osm.json; a damaged document is a value with the first thing that was wrong. */
export function parsePlacesDocument(json: unknown): PlacesDocumentResult {
  const result = v.safeParse(placesDocumentSchema, json);
  if (result.success) return { ok: true, document: result.output };
  const issue = result.issues[0];
  return { ok: false, reason: `invalid: ${v.getDotPath(issue) ?? 'document'}: ${issue.message}` };
}
