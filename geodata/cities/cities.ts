import { city } from '../../src/catalog/city.js';
import type { CityData } from './city-data.js';
import { fukuoka } from './fukuoka/city.js';

/** Every city's folder, by its name. */
const folders: Readonly<Record<string, CityData>> = { fukuoka };

/** The folder of the city this process is for (src/catalog/city.ts). */
export function ownCityData(): CityData {
  const found = folders[city.id];
  if (!found)
    throw new Error(`geodata/cities/${city.id}: no such folder is listed in geodata/cities/cities.ts`);
  return found;
}
