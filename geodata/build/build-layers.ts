import { layerById } from '../../src/catalog/layers.js';
import type { CityData } from '../cities/city-data.js';
import { ownCityData } from '../cities/cities.js';
import { officialFolder, officialLayer } from '../import/official-layer.js';
import { cityModel, type CityModel } from '../recipes/city-model.js';
import type { Feature } from '../recipes/feature.js';
import { withOfficialBlocks } from './official-blocks.js';
import { officialOutlines, officialZones, withOfficialFeatures, withOfficialWards } from './official.js';

/**
 * Builds every layer of a city from its facts and geometry, and from imported official data where there is any.
 * Reads files of this repository, writes nothing.
 */
export function buildLayers(
  official = officialFolder,
  { readFacts, readGeometry, recipes }: CityData = withOfficialBlocks(ownCityData(), official),
): Map<string, Feature[]> {
  const geometry = withOfficialWards(readGeometry(), official);
  const built = new Map<string, Feature[]>();
  const layer = (id: string): Feature[] => {
    const known = built.get(id) ?? withOfficialFeatures(id, recipes[id]?.(city) ?? [], official);
    built.set(id, known);
    return known;
  };
  const city: CityModel = {
    ...cityModel(readFacts(), geometry, officialOutlines(official), officialZones(official)),
    published: (id) => (officialLayer(id, official) === null ? null : layer(id)),
  };
  const layers = Object.keys(recipes).map((id) => [id, layer(id)] as const);
  return new Map(layers.filter(([id, features]) => features.length > 0 || !layerById(id)?.optional));
}
