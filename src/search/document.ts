import * as v from 'valibot';

/**
 * The search document, `public/tiles/search.json`: every name that can be found, in a compact form.
 * Written by geodata/recipes/search-index.ts from the layers, so each entry leads back to a feature.
 * Positions are whole hundred-thousandths of a degree (about 1 m); null where the place is not published.
 */
export const placeKinds = ['station', 'facility', 'shelter', 'district', 'landmark'] as const;
export const townKinds = ['丁目', '大字', '町', '小字'] as const;

const name = v.pipe(v.string(), v.minLength(1));
const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const degrees = v.nullable(v.pipe(v.number(), v.integer()));

/** id, 丁目 number (0 = none), index into `townKinds`, longitude, latitude */
const townMember = v.strictTuple([name, index, index, degrees, degrees]);
/** ward index, base name, kana, romaji ('' = not published), its towns */
const townGroup = v.strictTuple([index, name, v.string(), v.string(), v.array(townMember)]);
/** kind index, layer index, feature id (of a landmark: the town it is in), name, English name, ward index (null = unknown), longitude, latitude, other names */
const place = v.strictTuple([
  index,
  index,
  name,
  name,
  v.string(),
  v.nullable(index),
  degrees,
  degrees,
  v.array(name),
]);
/** station name, its English name, exits: label (東1, P1, 1A, 北), ward index, longitude, latitude */
const exitGroup = v.strictTuple([
  name,
  v.string(),
  v.array(v.strictTuple([name, v.nullable(index), degrees, degrees])),
]);
/** Japanese and English name of a municipality outside */
const neighbour = v.strictTuple([name, v.string()]);

export const searchDocumentSchema = v.object({
  version: v.literal(1),
  city: v.object({
    name,
    nameEn: name,
    kana: name,
    prefecture: name,
    prefectureEn: name,
    prefectureKana: name,
    /** Railways people name in front of a station: 地下鉄, JR. */
    operators: v.array(name),
  }),
  /** [west, south, east, north] in degrees: coordinates beyond it are outside the city. */
  frame: v.tuple([v.number(), v.number(), v.number(), v.number()]),
  /** [longitude, latitude] short plus codes refer to. */
  centre: v.tuple([v.number(), v.number()]),
  neighbours: v.array(neighbour),
  layers: v.object({ ward: name, town: name, place: v.array(name) }),
  /** id, name, English name, longitude, latitude */
  wards: v.array(v.strictTuple([name, name, v.string(), degrees, degrees])),
  towns: v.array(townGroup),
  places: v.array(place),
  exits: v.array(exitGroup),
});

export type SearchDocument = v.InferOutput<typeof searchDocumentSchema>;
export type PlaceKind = (typeof placeKinds)[number];
export type TownKind = (typeof townKinds)[number];

export type SearchDocumentResult = { ok: true; document: SearchDocument } | { ok: false; reason: string };

/** Reads the JSON of search.json; a damaged document is a value with the first thing that was wrong. */
export function parseSearchDocument(json: unknown): SearchDocumentResult {
  const result = v.safeParse(searchDocumentSchema, json);
  if (result.success) return { ok: true, document: result.output };
  const issue = result.issues[0];
  return { ok: false, reason: `${v.getDotPath(issue) ?? 'document'}: ${issue.message}` };
}
