import * as v from 'valibot';
import { manifestSchema } from '../../catalog/manifest.js';

/** Sources of the shown layers, each once, from the manifest of the data; none when it cannot be read. */
export async function sheetSources(tilesUrl: string, layers: readonly string[]): Promise<string[]> {
  try {
    const response = await fetch(`${tilesUrl}/manifest.json`);
    const manifest = v.safeParse(manifestSchema, await response.json());
    if (!manifest.success) return [];
    return [...new Set(layers.flatMap((id) => manifest.output.layers[id]?.sources ?? []))];
  } catch {
    return [];
  }
}
