import { layerById } from '../../src/catalog/layers.js';
import type { CityData } from '../cities/city-data.js';
import { ownCityData } from '../cities/cities.js';
import { officialFolder } from '../import/official-layer.js';
import { cityModel } from '../recipes/city-model.js';
import type { Feature } from '../recipes/feature.js';
import { officialOutlines, withOfficialFeatures, withOfficialWards } from './official.js';

/**
 * Builds every layer of a city from its facts and geometry, and from imported official data where there is any.
 * Reads files of this repository, writes nothing.
 */
export function buildLayers(
  official = officialFolder,
  { readFacts, readGeometry, recipes }: CityData = ownCityData(),
): Map<string, Feature[]> {
  const geometry = withOfficialWards(readGeometry(), official);
  const city = cityModel(readFacts(), geometry, officialOutlines(official));
  const layers = Object.entries(recipes).map(
    ([id, recipe]) => [id, withOfficialFeatures(id, recipe(city), official)] as const,
  );
  return new Map(layers.filter(([id, features]) => features.length > 0 || !layerById(id)?.optional));
}
