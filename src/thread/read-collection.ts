import type { LayerSource } from '../report/layer-set.js';
import { asCollection, parseJson } from '../service/load-layers.js';

/** A layer from an address of this page's memory (`blob:`), or why not. */
export async function readCollection(address: string, fetchFile: typeof fetch = fetch): Promise<LayerSource> {
  try {
    const response = await fetchFile(address);
    const value = parseJson(new Uint8Array(await response.arrayBuffer()));
    return asCollection(value) ?? { failed: 'not-geojson' };
  } catch {
    return { failed: 'unreachable' };
  }
}
