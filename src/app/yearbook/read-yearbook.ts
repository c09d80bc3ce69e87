import * as v from 'valibot';
import type { Manifest } from '../../catalog/manifest.js';
import { yearbookDocumentSchema, type YearbookDocument } from '../../catalog/yearbook-document.js';
import { sha256Hex } from '../../service/sha256.js';
import { patientFetch } from '../../thread/patient-fetch.js';

/** The yearbook's tables, as the manifest vouches for them. Rejects when they do not come, or are others. */
export async function readYearbook(
  { documents }: Pick<Manifest, 'documents'>,
  tilesUrl: string,
  fetchFile: typeof fetch = patientFetch(),
): Promise<YearbookDocument> {
  const entry = documents['yearbook'];
  if (!entry) throw new Error('the manifest names no yearbook');
  const response = await fetchFile(`${tilesUrl}/${entry.file}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if ((await sha256Hex(bytes)) !== entry.sha256)
    throw new Error(`${entry.file} is not what the manifest names`);
  return v.parse(yearbookDocumentSchema, JSON.parse(new TextDecoder().decode(bytes)));
}
