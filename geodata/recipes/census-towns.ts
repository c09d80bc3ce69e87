import { simplify } from '@turf/simplify';
import type { MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import { metersPerStepX, metersPerStepY, toGrid, type GridPoint } from '../mesh/grid.js';
import type { CensusTopology } from './city-geometry.js';

/** A town of the census 国勢調査 小地域. */
export interface CensusTown {
  ward: string;
  /** As the census writes it: 檜原一丁目. */
  name: string;
  /** All rings of all parts, for the even-odd rule; first point not repeated. */
  rings: GridPoint[][];
}

/**
 * A border may be moved by this much to save corners. The census stands on a grid of 2 m, so that a slanting border is
 * a stair of 2 m steps. What bounds 大字 alone is known to some hundred metres (town-accuracy.ts), and what bounds no
 * other town of the ward gives way to the ward's own line.
 */
const toleranceMeters = { town: 8, coarse: 30 };

/** Grid steps in 1e-5 degree. */
const stepsPerMeter = 10;

/** Each border between two towns is simplified once, so both keep the very same line; its ends stay where they are. */
function simplifiedArc(arc: readonly GridPoint[], tolerance: number): number[][] {
  const line = {
    type: 'LineString' as const,
    coordinates: arc.map(([x, y]) => [x * metersPerStepX, y * metersPerStepY]),
  };
  const { coordinates } = simplify(line, { tolerance, highQuality: true });
  const kept = coordinates.map(([x = 0, y = 0]) => [
    wholeMeter(x / metersPerStepX),
    wholeMeter(y / metersPerStepY),
  ]);
  // A ring of its own that would fall flat (an islet) stays as it was.
  const closed = kept[0]!.join() === kept.at(-1)!.join();
  return closed && kept.length < 4 ? arc.map((point) => point.map(wholeMeter)) : kept;
}

/** The census is not finer than a metre: five decimals, which take less room in the file. */
function wholeMeter(steps: number): number {
  return Math.round(steps / stepsPerMeter) * stepsPerMeter;
}

/** Points of a packed border, which are written as steps from one to the next, on the mesh's grid. */
function arcOnGrid(steps: readonly (readonly number[])[], { scale, translate }: CensusTopology['transform']) {
  let [x, y] = [0, 0];
  return steps.map(([dx = 0, dy = 0]): GridPoint => {
    x += dx;
    y += dy;
    return toGrid([x * scale[0] + translate[0], y * scale[1] + translate[1]]);
  });
}

/** How far each border may be moved, by the towns on either side. */
function tolerances({ arcs, objects }: Pick<CensusTopology, 'arcs' | 'objects'>): number[] {
  const sides: { ward: string; name: string }[][] = arcs.map(() => []);
  for (const { arcs: rings, properties } of objects.towns.geometries)
    for (const arc of rings.flat(2)) sides[arc < 0 ? ~arc : arc]!.push(properties);
  return sides.map((towns) => {
    const [one, other] = towns;
    const inside = one && other && one.ward === other.ward;
    return inside && !towns.every(({ name }) => name.startsWith('大字'))
      ? toleranceMeters.town
      : toleranceMeters.coarse;
  });
}

/** Outlines of the census on the mesh's grid, their common borders simplified together. Parts of one name are one town. */
export function censusTowns({ transform, ...packed }: CensusTopology): CensusTown[] {
  const meters = tolerances(packed);
  const topology = {
    ...packed,
    arcs: packed.arcs.map((arc, at) => simplifiedArc(arcOnGrid(arc, transform), meters[at]!)),
  };
  const towns = new Map<string, CensusTown>();
  for (const { properties, geometry } of feature<{ ward: string; name: string }>(
    topology,
    topology.objects.towns,
  ).features) {
    const key = `${properties.ward}/${properties.name}`;
    const town = towns.get(key) ?? { ...properties, rings: [] };
    towns.set(key, town);
    for (const ring of polygonsOf(geometry as Polygon | MultiPolygon).flat())
      town.rings.push(ring.slice(0, -1).map(([x = 0, y = 0]): GridPoint => [x, y]));
  }
  return [...towns.values()];
}

function polygonsOf(geometry: Polygon | MultiPolygon): number[][][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}
