import type { CityData } from '../cities/city-data.js';
import { ownCityData } from '../cities/cities.js';
import type { Feature } from '../recipes/feature.js';
import { buildSearchIndex } from '../recipes/search-index.js';

/** Files beside the layers: id → content of `public/tiles/<id>.json`. The same layers give the same bytes. */
export function documentsOf(
  layers: ReadonlyMap<string, readonly Feature[]>,
  { city, search, readGeometry, documents }: CityData = ownCityData(),
): Map<string, string> {
  const { exits } = readGeometry();
  const index = buildSearchIndex({ city, layers: Object.fromEntries(layers), exits, words: search });
  return new Map([['search', `${JSON.stringify(index)}\n`], ...documents()]);
}
