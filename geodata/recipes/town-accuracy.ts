import { insideRings, pointKey, toGrid, type GridPoint } from '../mesh/grid.js';
import { nearestOnRings, type Rings } from '../mesh/land.js';
import type { BlockPoint } from './block-towns.js';
import { isVillage } from './extent.js';

/** 大字: open land with villages, its lots placed roughly; 丁目 and 町: built land. */
export const townSorts = ['丁目', '町', '大字'] as const;
export type TownSort = (typeof townSorts)[number];

export function townSort(id: string): TownSort {
  return isVillage(id) ? '大字' : id.endsWith('丁目') ? '丁目' : '町';
}

/** The census stands on a grid of 2 m, its borders are simplified by some metres: less than this is not claimed. */
const leastMeters = 10;

/**
 * How far the outline of a town may be off, by sort of town: the distance in metres within which 99 of 100 block
 * points lie of their own town's outline (those inside: 0). Lots of a 大字 that stand at one point count once.
 * @param ringsOf rings of a town's outline; null = it is not one of those measured
 */
export function measuredAccuracy(
  blocks: readonly BlockPoint[],
  ringsOf: (town: string) => Rings | null,
): ReadonlyMap<TownSort, number> {
  const far = new Map<TownSort, number[]>(townSorts.map((sort) => [sort, []]));
  const seen = new Set<string>();
  for (const { town, point, position } of blocks) {
    if (town === null) continue;
    const rings = ringsOf(town);
    const key = `${town} ${pointKey(toGrid(position))}`;
    if (rings === null || seen.has(key)) continue;
    seen.add(key);
    far.get(townSort(town))!.push(metersOutside(point, rings));
  }
  return new Map(
    [...far].map(([sort, meters]) => {
      const ninetyNinth = meters.sort((a, b) => a - b)[Math.ceil(meters.length * 0.99) - 1] ?? 0;
      return [sort, Math.max(leastMeters, Math.ceil(ninetyNinth / 5) * 5)];
    }),
  );
}

function metersOutside(point: GridPoint, rings: Rings): number {
  return insideRings(point, rings) ? 0 : nearestOnRings(point, rings).meters;
}
