import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { geometryLayers, geometryTables, type CityGeometry } from '../recipes/city-geometry.js';
import { readRows } from '../tables/read-rows.js';

const tableFiles: Readonly<Record<keyof typeof geometryTables, string>> = {
  towns: 'towns.csv',
  stations: 'stations.csv',
  shelters: 'shelters.csv',
  extentSeeds: 'extent-seeds.csv',
  exits: 'subway-exits.csv',
};

/**
 * Control geometry from a city's folder.
 * @param folder `geometry/`, with a slash at its end
 * @throws naming file and line when one does not keep its schema
 */
export function readGeometry(folder: URL): CityGeometry {
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
  return {
    towns: rows('towns'),
    stations: rows('stations'),
    shelters: rows('shelters'),
    extentSeeds: rows('extentSeeds'),
    exits: rows('exits'),
    wards: features('wards'),
    neighbours: features('neighbours'),
    railways: features('railways'),
    rivers: features('rivers'),
  };
}
