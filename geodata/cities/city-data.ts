import type { City } from '../../src/catalog/city-entry.js';
import type { CityChecks } from './city-checks.js';
import type { NetworkTotals } from './network-totals.js';
import type { buildBlockNumbers } from '../basemap/block-numbers.js';
import type { CityGeometry } from '../recipes/city-geometry.js';
import type { NamedPlaces } from '../recipes/places-osm.js';
import type { CityModel } from '../recipes/city-model.js';
import type { BlockRow } from '../recipes/blocks.js';
import type { CityFacts, Credit } from '../recipes/city-facts.js';
import type { Feature } from '../recipes/feature.js';
import type { SearchWords } from '../recipes/search-words.js';
import type { CheckLine } from '../tables/sum-check.js';

/** Features of one layer from a city's facts and geometry. */
export type Recipe = (city: CityModel) => Feature[];

/** Open data the base map of a city is made of. */
export interface CityGround {
  /** Extracts of OpenStreetMap (ODbL) in the form of geodata/basemap/ground-file.ts; the folder ends with a slash. */
  osm: { folder: URL; asOf: string };
  /** 街区レベル位置参照情報: the files its rows are read from, which tell whether anything changed. */
  blocks: { files: readonly URL[]; asOf: string; rows: () => Parameters<typeof buildBlockNumbers>[0] };
}

/** A city's folder as the build sees it; `city.ts` of the folder is one of these. */
export interface CityData {
  /** The city in the catalogue. */
  city: City;
  /** Reads and checks the folder. @throws naming file and line when a table does not keep its schema */
  readFacts: () => CityFacts;
  readGeometry: () => CityGeometry;
  /** Recipe of each layer, by the id of its catalogue entry. */
  recipes: Readonly<Record<string, Recipe>>;
  search: SearchWords;
  /** Places people name, from OpenStreetMap; null where none are at hand. */
  places: () => NamedPlaces | null;
  /** Points of blocks 街区 and whose data they are, of single wards another's; null where no such data is at hand. */
  blocks: () => { rows: BlockRow[]; credit: Credit; ofWard?: ReadonlyMap<string, Credit> } | null;
  /** Files beside the layers that only this city has: id → content of `public/tiles/<id>.json`. */
  documents: () => ReadonlyMap<string, string>;
  /** null: the city has no base map of its own. */
  ground: CityGround | null;
  /** What the built layers must come out as. */
  checks: CityChecks;
  /** Promises of the folder itself: its tables, and the district of a town found a second way. */
  folderLines: () => CheckLine[];
  /** What a made-up network of the city's size adds up to, and where it lies; null where no document says. */
  networkTotals: () => NetworkTotals | null;
}
