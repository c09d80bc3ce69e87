import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import {
  censusTables,
  censusTopology,
  geometryLayers,
  geometryTables,
  type CensusTopology,
  type CityGeometry,
} from '../recipes/city-geometry.js';
import { readRows } from '../tables/read-rows.js';
import { readBuiltGround } from './read-ground.js';

const tableFiles: Readonly<Record<keyof typeof geometryTables, string>> = {
  towns: 'towns.csv',
  stations: 'stations.csv',
  shelters: 'shelters.csv',
  exits: 'subway-exits.csv',
};

/** Only where the census draws a city's towns. */
const censusFiles: Readonly<Record<keyof typeof censusTables, string>> = {
  blocks: 'blocks.csv.gz',
  townNames: 'town-names.csv',
};

function readCensus(file: URL): CensusTopology | null {
  if (!existsSync(file)) return null;
  return v.parse(censusTopology, JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')));
}

const readFolders = new Map<string, CityGeometry>();

/** As {@link readFolder}; a folder is read once. */
export function readGeometry(folder: URL, groundFolder: URL | null): CityGeometry {
  const key = `${folder.href} ${groundFolder?.href ?? ''}`;
  const known = readFolders.get(key) ?? readFolder(folder, groundFolder);
  readFolders.set(key, known);
  return known;
}

/**
 * Control geometry from a city's folder.
 * @param folder `geometry/`, with a slash at its end
 * @param groundFolder `ground-osm/`, likewise; null where a city has none
 * @throws naming file and line when one does not keep its schema
 */
function readFolder(folder: URL, groundFolder: URL | null): CityGeometry {
  const rows = <Id extends keyof typeof geometryTables>(id: Id) =>
    readRows(new URL(tableFiles[id], folder), geometryTables[id]) as CityGeometry[Id];
  const features = <Id extends keyof typeof geometryLayers>(id: Id) => {
    const text = readFileSync(new URL(`${id}.geojson`, folder), 'utf8');
    const collection = v.object({
      type: v.literal('FeatureCollection'),
      features: v.array<v.GenericSchema>(geometryLayers[id]),
    });
    return v.parse(collection, JSON.parse(text)).features as CityGeometry[Id];
  };
  const censusRows = <Id extends keyof typeof censusTables>(id: Id) => {
    const file = new URL(censusFiles[id], folder);
    return (existsSync(file) ? readRows(file, censusTables[id]) : []) as CityGeometry[Id];
  };
  return {
    builtGround: groundFolder && readBuiltGround(groundFolder),
    census: readCensus(new URL('census-towns.topojson.gz', folder)),
    blocks: censusRows('blocks'),
    townNames: censusRows('townNames'),
    towns: rows('towns'),
    stations: rows('stations'),
    shelters: rows('shelters'),
    exits: rows('exits'),
    wards: features('wards'),
    neighbours: features('neighbours'),
    railways: features('railways'),
    rivers: features('rivers'),
  };
}
