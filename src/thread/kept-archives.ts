import { sha256Hex } from '../service/sha256.js';
import { patientFetch } from './patient-fetch.js';

/** Store of the browser in which archives of the base map are kept whole. */
export const archiveStore = 'basemap';

/** An archive as the manifest vouches for it. */
export interface KeptArchive {
  /** Absolute, with its version behind a `?`. */
  url: string;
  bytes: number;
  sha256: string;
}

const opened = new Map<string, Promise<Blob | null>>();

/** The stores of this browser; null where it has none to give. */
function stores(): CacheStorage | null {
  try {
    // Not there on plain http://; where storage is denied, asking for it throws.
    return globalThis.caches ?? null;
  } catch {
    return null;
  }
}

export const canKeep = (): boolean => stores() !== null;

/** A kept archive; null where it is not kept. Never rejects. */
export function keptArchive(url: string): Promise<Blob | null> {
  const known = opened.get(url);
  if (known) return known;
  const found = find(url);
  // Only what is there stays known: it may be kept at any moment.
  opened.set(url, found);
  void found.then((blob) => blob === null && opened.delete(url));
  return found;
}

async function find(url: string): Promise<Blob | null> {
  try {
    const response = await stores()?.match(url, { cacheName: archiveStore });
    return response ? await response.blob() : null;
  } catch {
    return null;
  }
}

/** True when all of them are kept. */
export async function areKept(archives: readonly KeptArchive[]): Promise<boolean> {
  const found = await Promise.all(archives.map(({ url }) => keptArchive(url)));
  return found.every((blob) => blob !== null);
}

/**
 * Fetches archives whole and keeps them; older versions go. What does not match its sum is not kept.
 * @returns false where one did not come, was damaged, or found no room
 */
export async function keepArchives(
  archives: readonly KeptArchive[],
  fetchFile: typeof fetch = patientFetch(),
): Promise<boolean> {
  try {
    const store = await stores()?.open(archiveStore);
    if (!store) return false;
    const wanted = new Set(archives.map(({ url }) => url));
    for (const { url } of await store.keys()) if (!wanted.has(url)) await store.delete(url);
    for (const { url, sha256 } of archives) {
      if (await store.match(url)) continue;
      // Past the browser's own cache: it holds ranges of the file, and would put the whole together from them.
      const response = await fetchFile(url, { cache: 'no-store' });
      if (!response.ok) return false;
      const bytes = new Uint8Array(await response.arrayBuffer());
      if ((await sha256Hex(bytes)) !== sha256) return false;
      await store.put(url, new Response(bytes, { headers: { 'content-type': 'application/vnd.pmtiles' } }));
    }
    return true;
  } catch {
    return false;
  }
}

/** Takes everything kept away again. */
export async function dropArchives(): Promise<void> {
  opened.clear();
  await stores()
    ?.delete(archiveStore)
    .catch(() => false);
}
