import { readFileSync } from 'node:fs';
import { basemapLayers, type BasemapLayer } from '../../src/catalog/basemap.js';
import { readGround, type GroundGroup } from './ground-file.js';

/** Files of a city's folder `ground-osm`, one a layer of the base map. */
export const groundFiles = Object.fromEntries(
  basemapLayers.map((layer) => [layer, `${layer}.ground.gz`]),
) as Readonly<Record<BasemapLayer, string>>;

/** What the base map is made of. */
export type Ground = Readonly<Record<BasemapLayer, readonly GroundGroup[]>>;

/** Reads a city's folder. @param folder `ground-osm/`, with a slash at its end. @throws naming the file that is none */
export function readGroundFolder(folder: URL): Ground {
  return Object.fromEntries(
    basemapLayers.map((layer) => [layer, readGroundLayer(folder, layer)]),
  ) as unknown as Ground;
}

/** Reads one layer of the folder. @throws naming the file when it is none */
export function readGroundLayer(folder: URL, layer: BasemapLayer): GroundGroup[] {
  const file = new URL(groundFiles[layer], folder);
  try {
    return readGround(readFileSync(file));
  } catch (error) {
    throw new Error(`${file.pathname}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
