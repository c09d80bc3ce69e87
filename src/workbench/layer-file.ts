import type { Feature } from 'geojson';
import * as v from 'valibot';
import { spreadShared } from '../catalog/shared-properties.js';
import type { WorkbenchServices } from './workbench-context.js';

const collection = v.object({
  features: v.array(v.custom<Feature>((value) => typeof value === 'object' && value !== null)),
});

/** Features of one of the map's own layers, as checked; null when the file is missing, damaged or no GeoJSON. */
export async function loadLayer(
  { layerAddress }: Pick<WorkbenchServices, 'layerAddress'>,
  id: string,
): Promise<readonly Feature[] | null> {
  try {
    const address = await layerAddress(id);
    if (address === null) return null;
    const response = await fetch(address);
    const json: unknown = await response.json();
    const parsed = v.safeParse(
      collection,
      typeof json === 'object' && json !== null ? spreadShared(json) : json,
    );
    return parsed.success ? parsed.output.features : null;
  } catch {
    return null;
  }
}
