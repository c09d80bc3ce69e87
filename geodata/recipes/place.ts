import type { Position } from '../../src/geometry/position.js';
import {
  featureOfRow,
  pointFeature,
  positionOfRow,
  type TablePoint,
} from '../../src/geometry/table-features.js';
import { distanceMeters, toGrid } from '../mesh/grid.js';
import type { CityModel } from './city-model.js';
import { townId } from './town-id.js';
import type { Placement } from './town-tables.js';
import { cellAccuracyMeters } from './towns.js';

export interface Place {
  geometry: TablePoint | null;
  accuracyMeters: number | null;
  note: string;
}

/**
 * Where a facility stands by the city's table of placements.
 * Named after a group of 丁目 it goes to the one in their middle, and its accuracy reaches the farthest of them
 * and one cell more; a place that is not published stays without one.
 * @throws when a facility has no row there, or the row names a town nobody knows
 */
export function placeOf(
  { facts, geometry: { towns: known } }: Pick<CityModel, 'facts' | 'geometry'>,
  table: Placement['table'],
  name: string,
): Place {
  const row = facts.placements.find((each) => each.table === table && each.name === name);
  if (row === undefined) throw new Error(`placements: no row for ${table} ${name}`);
  const note = `${row.basis}。`;
  if (row.place === null) return { geometry: null, accuracyMeters: null, note };
  const { geometry } = featureOfRow(row);
  if (geometry !== null) return { geometry, accuracyMeters: row.accuracyMeters, note };
  const towns = known.flatMap((town) => {
    const position = positionOfRow(town);
    return town.ward === row.ward &&
      (town.name === row.place || (town.base === row.place && town.kind === '丁目')) &&
      position !== null
      ? [{ id: townId(town), position }]
      : [];
  });
  if (towns.length === 0) throw new Error(`placements: ${name}: no point for ${row.ward ?? ''} ${row.place}`);
  const middle: Position = [
    towns.reduce((sum, town) => sum + town.position[0], 0) / towns.length,
    towns.reduce((sum, town) => sum + town.position[1], 0) / towns.length,
  ];
  const metersFrom = (a: Position, b: Position): number => distanceMeters(toGrid(a), toGrid(b));
  const own = towns.reduce((a, b) =>
    metersFrom(b.position, middle) < metersFrom(a.position, middle) ? b : a,
  );
  const reach = Math.max(...towns.map((town) => metersFrom(town.position, own.position)));
  return {
    geometry: pointFeature(own, own.position).geometry,
    accuracyMeters: row.accuracyMeters ?? Math.ceil((reach + cellAccuracyMeters(18)) / 50) * 50,
    note,
  };
}
