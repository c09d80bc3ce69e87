import * as v from 'valibot';
import { manifestSchema, type Manifest } from '../../catalog/manifest.js';
import { patientFetch } from '../../thread/patient-fetch.js';

const reads = new Map<string, Promise<Manifest>>();

/** The list of what was built, read once a page. Rejects when it cannot be read; asking again then reads again. */
export function readManifest(tilesUrl: string): Promise<Manifest> {
  const known = reads.get(tilesUrl);
  if (known) return known;
  const reading = patientFetch()(`${tilesUrl}/manifest.json`, { cache: 'no-cache' })
    .then((response) => response.json())
    .then((json) => v.parse(manifestSchema, json));
  reads.set(tilesUrl, reading);
  reading.catch(() => reads.delete(tilesUrl));
  return reading;
}
