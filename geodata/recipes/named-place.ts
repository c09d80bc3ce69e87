import type { Position } from '../../src/geometry/position.js';
import { pointFeature, positionOfRow, type TablePoint } from '../../src/geometry/table-features.js';
import { distanceMeters, toGrid } from '../mesh/grid.js';
import type { CityGeometry } from './city-geometry.js';
import { cellAccuracyMeters } from './towns.js';

export interface NamedPlace {
  geometry: TablePoint | null;
  accuracyMeters: number | null;
  note: string;
}

/**
 * The middle of the towns that bear a name, as a mark for a thing of which only the name is printed.
 * A name in two wards, or in none, gives no place: picking one would be inventing.
 * @param base town name without 丁目 (美和台), @param ward when the document says it
 */
export function namedPlace(geometry: CityGeometry, base: string, ward: string | null = null): NamedPlace {
  const towns = geometry.towns.flatMap((town) => {
    const position = positionOfRow(town);
    return (town.base === base || town.name === base) &&
      town.kind !== '小字' &&
      (ward === null || town.ward === ward) &&
      position !== null
      ? [{ ...town, position }]
      : [];
  });
  const blocks = towns.filter((town) => town.kind === '丁目');
  const used = blocks.length > 0 ? blocks : towns;
  const wards = [...new Set(used.map((town) => town.ward))];
  if (used.length === 0) return unplaced(`「${base}」という町の位置が公表資料にない。`);
  if (wards.length > 1) return unplaced(`「${base}」は${wards.join('と')}にあり、どちらか書かれていない。`);
  const middle: Position = [
    round(used.reduce((sum, { position }) => sum + position[0], 0) / used.length),
    round(used.reduce((sum, { position }) => sum + position[1], 0) / used.length),
  ];
  const reach = Math.max(...used.map(({ position }) => distanceMeters(toGrid(position), toGrid(middle))));
  return {
    geometry: pointFeature({ name: base }, middle).geometry,
    accuracyMeters: Math.ceil((reach + cellAccuracyMeters(18)) / 50) * 50,
    note: `${wards[0] ?? ''}の「${base}」の中ほどに置いた目印。`,
  };
}

function unplaced(note: string): NamedPlace {
  return { geometry: null, accuracyMeters: null, note };
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
