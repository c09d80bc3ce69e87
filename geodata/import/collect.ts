import type { Geometry } from 'geojson';
import type { BoundingBox } from '../../src/geometry/position.js';
import { runsOf } from '../../src/geometry/explode.js';
import { flatAttributes, hasMarkup } from './driver/attributes.js';
import type { Draft, DriverContext, ImportDriver } from './driver/import-driver.js';
import { importLayers } from './layers.js';
import { nothingLeft } from './nothing-left.js';
import { ImportFailure } from './problem.js';
import { epsgName, parseCrsName } from '../../src/formats/crs/crs-code.js';
import { isPlainDegrees } from '../../src/formats/crs/crs.js';
import {
  inDegrees,
  type LayerInDegrees,
  type PlacedFeature,
  type Reading,
} from '../../src/formats/in-degrees.js';
import type { RawLayer } from '../../src/formats/raw-layer.js';
import { keptLimits } from './import-limits.js';
import { crsHints } from '../../src/formats/crs/crs-hints.js';
import { cutAtFrame, placeInFrame } from './shape/frame.js';
import { joinParts } from './shape/join-parts.js';
import { repairGeometry } from './shape/repair-geometry.js';

export interface Source {
  layer: RawLayer;
  reading: Reading;
}

/** The city's frame in degrees and its plane zone. */
export interface City {
  frame: BoundingBox;
  planeEpsg: number;
}

/** A source that was read, with the numbers found in it. */
type Read = Source & Pick<LayerInDegrees, 'extent'>;

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

  add(row: PlacedFeature): void {
    const { tally, layer } = this.context;
    tally.read++;
    const attributes = flatAttributes(row.attributes);
    const taken = this.driver.take(attributes, this.context);
    if ('skip' in taken) {
      tally.skip(taken.skip, taken.example);
      return;
    }
    const { label } = taken;
    if ([...attributes.values()].some(hasMarkup)) tally.repair('html-stripped', label);
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
    if (this.#positions > keptLimits.positions)
      throw new ImportFailure('too-many-positions', String(keptLimits.positions));
    if (this.drafts.length >= keptLimits.features)
      throw new ImportFailure('too-many-features', String(keptLimits.features));
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
  city: City,
): Promise<Draft[]> {
  const collection = new Collection(driver, context, city.frame);
  const read: Read[] = [];
  for (const source of sources) {
    const { features, extent } = inDegrees(source.layer, source.reading);
    read.push({ ...source, extent });
    for await (const feature of features) collection.add(feature);
  }
  const { drafts, beyond } = collection;
  const cutAway = context.tally.summary().skipped.find(({ reason }) => reason === 'outside-frame');
  if (beyond.length > 0 || (drafts.length === 0 && cutAway)) {
    const examples = [...beyond, ...(cutAway?.examples ?? [])].slice(0, 5).join('; ');
    const what = `${beyond.length || (cutAway?.count ?? 0)}: ${examples}`;
    throw misread(read, city, what) ?? new ImportFailure('outside-frame', what);
  }
  // Numbers no projection can take come out as rows without geometry: the reading may still be the reason.
  if (drafts.length === 0) throw misread(read, city, '') ?? nothingLeft(context.layer, context.tally);
  return grouped(drafts, driver, context);
}

/** The failure that names better readings of the numbers; null when the reading in use lies over the city. */
function misread(sources: readonly Read[], city: City, what: string): ImportFailure | null {
  for (const { layer, reading, extent: extentOf } of sources) {
    const extent = extentOf();
    if (!extent) continue;
    const epsg = reading.crs === null ? (layer.crs?.epsg ?? null) : parseCrsName(reading.crs);
    const plain = epsg !== null && isPlainDegrees(epsg);
    const used = plain ? 'EPSG:6668' : epsg === null ? '' : epsgName(epsg);
    const hints = crsHints(extent, city);
    if (hints.length === 0 || hints.some((hint) => hint.crs === used && hint.axes === reading.axes)) continue;
    const numbers = extent.map((value) => Math.round(value * 1e4) / 1e4).join(' ');
    const hintsText = hints.map((hint) => `${hint.crs} (${hint.axes})`).join(', ');
    const turned = hints.every(({ axes }) => axes !== reading.axes);
    return new ImportFailure(
      turned ? 'axes-swapped' : 'outside-frame',
      `${what} [${numbers}] → ${hintsText}`.trim(),
    );
  }
  return null;
}
