import * as v from 'valibot';
import { withoutMark } from '../../formats/encoding-of-start.js';
import { formats } from '../../formats/format-table.js';
import { partOf } from '../overlay/attribute-table.js';
import { layerLimits } from '../overlay/limits.js';
import { overlayNote } from '../overlay/overlay-note.js';
import { designRains } from '../runoff/design-rain.js';
import { surfaceKinds } from '../runoff/surfaces.js';
import { geometryInDegrees, noFindings, positiveNumber, uniqueBy, wholeNumber } from './schema-parts.js';

/** Raised when a field changes its meaning; `upgrades` then gets a step from the version before. */
export const projectVersion = 1;

const cell = v.nullable(v.union([v.string(), v.pipe(v.number(), v.finite()), v.boolean()]));
/** Figures of a form: null = not filled in. */
const figure = v.nullable(v.pipe(v.number(), v.finite()));
const colour = v.pipe(v.string(), v.regex(/^#[\da-f]{6}$/i));
/** Of a drawing's scale: 1:1 to 1:1,000,000, so that its paper stays paper. */
const denominator = v.pipe(v.number(), v.minValue(1), v.maxValue(1_000_000));
const pixels = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const feature = v.object({
  type: v.literal('Feature'),
  id: wholeNumber,
  geometry: v.unknown(),
  properties: v.record(v.string(), cell),
});

const degrees = (most: number) => v.pipe(v.number(), v.minValue(-most), v.maxValue(most));

const layerFields = v.object({
  name: v.string(),
  fileName: v.string(),
  format: v.picklist(formats.map(({ id }) => id)),
  crs: v.object({
    epsg: wholeNumber,
    swapped: v.boolean(),
    unit: positiveNumber,
    how: v.picklist(['file', 'format', 'asked']),
    declared: v.nullable(v.string()),
    accuracyMeters: figure,
  }),
  features: v.pipe(v.array(feature), v.maxLength(layerLimits.features), uniqueBy('id')),
  fields: v.pipe(
    v.array(v.object({ name: v.string(), kind: v.picklist(['number', 'text', 'yes-no']) })),
    v.maxLength(layerLimits.fields),
    uniqueBy('name'),
  ),
  counts: v.object({ point: wholeNumber, line: wholeNumber, polygon: wholeNumber, none: wholeNumber }),
  box: v.nullable(v.tuple([degrees(180), degrees(90), degrees(180), degrees(90)])),
  notes: v.array(overlayNote),
});

/**
 * Geometry goes through the same cleaning as a dropped file; what is broken becomes a row without a place, and a
 * note says how many.
 */
const layer = v.pipe(
  layerFields,
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
    const findings = noFindings();
    const features = value.features.map((one) => ({
      ...one,
      geometry: geometryInDegrees(one.geometry, findings),
    }));
    if (findings.positions > layerLimits.positions) {
      addIssue({ message: `more than ${layerLimits.positions} positions` });
      return NEVER;
    }
    const whole = { ...value, features };
    if (findings.broken === 0) return whole;
    const { counts, box: found } = partOf(whole, features);
    const box: typeof value.box = found && [...found];
    const note = { reason: 'broken-geometry' as const, count: findings.broken };
    return { ...whole, counts, box, notes: [...value.notes, note] };
  }),
);

const style = v.object({
  colour,
  by: v.nullable(v.string()),
  label: v.nullable(v.string()),
  opacity: share,
  lineWidthPixels: pixels,
  pointRadiusPixels: pixels,
});

const id = v.pipe(v.string(), v.nonEmpty());

export const overlayRecord = v.object({ id, layer, style, visible: v.boolean() });
/** Parts of an overlay that are judged by themselves when the whole cannot be read. */
export const overlayParts = { format: layerFields.entries.format, crs: layerFields.entries.crs, style };
export type OverlayRecord = v.InferOutput<typeof overlayRecord>;

const fieldChoice = v.record(v.string(), v.nullable(v.string()));

/** A shape of the sketch; one that cannot be drawn is no shape. */
export const sketchFeature = v.object({
  id,
  name: v.string(),
  kind: v.picklist(['point', 'line', 'polygon', 'circle', 'rectangle']),
  geometry: v.pipe(
    v.unknown(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const findings = noFindings();
      const geometry = geometryInDegrees(dataset.value, findings);
      if (findings.broken === 0) return geometry;
      addIssue({ message: 'a geometry that cannot be drawn' });
      return NEVER;
    }),
  ),
});
export type SketchFeature = v.InferOutput<typeof sketchFeature>;

/** Everything of the workbench but the overlays, which are large and kept one by one. */
export const workbenchRest = v.object({
  /** Overlay ids, lowest first. */
  order: v.array(v.string()),
  sketch: v.pipe(v.array(sketchFeature), v.maxLength(layerLimits.features), uniqueBy('id')),
  runoff: v.object({
    name: v.string(),
    areaHectares: figure,
    surfaces: v.pipe(
      v.array(
        v.object({
          kind: v.picklist([...surfaceKinds.map(({ id }) => id), 'other']),
          sharePercent: figure,
          coefficient: figure,
        }),
      ),
      v.maxLength(1_000),
    ),
    rain: v.picklist(designRains),
    inletMinutes: figure,
    travelBy: v.picklist(['minutes', 'length']),
    travelMinutes: figure,
    travelMeters: figure,
    velocityMetersPerSecond: figure,
    slopePerMille: figure,
    roughness: figure,
    reservePercent: figure,
    sectionShape: v.picklist(['none', 'circle', 'box']),
    diameterMillimeters: figure,
    widthMeters: figure,
    heightMeters: figure,
  }),
  sites: v.object({ text: v.string() }),
  network: v.object({
    pipes: v.nullable(v.string()),
    manholes: v.nullable(v.string()),
    areas: v.nullable(v.string()),
    pipeFields: fieldChoice,
    manholeFields: fieldChoice,
    snapMeters: figure,
    zeroIsMissing: v.boolean(),
    horizontal: denominator,
    vertical: denominator,
  }),
  trunk: v.object({
    year: v.pipe(v.number(), v.integer(), v.minValue(1868), v.maxValue(2200)),
    alignments: v.pipe(
      v.array(v.object({ sewerId: v.string(), overlay: v.string(), row: wholeNumber })),
      uniqueBy('sewerId'),
    ),
  }),
  print: v.object({
    title: v.string(),
    paper: v.picklist(['A4', 'A3']),
    orientation: v.picklist(['landscape', 'portrait']),
    scale: v.pipe(v.number(), v.minValue(100), v.maxValue(1_000_000)),
  }),
});
export type WorkbenchRest = v.InferOutput<typeof workbenchRest>;
export const restParts = Object.keys(workbenchRest.entries) as (keyof WorkbenchRest)[];

const projectSchema = v.object({
  format: v.literal('mizumichi-bench'),
  version: v.literal(projectVersion),
  /** ISO moment */
  savedAt: v.string(),
  /** Version of the map's own data it was made with. */
  dataVersion: v.nullable(v.string()),
  overlays: v.pipe(v.array(overlayRecord), uniqueBy('id')),
  rest: workbenchRest,
});
export type Project = v.InferOutput<typeof projectSchema>;

/** Why a file is no project that can be opened here; the workbench stays as it is. */
export type ProjectProblem =
  | { reason: 'not-json' }
  | { reason: 'not-project' }
  | { reason: 'newer-version'; version: number }
  /** Path inside the file, for whoever wrote it by hand. */
  | { reason: 'invalid'; path: string };

export type ProjectResult = { ok: true; project: Project } | { ok: false; problem: ProjectProblem };

export function writeProject(project: Omit<Project, 'format' | 'version'>): string {
  return JSON.stringify({ format: 'mizumichi-bench', version: projectVersion, ...project });
}

/** A project file's text → the whole workbench, or the reason it is none. */
export function readProject(text: string): ProjectResult {
  let value: unknown;
  try {
    value = JSON.parse(withoutMark(text));
  } catch {
    return { ok: false, problem: { reason: 'not-json' } };
  }
  const head = v.safeParse(v.object({ format: v.literal('mizumichi-bench'), version: v.number() }), value);
  if (!head.success) return { ok: false, problem: { reason: 'not-project' } };
  const { version } = head.output;
  if (version > projectVersion) return { ok: false, problem: { reason: 'newer-version', version } };
  const parsed = v.safeParse(projectSchema, value);
  if (parsed.success) return { ok: true, project: parsed.output };
  const path = parsed.issues[0] ? (v.getDotPath(parsed.issues[0]) ?? '') : '';
  return { ok: false, problem: { reason: 'invalid', path } };
}
