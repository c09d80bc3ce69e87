import { pointToPolygonDistance } from '@turf/turf';
import type { Position } from '../../src/geometry/position.js';
import { insideRings, toGrid, toPosition, type GridPoint } from '../mesh/grid.js';
import { boxOf, inBox, type Rings } from '../mesh/land.js';
import type { CensusTown } from './census-towns.js';
import type { CityGeometry } from './city-geometry.js';
import { townId } from './town-id.js';

/** A point of a block 街区 (in a 大字: of a lot 地番) and the town it belongs to today. */
export interface BlockPoint {
  position: Position;
  /** On the grid, with half-integer y as {@link insideRings} wants it. */
  point: GridPoint;
  block: string;
  /** Id of the town; null where the list names a town of another municipality, whose land is over the border. */
  town: string | null;
  /** Whether the list has the name a town had before it was divided or renamed. */
  formerName: boolean;
}

/** The list says the ward a point lies in; a block named after a town of the next ward lies this near to it at most. */
const overTheBorderMeters = 100;

/**
 * Today's town of every block point. The list leaves 大字 out and spells some names otherwise (the city's table of
 * names); at the edge of a ward it has blocks of the next ward and of the next municipality.
 */
export function blockPoints(
  { blocks, towns, townNames }: Pick<CityGeometry, 'blocks' | 'towns' | 'townNames'>,
  census: readonly CensusTown[],
): BlockPoint[] {
  const known = new Set(towns.map(townId));
  const wardsOf = new Map<string, string[]>();
  for (const { ward, name } of towns) wardsOf.set(name, [...(wardsOf.get(name) ?? []), ward]);
  const areas = new Map(census.map(({ ward, name, rings }) => [townId({ ward, name }), rings]));
  const renamed = new Map<string, { rings: Rings; town: string }[]>();
  const spelled = new Map<string, string>();
  for (const { list, ward, name, within, town } of townNames) {
    if (list === 'census') continue;
    const key = townId({ ward, name });
    if (within === null) spelled.set(key, town);
    else {
      const rings = areas.get(townId({ ward, name: within }));
      if (rings === undefined) throw new Error(`town names: the census has no ${ward} ${within}`);
      renamed.set(key, [...(renamed.get(key) ?? []), { rings, town }]);
    }
  }
  const censusNames = new Map(
    townNames.flatMap(({ list, ward, name, town }) =>
      list === 'census' ? [[townId({ ward, name: town }), townId({ ward, name })] as const] : [],
    ),
  );
  const boxes = new Map([...areas].map(([id, rings]) => [id, boxOf(rings)]));
  const near = (id: string, position: Position): boolean => {
    const area = censusNames.get(id) ?? id;
    const box = boxes.get(area);
    const point = toGrid(position);
    if (box === undefined || !inBox(point, box, overTheBorderMeters * 20)) return false;
    const ring = areas.get(area)!.map((line) => [...line, line[0]!].map((at) => [...toPosition(at)]));
    return ring.some(
      (line) =>
        pointToPolygonDistance([...position], { type: 'Polygon', coordinates: [line] }, { units: 'meters' }) <
        overTheBorderMeters,
    );
  };
  return blocks.map(({ ward, town, block, longitude, latitude }): BlockPoint => {
    const position: Position = [longitude, latitude];
    const [x, y] = toGrid(position);
    const point: GridPoint = [x, y + 0.5];
    const base = { position, point, block };
    const key = townId({ ward, name: town });
    const former = renamed.get(key)?.find(({ rings }) => insideRings(point, rings));
    if (former) return { ...base, town: townId({ ward, name: former.town }), formerName: true };
    const names = [spelled.get(key), town, `大字${town}`].filter((name) => name !== undefined);
    const here = names.map((name) => townId({ ward, name })).find((id) => known.has(id));
    if (here !== undefined) return { ...base, town: here, formerName: false };
    const beyond = names
      .flatMap((name) => (wardsOf.get(name) ?? []).map((other) => townId({ ward: other, name })))
      .find((id) => near(id, position));
    return { ...base, town: beyond ?? null, formerName: false };
  });
}
