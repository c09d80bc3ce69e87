import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import type { CityData } from '../cities/city-data.js';
import { readOfficialFile } from '../import/official-layer.js';
import type { Credit } from '../recipes/city-facts.js';

const properties = v.object({
  ward: v.string(),
  town: v.string(),
  block: v.string(),
  source: v.string(),
  asOf: v.string(),
});

/**
 * A city with the points of blocks (街区レベル位置参照情報) that were imported in the place of its own, ward by ward: in its
 * geometry, its documents and its archive of numbers alike.
 * @param folder of the imported files
 */
export function withOfficialBlocks(city: CityData, folder: string): CityData {
  const file = readOfficialFile('blocks', folder);
  if (!file) return city;
  const ofWard = new Map<string, Credit>();
  const fresh = file.features.flatMap((feature) => {
    if (feature.geometry?.type !== 'Point') return [];
    const { ward, town, block, source, asOf } = v.parse(properties, feature.properties);
    const [longitude = NaN, latitude = NaN] = feature.geometry.coordinates;
    ofWard.set(ward, { source, asOf });
    return [{ ward, town, block, longitude, latitude }];
  });
  const own = city.readGeometry();
  const geometry = { ...own, blocks: [...own.blocks.filter(({ ward }) => !ofWard.has(ward)), ...fresh] };
  const isWhole = own.wards.every(({ properties: { name } }) => ofWard.has(name));
  const oldest = [...ofWard.values()].map(({ asOf }) => asOf).sort()[0]!;
  return {
    ...city,
    readGeometry: () => geometry,
    readFacts: () => {
      const facts = city.readFacts();
      const { dividedCensus } = facts.credits;
      const divided = isWhole ? { ...dividedCensus, asOf: oldest } : dividedCensus;
      return { ...facts, credits: { ...facts.credits, dividedCensus: divided } };
    },
    blocks: () => {
      const known = city.blocks();
      const kept = (known?.rows ?? []).filter(({ ward }) => !ofWard.has(ward));
      const [first] = ofWard.values();
      const rows = fresh.map((row) => ({ ...row, block: Number(row.block) }));
      return { rows: [...kept, ...rows], credit: known?.credit ?? first!, ofWard };
    },
    ground: city.ground && {
      ...city.ground,
      blocks: {
        files: [...city.ground.blocks.files, pathToFileURL(join(folder, 'blocks.geojson'))],
        asOf: isWhole ? oldest : city.ground.blocks.asOf,
        rows: () => geometry.blocks,
      },
    },
  };
}
