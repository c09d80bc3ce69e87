import { type BuiltEvidence } from '../mesh/built-land.js';
import { distanceMeters, toGrid, type GridPoint } from '../mesh/grid.js';
import type { LandPiece, Rings } from '../mesh/land.js';
import { cellMeters } from '../mesh/raster.js';
import type { Position } from '../../src/geometry/position.js';
import type { BlockPoint } from './block-towns.js';
import type { CityExtentRule } from './city-facts.js';
import type { BuiltGround, CityGeometry } from './city-geometry.js';
import { townId } from './town-id.js';

/** A 大字: open land with a village in it, not a built-up town. */
export function isVillage(id: string): boolean {
  return id.includes('/大字');
}

/**
 * Where people have built, by the points of blocks and lots, by buildings, streets of houses and land in use. A block
 * belongs to a 丁目, which is named when land is built on; a lot elsewhere may be a field.
 */
export function builtEvidence(
  rule: CityExtentRule,
  { towns }: Pick<CityGeometry, 'towns'>,
  ground: BuiltGround,
  blocks: readonly BlockPoint[],
  land: readonly LandPiece[],
): BuiltEvidence {
  const chome = new Set(towns.flatMap((town) => (town.kind === '丁目' ? [townId(town)] : [])));
  const inChome: GridPoint[] = [];
  const lots: GridPoint[] = [];
  for (const { town, point } of blocks) if (town !== null) (chome.has(town) ? inChome : lots).push(point);
  const rings = (areas: BuiltGround['open']): Rings[] => areas.map((area) => area.map(onGrid));
  const buildings = rings(ground.buildings);
  return {
    land: land.map((piece) => piece.rings),
    around: [
      { points: inChome, meters: rule.blockMeters },
      { points: lots, meters: rule.lotMeters },
      { points: buildings.flat(2), meters: rule.houseMeters },
      { points: pointsAlong(ground.streets), meters: rule.houseMeters },
    ],
    areas: [...buildings, ...rings(ground.used)],
    open: rings(ground.open),
    certain: { points: inChome, meters: rule.certainMeters },
  };
}

/** A ring on the mesh's grid, the first point not repeated. */
function onGrid(ring: readonly Position[]): GridPoint[] {
  const points = ring.map(toGrid);
  const [first, last] = [points[0], points.at(-1)];
  return first && last && first[0] === last[0] && first[1] === last[1] ? points.slice(0, -1) : points;
}

/** Points along lines, no farther apart than a raster cell. */
function* pointsAlong(lines: BuiltGround['streets']): Generator<GridPoint> {
  for (const line of lines) {
    const points = line.map(toGrid);
    for (const [at, from] of points.entries()) {
      yield from;
      const to = points[at + 1];
      if (to === undefined) continue;
      const steps = Math.ceil(distanceMeters(from, to) / cellMeters);
      for (let step = 1; step < steps; step++)
        yield [from[0] + ((to[0] - from[0]) * step) / steps, from[1] + ((to[1] - from[1]) * step) / steps];
    }
  }
}
