import type { Geometry as GeoJsonGeometry } from 'geojson';
import { city } from '../../src/catalog/city.js';
import { PolygonIndex } from '../../src/geometry/polygon-index.js';
import type { Position } from '../../src/geometry/position.js';
import type { CityData } from '../cities/city-data.js';
import { blockPoints } from '../recipes/block-towns.js';
import { censusTowns } from '../recipes/census-towns.js';
import type { Feature } from '../recipes/feature.js';
import { measuredAccuracy, townSort, townSorts } from '../recipes/town-accuracy.js';
import { townId } from '../recipes/town-id.js';
import type { CheckLine } from '../tables/sum-check.js';
import { featuresOf } from './areas.js';
import type { BuiltLayers } from './built-layers.js';
import { gridPolygons } from './crossings.js';

/** Directions in which another district is looked for, at the whole accuracy and at half of it. */
const directions = Array.from({ length: 16 }, (_, at) => (at * Math.PI) / 8);

const shapesOf = (features: readonly Feature[]) =>
  new PolygonIndex(features.map(({ geometry }) => geometry as GeoJsonGeometry | null));

type Points = ReturnType<typeof blockPoints>;
const pointsRead = new WeakMap<CityData['readGeometry'], Points | null>();

/** Block points of a city with their towns, read once however often it is checked; null without a census. */
function pointsOf(readGeometry: CityData['readGeometry']): Points | null {
  const known = pointsRead.get(readGeometry);
  if (known !== undefined) return known;
  const geometry = readGeometry();
  const points = geometry.census === null ? null : blockPoints(geometry, censusTowns(geometry.census));
  pointsRead.set(readGeometry, points);
  return points;
}

/**
 * The built towns at the points of the city's blocks, which draw no outline where one of the census is one town: whether
 * the right town and ward are named there, whether the stated accuracy is the measured one, and how many of them the
 * two doubts of a district leave open. Nothing in a city without a census.
 */
export function townLines(built: BuiltLayers, { readGeometry }: Pick<CityData, 'readGeometry'>): CheckLine[] {
  const points = pointsOf(readGeometry);
  if (points === null) return [];
  const towns = featuresOf(built, 'town');
  const idOf = ({ properties: { ward, name } }: Feature<'town'>) => townId({ ward, name });
  const known = new Map(towns.map((town) => [idOf(town), town]));
  const own = points.flatMap((point) => {
    const town = point.town === null ? undefined : known.get(point.town);
    return town === undefined ? [] : [{ ...point, town, id: idOf(town) }];
  });
  const [townIndex, wards] = [shapesOf(towns), featuresOf(built, 'ward')];
  const wardIndex = shapesOf(wards);
  const right = own.map((point) => ({
    ...point,
    sort: townSort(point.id),
    divided: point.town.properties.how !== 'census',
    rightTown: towns[townIndex.first(point.position)] === point.town,
    rightWard: wards[wardIndex.first(point.position)]?.properties.name === point.town.properties.ward,
  }));
  const whole = right.filter(({ divided }) => !divided);
  const count = (list: readonly unknown[]) => list.length.toLocaleString('en-US');
  const former = own.filter(({ formerName }) => formerName).length;
  const score = (what: string, list: readonly { rightTown: boolean }[], least: number): CheckLine => {
    const good = list.filter(({ rightTown }) => rightTown);
    return shareLine(`${what} (${count(list)} block points)`, good.length / list.length, least);
  };
  const wardShare = right.filter(({ rightWard }) => rightWard).length / right.length;
  return [
    {
      ok: true,
      text: `block points: ${count(own)} of the city's towns (${former.toLocaleString('en-US')} under the name before a division), ${count(points.filter(({ town }) => town === null))} of other municipalities`,
    },
    score(
      'right town named, 丁目',
      whole.filter(({ sort }) => sort === '丁目'),
      98.5,
    ),
    score('right town named, all', whole, 95),
    score(
      'right town named, census outlines divided by these very points',
      right.filter(({ divided }) => divided),
      0,
    ),
    shareLine('right ward named', wardShare, 99.5),
    accuracyLine(towns, points, known),
    ...doubtLines(built, own),
  ];
}

function shareLine(what: string, share: number, least: number): CheckLine {
  const promised = least > 0 ? ` (promised ${least} %)` : '';
  return { ok: share * 100 >= least, text: `${what}: ${(share * 100).toFixed(2)} %${promised}` };
}

/** The accuracy that whole outlines of the census state, measured again on what was built. */
function accuracyLine(
  towns: readonly Feature<'town'>[],
  points: ReturnType<typeof blockPoints>,
  known: ReadonlyMap<string, Feature<'town'>>,
): CheckLine {
  const whole = new Map(
    [...known].filter(
      ([, { properties }]) => properties.how === 'census' && (properties.note ?? null) === null,
    ),
  );
  const rings = new Map([...whole].map(([id, { geometry }]) => [id, gridPolygons(geometry).flat()]));
  const measured = measuredAccuracy(points, (id) => rings.get(id) ?? null);
  const wrong = [...whole].filter(
    ([id, { properties }]) => properties.accuracyMeters !== measured.get(townSort(id)),
  );
  const words = townSorts.map((sort) => `${sort} ${measured.get(sort)} m`).join(', ');
  const text = `accuracy of census outlines (99 of 100 block points lie within it of their town): ${words}`;
  return wrong.length === 0
    ? { ok: true, text: `${text}; as ${whole.size} of ${towns.length} towns state` }
    : { ok: false, text: `${text}; ${wrong.length} towns state another, ${wrong[0]![0]} first` };
}

/** Whether a second district lies within the accuracy of the line between districts. */
function nearAnother(index: PolygonIndex, meters: number, [x, y]: Position): boolean {
  const [east, north] = city.grid.metersPerDegree;
  const found = new Set(
    directions.flatMap((angle) =>
      [meters, meters / 2].map((reach) =>
        index.first([x + (reach * Math.cos(angle)) / east, y + (reach * Math.sin(angle)) / north]),
      ),
    ),
  );
  found.delete(-1);
  return found.size > 1;
}

/** What the two doubts of a district leave open, at the block points. */
function doubtLines(
  built: BuiltLayers,
  own: readonly { id: string; town: Feature<'town'>; position: Position }[],
): CheckLine[] {
  const bands = featuresOf(built, 'certainty').filter(({ properties }) => properties.doubt === 'line');
  const sewered = own.filter(({ town }) => town.properties.district);
  const doubtful = sewered.filter(({ town }) => (town.properties.districtDoubt ?? null) !== null).length;
  const percent = (part: number, of: number) => `${((part / of) * 100).toFixed(2)} %`;
  const districts = featuresOf(built, 'treatmentDistrict');
  const areas = shapesOf(districts);
  const index = shapesOf(bands);
  const open = own.filter(({ position }) => index.first(position) >= 0);
  const inChome = sewered.filter(({ id }) => townSort(id) === '丁目');
  const outside = inChome.filter(({ position }) => areas.first(position) < 0);
  const between = open.filter(({ position }) =>
    nearAnother(areas, districts[0]?.properties.accuracyMeters ?? 0, position),
  ).length;
  const { official } = built.manifest;
  // What an authority's own outline leaves out, it leaves out.
  const isImported =
    official?.['treatment-districts'] !== undefined || official?.['zoned-land'] !== undefined;
  return [
    shareLine(
      `blocks of 丁目 that lie in a district, where the outer edge runs along built land (${inChome.length.toLocaleString('en-US')} block points)`,
      1 - outside.length / inChome.length,
      isImported ? 0 : 99.5,
    ),
    {
      ok: true,
      text: `district left undecided by a line: ${percent(open.length, own.length)} of block points; by a line between two districts ${percent(between, own.length)}, else by the outer edge`,
    },
    {
      ok: true,
      text: `district that membership leaves doubtful: ${percent(doubtful, sewered.length)} of block points in sewered towns`,
    },
  ];
}
