import { distanceMeters, toGrid, type GridPoint } from '../mesh/grid.js';
import type { Seed } from '../mesh/planned-extent.js';
import type { Site } from '../mesh/land.js';
import type { CityExtentRule } from './city-facts.js';
import type { CityGeometry } from './city-geometry.js';
import { townId } from './town-id.js';

/** A 大字: open land with a village in it, not a built-up town. */
export function isVillage(id: string): boolean {
  return id.includes('/大字');
}

function nearest(point: GridPoint, sites: readonly Site[]): Site {
  return sites.reduce((a, b) => (distanceMeters(b.point, point) < distanceMeters(a.point, point) ? b : a));
}

/**
 * Discs around the known points of where people live and work; what each kind of point gets, the city's rule says.
 * @param sewered ids of towns that belong to a district: the others get nothing
 */
export function extentSeeds(
  rule: CityExtentRule,
  geometry: CityGeometry,
  sites: readonly Site[],
  sewered: ReadonlySet<string>,
): Seed[] {
  const seeds: Seed[] = geometry.extentSeeds.map(({ longitude, latitude, areaHectares }) => ({
    point: toGrid([longitude, latitude]),
    radiusMeters: Math.sqrt((areaHectares * 10_000) / Math.PI),
  }));
  const seenVillages = new Set<string>();
  for (const shelter of geometry.shelters) {
    if (!shelter.alsoEvacuationShelter) continue;
    const point = toGrid([shelter.longitude, shelter.latitude]);
    const { id } = nearest(
      point,
      sites.filter((site) => site.ward === shelter.ward),
    );
    if (!sewered.has(id)) continue;
    if (isVillage(id)) seenVillages.add(id);
    seeds.push({ point, radiusMeters: isVillage(id) ? rule.villageMeters : rule.buildingMeters });
  }
  for (const station of geometry.stations) {
    const point = toGrid([station.longitude, station.latitude]);
    const { id, point: town } = nearest(point, sites);
    // Stations of other municipalities are in the table too; none inside the city is this far from a town point.
    if (distanceMeters(point, town) > 600 || !sewered.has(id) || isVillage(id)) continue;
    seeds.push({ point, radiusMeters: rule.townMeters });
  }
  const withChome = new Set(
    geometry.towns.flatMap(({ kind, ward, base }) => (kind === '丁目' ? [`${ward}/${base}`] : [])),
  );
  for (const town of geometry.towns) {
    const id = townId(town);
    if (town.longitude === null || town.latitude === null || !sewered.has(id)) continue;
    const point = toGrid([town.longitude, town.latitude]);
    if (!isVillage(id)) seeds.push({ point, radiusMeters: rule.townMeters });
    else if (!seenVillages.has(id) && !withChome.has(`${town.ward}/${town.base}`)) {
      seeds.push({ point, radiusMeters: rule.villageMeters });
    }
  }
  return seeds;
}
