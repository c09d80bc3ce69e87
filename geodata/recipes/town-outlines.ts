import { pointKey, ringHectares, toGrid } from '../mesh/grid.js';
import { boxOf, inBox, type Outline, type Site } from '../mesh/land.js';
import { insideRings } from '../mesh/grid.js';
import type { BlockPoint } from './block-towns.js';
import type { CensusTown } from './census-towns.js';
import type { CityGeometry } from './city-geometry.js';
import { townId } from './town-id.js';

/** How a town came to its outline, see `townProperties.outline`. */
export interface TownOutline {
  how: 'census' | 'divided' | 'cell';
  /** What a reader is told of it. */
  note: string | null;
  /** Hectares and number of towns of the census outline it was divided from. */
  from: { hectares: number; towns: number } | null;
}

/**
 * Outlines of today's towns from the census. A name the register has as well is that town; the city's table of names
 * says what the others are. Where an outline holds several of today's towns, their block points divide it; a town
 * without any takes part by its register's point.
 * @throws when the census has a town that neither register nor table knows, or a town of the table has no point there
 */
export function townOutlines(
  census: readonly CensusTown[],
  { towns, townNames }: Pick<CityGeometry, 'towns' | 'townNames'>,
  blocks: readonly BlockPoint[],
): { outlines: Outline[]; how: Map<string, TownOutline> } {
  const register = new Map(towns.map((town) => [townId(town), town]));
  const how = new Map<string, TownOutline>();
  const outlines = census.map(({ ward, name, rings }): Outline => {
    const rows = townNames.filter((row) => row.list === 'census' && row.ward === ward && row.name === name);
    const names = rows.length > 0 ? rows : [{ town: name, note: null }];
    const ids = names.map(({ town, note }) => {
      const id = townId({ ward, name: town });
      if (!register.has(id)) throw new Error(`census: ${ward} ${name}: the register has no ${town}`);
      return { id, note };
    });
    const [first, ...others] = ids;
    const hectares = rings.reduce((sum, ring) => sum + ringHectares(ring), 0);
    if (others.length === 0) {
      how.set(first!.id, { how: 'census', note: first!.note, from: null });
      return { id: first!.id, ward, rings };
    }
    const box = boxOf(rings);
    const sites = ids.flatMap(({ id, note }): Site[] => {
      const own = blocks.filter(
        ({ town, point }) => town === id && inBox(point, box, 0) && insideRings(point, rings),
      );
      const points = new Map(
        own.map(({ position }) => [pointKey(toGrid(position)), toGrid(position)] as const),
      );
      how.set(id, {
        how: points.size > 0 ? 'divided' : 'cell',
        note,
        from: { hectares, towns: ids.length },
      });
      if (points.size > 0) return [...points.values()].map((point) => ({ id, ward, point }));
      const { longitude = null, latitude = null } = register.get(id) ?? {};
      if (longitude === null || latitude === null)
        throw new Error(`census: ${ward} ${name}: no block and no point of ${id} divides it`);
      return [{ id, ward, point: toGrid([longitude, latitude]) }];
    });
    return { id: first!.id, ward, rings, sites };
  });
  return { outlines, how };
}
