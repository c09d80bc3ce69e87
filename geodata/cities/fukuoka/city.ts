import { gunzipSync, strFromU8 } from 'fflate';
import { readFileSync } from 'node:fs';
import { readBlocks as readBlockNumbers } from '../../basemap/block-numbers.js';
import { cityOf } from '../../../src/catalog/cities.js';
import { readBlocks, readNamedPlaces } from '../read-ground.js';
import { readGeometry } from '../read-geometry.js';
import type { CityData } from '../city-data.js';
import { checks } from './checks.js';
import { blockCredit, openStreetMap } from './credits.js';
import { crossCheckLines } from './cross-check/cross-check.js';
import { networkTotals } from './network-totals.js';
import { readFacts } from './read-facts.js';
import { recipes } from './recipes.js';
import { searchWords } from './search-words.js';
import { checkTables } from './tables/tables.js';
import { yearbookFile } from './yearbook-document.js';

const { city } = cityOf('fukuoka')!;
const blocksFile = new URL('geometry/blocks.csv.gz', import.meta.url);

/** 福岡市, from 福岡市の下水道 令和7年度版 */
export const fukuoka: CityData = {
  city,
  readFacts,
  readGeometry: () =>
    readGeometry(new URL('geometry/', import.meta.url), new URL('ground-osm/', import.meta.url)),
  recipes,
  search: searchWords,
  places: () => ({
    ...readNamedPlaces(new URL('ground-osm/', import.meta.url)),
    ...openStreetMap,
  }),
  blocks: () => ({
    rows: readBlocks(blocksFile),
    credit: blockCredit,
  }),
  documents: () => new Map([['yearbook', yearbookFile(city.document)]]),
  ground: {
    osm: { folder: new URL('ground-osm/', import.meta.url), asOf: '2021-08-01' },
    blocks: {
      files: [blocksFile],
      asOf: '2017-01-01',
      rows: () => readBlockNumbers(strFromU8(gunzipSync(readFileSync(blocksFile)))),
    },
  },
  checks,
  folderLines: () => [...checkTables(), ...crossCheckLines()],
  networkTotals,
};
