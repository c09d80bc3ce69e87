import type { Geometry } from 'geojson';
import type { BoundingBox } from '../../src/geometry/position.js';
import { runsOf } from '../../src/geometry/explode.js';
import { hasMarkup } from './driver/attributes.js';
import type { Draft, DriverContext, ImportDriver, RawFeature } from './driver/import-driver.js';
import { importLayers } from './layers.js';
import { ImportFailure } from './problem.js';
import { isPlainDegrees, type DataSet, type Reading } from './read/data-set.js';
import { limits } from './read/limits.js';
import { crsHints } from './shape/crs-hints.js';
import { cutAtFrame, placeInFrame } from './shape/frame.js';
import { joinParts } from './shape/join-parts.js';
import { repairGeometry } from './shape/repair-geometry.js';

export interface Source {
  dataSet: DataSet;
  reading: Reading;
}

/** Drafts of the rows that are the city's, and what fell outside the frame. */
class Collection {
  readonly drafts: Draft[] = [];
  readonly beyond: string[] = [];
  #positions = 0;

  constructor(
    readonly driver: ImportDriver,
    readonly context: DriverContext,
    readonly frame: BoundingBox,
  ) {}

  add(row: RawFeature): void {
    const { tally, layer } = this.context;
    tally.read++;
    const taken = this.driver.take(row.attributes, this.context);
    if ('skip' in taken) {
      tally.skip(taken.skip, taken.example);
      return;
    }
    const { label } = taken;
    if ([...row.attributes.values()].some(hasMarkup)) tally.repair('html-stripped', label);
    const { geometry } = row;
    const { geometry: kind } = importLayers[layer];
    // Far-off places are told apart before mending: a prefecture's rivers need not be mended to be left out.
    const cut = geometry && this.driver.beyondFrame === 'clip' ? this.#clip(geometry, label) : geometry;
    if (geometry && !cut) return;
    const repaired = repairGeometry(cut, kind, tally, label);
    if (!repaired.ok) {
      tally.skip(repaired.reason, label);
      return;
    }
    if (placeInFrame(repaired.geometry, this.frame) !== 'inside') {
      this.beyond.push(label);
      return;
    }
    this.#count(repaired.geometry);
    this.drafts.push({ label, properties: taken.keep, geometry: repaired.geometry });
  }

  #clip(geometry: Geometry, label: string): Geometry | null {
    const place = placeInFrame(geometry, this.frame);
    if (place === 'inside') return geometry;
    const part = place === 'across' ? cutAtFrame(geometry, this.frame) : null;
    if (part) this.context.tally.repair('cut-at-frame', label);
    else this.context.tally.skip('outside-frame', label);
    return part;
  }

  #count(geometry: Geometry): void {
    for (const run of runsOf(geometry)) this.#positions += run.length;
    if (this.#positions > limits.keptPositions)
      throw new ImportFailure('too-many-positions', String(limits.keptPositions));
    if (this.drafts.length >= limits.keptFeatures)
      throw new ImportFailure('too-many-features', String(limits.keptFeatures));
  }
}

/** Pieces with one key become one draft; the first piece's label and properties stand for all. */
function grouped(drafts: readonly Draft[], driver: ImportDriver, context: DriverContext): Draft[] {
  const { groupBy } = driver;
  if (!groupBy) return [...drafts];
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = groupBy(draft.properties);
    const group = groups.get(key);
    if (group) group.push(draft);
    else groups.set(key, [draft]);
  }
  return [...groups.values()].flatMap((group): Draft[] => {
    const [first] = group;
    if (!first) return [];
    const geometry = joinParts(
      group.map((draft) => draft.geometry),
      context.tally,
      first.label,
    );
    return geometry ? [{ ...first, geometry }] : [];
  });
}

/**
 * Reads the data sets through the driver: the city's rows, mended, inside the frame, pieces put together.
 * Fails by name when places lie outside the frame, with the readings that would put them inside.
 */
export async function collectDrafts(
  sources: readonly Source[],
  driver: ImportDriver,
  context: DriverContext,
  frame: BoundingBox,
): Promise<Draft[]> {
  const collection = new Collection(driver, context, frame);
  for (const { dataSet, reading } of sources)
    for await (const feature of dataSet.features(reading)) collection.add(feature);
  const { drafts, beyond } = collection;
  const cutAway = context.tally.summary().skipped.find(({ reason }) => reason === 'outside-frame');
  if (beyond.length > 0 || (drafts.length === 0 && cutAway)) {
    const examples = [...beyond, ...(cutAway?.examples ?? [])].slice(0, 5).join('; ');
    const what = `${beyond.length || (cutAway?.count ?? 0)}: ${examples}`;
    throw misread(sources, frame, what) ?? new ImportFailure('outside-frame', what);
  }
  // Numbers no projection can take come out as rows without geometry: the reading may still be the reason.
  if (drafts.length === 0) throw misread(sources, frame, '') ?? new ImportFailure('nothing-left');
  return grouped(drafts, driver, context);
}

/** The failure that names better readings of the numbers; null when the reading in use lies over the city. */
function misread(sources: readonly Source[], frame: BoundingBox, what: string): ImportFailure | null {
  for (const { dataSet, reading } of sources) {
    const extent = dataSet.extent();
    if (!extent) continue;
    const crs = reading.crs ?? dataSet.crs?.epsg ?? '';
    const used = isPlainDegrees(crs) ? 'EPSG:6668' : crs;
    const hints = crsHints([...extent], frame);
    if (hints.length === 0 || hints.some((hint) => hint.crs === used && hint.axes === reading.axes)) continue;
    const numbers = extent.map((value) => Math.round(value * 1e4) / 1e4).join(' ');
    const told = hints.map((hint) => `${hint.crs} (${hint.axes})`).join(', ');
    const turned = hints.every(({ axes }) => axes !== reading.axes);
    return new ImportFailure(
      turned ? 'axes-swapped' : 'outside-frame',
      `${what} [${numbers}] → ${told}`.trim(),
    );
  }
  return null;
}
