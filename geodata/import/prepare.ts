import type { LayerCollection, LayerFeature } from './layer-collection.js';
import * as v from 'valibot';
import { city } from '../../src/catalog/city.js';
import { chooseDriver, type Choice } from './choose-driver.js';
import { collectDrafts, type Source } from './collect.js';
import type { DriverContext } from './driver/import-driver.js';
import { propertyText } from './driver/official-feature.js';
import { importLayers, type ImportLayer } from './layers.js';
import type { Mapping } from './mapping.js';
import { nothingLeft } from './nothing-left.js';
import { ImportFailure } from './problem.js';
import { epsgName } from '../../src/formats/crs/crs-code.js';
import { extentOf } from '../../src/formats/in-degrees.js';
import type { DeclaredCrs, RawLayer } from '../../src/formats/raw-layer.js';
import { officialSchemas } from './schemas.js';
import { crsHints } from '../../src/formats/crs/crs-hints.js';
import { checkDatum, type DatumFinding } from './shape/datum.js';
import type { Tally } from './tally.js';

export interface PrepareInput {
  layer: ImportLayer;
  fileName: string;
  dataSets: readonly RawLayer[];
  mapping: Mapping | null;
  /** Named by the user; goes before the mapping and the file. */
  crs: string | null;
  asOf: string | null;
  current: (layer: ImportLayer) => LayerCollection | null;
  tally: Tally;
}

export interface Prepared {
  driver: Choice['driver'];
  sources: Source[];
  context: DriverContext;
  features: LayerFeature[];
  coverage: string[];
  datum: DatumFinding;
}

/** Name of the coordinate system a data set is read in. */
export const crsUsed = ({ layer: { crs }, reading }: Source): string =>
  reading.crs ?? (crs?.epsg ? epsgName(crs.epsg) : (crs?.name ?? ''));

/**
 * Everything between opened data sets and features ready to be written: the driver, the coordinate system, the
 * city's rows, mended and checked. Pure (no files), so that a browser worker can run it as well.
 * @throws ImportFailure with the reason
 */
export async function prepareImport(input: PrepareInput): Promise<Prepared> {
  const { layer, mapping, tally } = input;
  const { policy, whole } = importLayers[layer];
  if (policy === 'place' && input.current(layer) === null) throw new ImportFailure('no-built-layer', layer);
  const choice = chooseDriver(input.dataSets, layer, mapping);
  for (const { name } of choice.ignored) tally.note('data-set-ignored', name);
  const sources: Source[] = [];
  for (const dataSet of choice.dataSets) sources.push(await sourceOf(dataSet, choice, input));
  const context = contextOf(choice, input);
  const drafts = await collectDrafts(sources, choice.driver, context, city);
  const features = valid(choice.driver.finish(drafts, context), layer, tally);
  // Some formats keep their own order (FlatGeobuf sorts by place): the file written must not depend on it.
  if (policy === 'place') features.sort(byId);
  if (features.length === 0) throw nothingLeft(layer, tally);
  if (whole) requireWhole(features, input.current(layer));
  const datum = checkDatum(features, input.current(layer));
  noteDatum(datum, tally);
  return {
    driver: choice.driver,
    sources,
    context,
    features,
    coverage: choice.driver.coverage(drafts, context),
    datum,
  };
}

const byId = (one: LayerFeature, other: LayerFeature) =>
  propertyText(one, 'id') < propertyText(other, 'id') ? -1 : 1;

async function sourceOf(
  layer: RawLayer,
  { driver }: Choice,
  { crs, mapping, tally }: PrepareInput,
): Promise<Source> {
  const named = crs ?? mapping?.crs ?? null;
  if (named === null && (layer.crs === null || isNameless(layer.crs))) {
    const hints = crsHints((await extentOf(layer)) ?? [NaN, NaN, NaN, NaN], city);
    const hintsText = hints.map((hint) => `${hint.crs} (${hint.axes})`).join(', ');
    const specified = driver.specifiedCrs === null ? '' : ` ⇐ ${driver.title}: ${driver.specifiedCrs}`;
    throw new ImportFailure('crs-missing', `${layer.name} → ${hintsText}${specified}`);
  }
  const written = layer.crs?.epsg ? epsgName(layer.crs.epsg) : null;
  if (named !== null && written !== null && written !== named)
    tally.note('crs-overridden', `${layer.name}: ${written} → ${named}`);
  return { layer, reading: { crs: named, axes: mapping?.axes ?? 'east-north' } };
}

/** A `crs` member that names nothing, or a system of somebody's own. */
const isNameless = ({ epsg, name, from, local }: DeclaredCrs) =>
  local === true || (from === 'file' && epsg === null && name === null);

function contextOf({ driver, dataSets }: Choice, input: PrepareInput): DriverContext {
  const { mapping, fileName } = input;
  const fields = new Set(dataSets.flatMap((dataSet) => [...dataSet.fields]));
  const hints = { fileName, names: dataSets.map(({ name }) => name), fields };
  const asOf = input.asOf ?? mapping?.asOf ?? driver.asOf(hints);
  if (asOf === null) throw new ImportFailure('as-of-unknown', fileName);
  const credit = driver.credit ?? mapping?.source;
  const accuracyMeters = mapping?.accuracyMeters ?? driver.accuracyMeters;
  if (credit === undefined || accuracyMeters === null)
    throw new ImportFailure('mapping-incomplete', 'source, accuracyMeters');
  const { layer, current, tally } = input;
  return { layer, mapping, credit, asOf, accuracyMeters, current, tally };
}

function valid(features: readonly LayerFeature[], layer: ImportLayer, tally: Tally): LayerFeature[] {
  return features.flatMap((feature): LayerFeature[] => {
    const result = v.safeParse(officialSchemas[layer], feature.properties);
    if (result.success) return [{ ...feature, properties: { ...result.output } }];
    const [issue] = result.issues;
    tally.skip('schema', `${propertyText(feature, 'name')}: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
    return [];
  });
}

function requireWhole(features: readonly LayerFeature[], current: LayerCollection | null): void {
  const have = new Set(features.map((feature) => propertyText(feature, 'id')));
  const missing = (current?.features ?? []).filter((feature) => !have.has(propertyText(feature, 'id')));
  if (missing.length > 0)
    throw new ImportFailure(
      'incomplete-layer',
      missing.map((feature) => propertyText(feature, 'name')).join(', '),
    );
}

function noteDatum(datum: DatumFinding, tally: Tally): void {
  if (datum.kind === 'not-checkable') {
    tally.note('datum-not-checkable', `${datum.pairs}`);
    return;
  }
  const { eastMeters, northMeters } = datum.shift;
  const finding = `${datum.pairs}: ${Math.round(eastMeters)} m E, ${Math.round(northMeters)} m N`;
  if (datum.kind === 'old-tokyo') throw new ImportFailure('old-tokyo-datum', finding);
  if (datum.kind === 'shifted-twice') throw new ImportFailure('shifted-twice', finding);
  tally.note(datum.kind === 'agrees' ? 'datum-agrees' : 'datum-shifted', finding);
}
