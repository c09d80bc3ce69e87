import type { LayerCollection, LayerFeature } from './layer-collection.js';
import { distanceMeters } from '../../src/geometry/measure.js';
import type { GeometryKind } from '../../src/catalog/layer-entry.js';
import { runsOf } from '../../src/geometry/explode.js';
import { centreOf } from './shape/datum.js';
import { polygonHectares, runMeters } from './shape/measure.js';
import { compareAreas, type AreaChange } from './shape/scan-area.js';

/** One feature that is in both, with what its place changed by. */
export interface ChangedFeature {
  name: string;
  beforeHectares?: number;
  afterHectares?: number;
  /** Distance between the two centres or points; null where one had no place. */
  movedMeters: number | null;
}

/** What a layer would be after the import against what it is. */
export interface Difference {
  before: number;
  after: number;
  matched: number;
  /** Matched features whose geometry differs, the largest change first. */
  changed: ChangedFeature[];
  changedCount: number;
  /** Matched features whose shape stays and whose properties differ: how many, and the names of the first. */
  restated: { count: number; names: string[] };
  onlyBefore: string[];
  onlyAfter: string[];
  area: AreaChange | null;
  length: { beforeKilometers: number; afterKilometers: number } | null;
}

const listed = 20;
const round = (value: number, digits = 1) => Math.round(value * 10 ** digits) / 10 ** digits;
const nameOf = (feature: LayerFeature) => String(feature.properties?.['name'] ?? '');
const idOf = (feature: LayerFeature) => String(feature.properties?.['id'] ?? '');

/** Pairs features by id, and by name where an id is new: official data numbers its features itself. */
function matches(
  before: readonly LayerFeature[],
  after: readonly LayerFeature[],
): [LayerFeature, LayerFeature][] {
  const byId = new Map(before.map((feature) => [idOf(feature), feature]));
  const byName = new Map<string, LayerFeature[]>();
  for (const feature of before) {
    const alike = byName.get(nameOf(feature));
    if (alike) alike.push(feature);
    else byName.set(nameOf(feature), [feature]);
  }
  const taken = new Set<LayerFeature>();
  return after.flatMap((feature): [LayerFeature, LayerFeature][] => {
    const alike = byName.get(nameOf(feature)) ?? [];
    const found = byId.get(idOf(feature)) ?? (alike.length === 1 ? alike[0] : undefined);
    if (!found || taken.has(found)) return [];
    taken.add(found);
    return [[found, feature]];
  });
}

function changeOf([before, after]: [LayerFeature, LayerFeature], kind: GeometryKind): ChangedFeature | null {
  if (JSON.stringify(before.geometry) === JSON.stringify(after.geometry)) return null;
  const [from, to] = [centreOf(before.geometry), centreOf(after.geometry)];
  const areas =
    kind === 'polygon'
      ? {
          beforeHectares: round(polygonHectares(before.geometry), 2),
          afterHectares: round(polygonHectares(after.geometry), 2),
        }
      : {};
  return { name: nameOf(after), ...areas, movedMeters: from && to ? round(distanceMeters(from, to)) : null };
}

/** One text for one set of properties, whatever their order; files leave out what is null. */
const contentOf = ({ properties }: LayerFeature) =>
  JSON.stringify(
    Object.entries(properties ?? {})
      .filter(([, value]) => value !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

function restatedOf(pairs: readonly [LayerFeature, LayerFeature][]): Difference['restated'] {
  const names = pairs.flatMap(([before, after]) =>
    JSON.stringify(before.geometry) === JSON.stringify(after.geometry) &&
    contentOf(before) !== contentOf(after)
      ? [nameOf(after)]
      : [],
  );
  return { count: names.length, names: names.slice(0, 5) };
}

const size = ({ beforeHectares = 0, afterHectares = 0, movedMeters }: ChangedFeature) =>
  Math.abs(afterHectares - beforeHectares) + (movedMeters ?? 1e6) / 1e3;

/** Compares a layer before and after; areas in hectares, overlaps counted once. */
export function differenceBetween(
  before: LayerCollection | null,
  after: LayerCollection,
  kind: GeometryKind,
): Difference {
  const earlier = before?.features ?? [];
  const pairs = matches(earlier, after.features);
  const [stayed, came] = [new Set(pairs.map(([one]) => one)), new Set(pairs.map(([, other]) => other))];
  const changed = pairs
    .flatMap((pair) => changeOf(pair, kind) ?? [])
    .sort((a, b) => size(b) - size(a) || (a.name < b.name ? -1 : 1));
  const kilometers = (features: readonly LayerFeature[]) =>
    round(
      features.reduce(
        (sum, { geometry }) => sum + runsOf(geometry).reduce((s, run) => s + runMeters(run), 0),
        0,
      ) / 1000,
      3,
    );
  return {
    before: earlier.length,
    after: after.features.length,
    matched: pairs.length,
    changed: changed.slice(0, listed),
    changedCount: changed.length,
    restated: restatedOf(pairs),
    onlyBefore: earlier
      .filter((feature) => !stayed.has(feature))
      .map(nameOf)
      .slice(0, listed),
    onlyAfter: after.features
      .filter((feature) => !came.has(feature))
      .map(nameOf)
      .slice(0, listed),
    area:
      kind === 'polygon'
        ? roundedAreas(
            compareAreas(
              earlier.map(({ geometry }) => geometry),
              after.features.map(({ geometry }) => geometry),
            ),
          )
        : null,
    length:
      kind === 'line'
        ? { beforeKilometers: kilometers(earlier), afterKilometers: kilometers(after.features) }
        : null,
  };
}

function roundedAreas({
  beforeHectares,
  afterHectares,
  gainedHectares,
  lostHectares,
}: AreaChange): AreaChange {
  return {
    beforeHectares: round(beforeHectares, 2),
    afterHectares: round(afterHectares, 2),
    gainedHectares: round(gainedHectares, 2),
    lostHectares: round(lostHectares, 2),
  };
}
