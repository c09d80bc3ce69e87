import type { Feature } from 'geojson';
import * as v from 'valibot';

const collection = v.object({
  features: v.array(v.custom<Feature>((value) => typeof value === 'object' && value !== null)),
});

/** Features of one of the map's own layers; null when the file is missing, cut or no GeoJSON. */
export async function loadLayer(tilesUrl: string, id: string): Promise<readonly Feature[] | null> {
  try {
    const response = await fetch(`${tilesUrl}/${encodeURIComponent(id)}.geojson`);
    if (!response.ok) return null;
    const parsed = v.safeParse(collection, await response.json());
    return parsed.success ? parsed.output.features : null;
  } catch {
    return null;
  }
}
