import { distanceMeters, toGrid, type GridPoint } from '../mesh/grid.js';
import type { Seed } from '../mesh/planned-extent.js';
import type { Site } from '../mesh/land.js';
import type { ExtentRule } from '../mesh/planned-faces.js';
import type { Inputs } from './inputs.js';
import { townId } from './town-id.js';

/**
 * The one rule for how far the planned sewer area reaches, the same figures everywhere in the city.
 *
 * Sewers are planned where people live and work, so the area is what lies near their known points:
 * - the whole cell of a 丁目 or 町 up to 35 ha (nine in ten of them); of a larger one 190 m around its point;
 * - 190 m around a station, and 150 m around a building that serves as evacuation shelter, in a 丁目 or 町;
 * - a 大字 is a village in open land: 200 m around its shelter buildings, or around its own point when it has
 *   none (the 11 village schemes of 表II-1 have 189 ha together: 17 ha each, a disc of 234 m, of which some is
 *   sea or hillside). What is left of a 大字 whose name moved on to 丁目 is hillside and gets nothing of its own;
 * - a thing with a published area (geometry/extent-seeds.csv): a disc of that area.
 * Towns in no district get nothing. Then gaps narrower than 240 m are closed, enclosed remnants under 60 ha are
 * filled, fragments under 2 ha dropped.
 * The figures were chosen once, against the planned total of 表II-2; none belongs to a single district.
 */
export const extentRule = {
  townMeters: 190,
  buildingMeters: 150,
  villageMeters: 200,
  wholeCellHectares: 35,
  closingMeters: 120,
  fillHectares: 60,
  dropHectares: 2,
} as const satisfies ExtentRule & Record<string, number>;

/** A 大字: open land with a village in it, not a built-up town. */
export function isVillage(id: string): boolean {
  return id.includes('/大字');
}

function nearest(point: GridPoint, sites: readonly Site[]): Site {
  return sites.reduce((a, b) => (distanceMeters(b.point, point) < distanceMeters(a.point, point) ? b : a));
}

export function extentSeeds(inputs: Inputs, sites: readonly Site[], sewered: ReadonlySet<string>): Seed[] {
  const seeds: Seed[] = inputs.extentSeeds.map(({ longitude, latitude, areaHectares }) => ({
    point: toGrid([longitude, latitude]),
    radiusMeters: Math.sqrt((areaHectares * 10_000) / Math.PI),
  }));
  const seenVillages = new Set<string>();
  for (const shelter of inputs.shelters) {
    if (!shelter.alsoEvacuationShelter) continue;
    const point = toGrid([shelter.longitude, shelter.latitude]);
    const { id } = nearest(
      point,
      sites.filter((site) => site.ward === shelter.ward),
    );
    if (!sewered.has(id)) continue;
    if (isVillage(id)) seenVillages.add(id);
    seeds.push({ point, radiusMeters: isVillage(id) ? extentRule.villageMeters : extentRule.buildingMeters });
  }
  for (const station of inputs.stations) {
    const point = toGrid([station.longitude, station.latitude]);
    const { id, point: town } = nearest(point, sites);
    // Stations of other municipalities are in the table too; none inside the city is this far from a town point.
    if (distanceMeters(point, town) > 600 || !sewered.has(id) || isVillage(id)) continue;
    seeds.push({ point, radiusMeters: extentRule.townMeters });
  }
  const withChome = new Set(
    inputs.towns.flatMap(({ kind, ward, base }) => (kind === '丁目' ? [`${ward}/${base}`] : [])),
  );
  for (const town of inputs.towns) {
    const id = townId(town);
    if (town.longitude === null || town.latitude === null || !sewered.has(id)) continue;
    const point = toGrid([town.longitude, town.latitude]);
    if (!isVillage(id)) seeds.push({ point, radiusMeters: extentRule.townMeters });
    else if (!seenVillages.has(id) && !withChome.has(`${town.ward}/${town.base}`)) {
      seeds.push({ point, radiusMeters: extentRule.villageMeters });
    }
  }
  return seeds;
}
