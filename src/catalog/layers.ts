import { cityEntry } from './city.js';
import type { LayerEntry } from './layer-entry.js';

/**
 * Every layer of the city, in draw order: the first is at the bottom. To add one: an entry in
 * src/catalog/cities/<city>.ts, a data file `public/tiles/<id>.geojson`, nothing else (CONTRIBUTING.md).
 * Optional ones have that file only where somebody imported one.
 */
export const catalogue: readonly LayerEntry[] = cityEntry.layers;

/** The entry with this id, or undefined. */
export function layerById(id: string): LayerEntry | undefined {
  return catalogue.find((entry) => entry.id === id);
}
