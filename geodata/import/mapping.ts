import * as v from 'valibot';

/**
 * The mapping file of `--mapping`: what the columns of one's own data mean (docs/import.md).
 * `fields` keys are the target's property names; a value is a column, or a column with how to read it.
 */
const columnSchema = v.union([
  v.pipe(v.string(), v.minLength(1)),
  v.strictObject({
    field: v.pipe(v.string(), v.minLength(1)),
    /** Multiplies numbers: 1000 for a diameter in metres that is wanted in millimetres. */
    factor: v.optional(v.number()),
    /** Codes to words: `{ "合流": "combined" }`; a code not listed becomes null and is named. */
    values: v.optional(v.record(v.string(), v.string())),
  }),
]);

export const mappingSchema = v.strictObject({
  version: v.literal(1),
  /** Credit shown beside the data, as its licence words it. */
  source: v.optional(v.pipe(v.string(), v.minLength(1))),
  /** ISO date the data is as of. */
  asOf: v.optional(v.pipe(v.string(), v.isoDate())),
  /** How far a drawn place may be wrong, metres. */
  accuracyMeters: v.optional(v.pipe(v.number(), v.minValue(0))),
  /** Layer inside the file, when it has several. */
  dataSet: v.optional(v.string()),
  /** Coordinate system when the file does not name one (or names a wrong one). */
  crs: v.optional(v.pipe(v.string(), v.regex(/^EPSG:\d{4,6}$/))),
  /** `north-east`: the first number of a position is the north one (surveyors' X, or latitude first). */
  axes: v.optional(v.picklist(['east-north', 'north-east'])),
  encoding: v.optional(v.picklist(['UTF-8', 'CP932'])),
  /** Keeps only rows whose column has one of these values. */
  filter: v.optional(
    v.strictObject({ field: v.string(), equals: v.pipe(v.array(v.string()), v.minLength(1)) }),
  ),
  fields: v.optional(v.record(v.string(), columnSchema), {}),
});
export type Mapping = v.InferOutput<typeof mappingSchema>;
export type MappedColumn = {
  field: string;
  factor?: number | undefined;
  values?: Record<string, string> | undefined;
};

export type MappingResult = { ok: true; mapping: Mapping } | { ok: false; issues: string[] };

/** Checks a mapping file's text; every fault is named with its path. */
export function parseMapping(text: string): MappingResult {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ok: false, issues: [error instanceof Error ? error.message : String(error)] };
  }
  const result = v.safeParse(mappingSchema, json);
  if (result.success) return { ok: true, mapping: result.output };
  return {
    ok: false,
    issues: result.issues.map((issue) => `${v.getDotPath(issue) ?? '(root)'}: ${issue.message}`),
  };
}

/** The column a property is read from, or null when the mapping does not name it. */
export function columnFor(mapping: Mapping | null, property: string): MappedColumn | null {
  const fields = mapping?.fields;
  if (!fields || !Object.hasOwn(fields, property)) return null;
  const column = fields[property];
  if (column === undefined) return null;
  return typeof column === 'string' ? { field: column } : column;
}
