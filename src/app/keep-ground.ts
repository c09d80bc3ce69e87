import type { GroundState } from '../state/ground-state.svelte.js';
import { areKept, canKeep, dropArchives, keepArchives, type KeptArchive } from '../thread/kept-archives.js';

/** What a browser tells of its line and its room; all of it may be missing. */
interface Surroundings {
  /** Whether the page itself is stored on this device: without it a stored base map helps nobody. */
  pageStored: boolean;
  saveData: boolean;
  /** Bytes there is room for; null = unknown. */
  room: number | null;
}

/** So many times its size must be free: a device that is nearly full is not filled. */
const roomFactor = 4;

/**
 * Whether the base map is kept without being asked: never against the reader's word, under Save-Data, before the page
 * itself is stored, or where room is short.
 */
export function keepsUnasked(
  { wanted, bytes }: Pick<GroundState, 'wanted' | 'bytes'>,
  { pageStored, saveData, room }: Surroundings,
): boolean {
  return (
    wanted === null && bytes > 0 && pageStored && !saveData && (room === null || room > bytes * roomFactor)
  );
}

async function surroundings(): Promise<Surroundings> {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  const estimate = await navigator.storage?.estimate?.().catch(() => null);
  return {
    pageStored: Boolean(navigator.serviceWorker?.controller),
    saveData: connection?.saveData ?? matchMedia('(prefers-reduced-data: reduce)').matches,
    room: estimate?.quota === undefined ? null : estimate.quota - (estimate.usage ?? 0),
  };
}

function archivesOf(ground: GroundState, tilesUrl: string): KeptArchive[] {
  return Object.values(ground.archives).map(({ file, bytes, sha256 }) => ({
    url: `${tilesUrl.replace(/\/$/, '')}/${file}?${sha256.slice(0, 12)}`,
    bytes,
    sha256,
  }));
}

/**
 * Finds out what is kept, and keeps the base map where the reader asked for it, or unasked (see {@link keepsUnasked}).
 * Call it when the page is idle, and whenever the reader has changed their mind.
 */
export async function updateKeptGround(ground: GroundState, tilesUrl: string): Promise<void> {
  const archives = archivesOf(ground, tilesUrl);
  if (!canKeep() || archives.length === 0 || ground.keeping === 'keeping') return;
  if (ground.wanted === false) {
    await dropArchives();
    ground.keeping = 'none';
    return;
  }
  if (await areKept(archives)) {
    ground.keeping = 'kept';
    return;
  }
  if (ground.wanted !== true && !keepsUnasked(ground, await surroundings())) {
    ground.keeping = 'none';
    return;
  }
  ground.keeping = 'keeping';
  const [kept] = await Promise.all([keepArchives(archives), keepReader()]);
  ground.keeping = kept ? 'kept' : 'failed';
}

/** The script that reads archives is a part of the page that is only stored once somebody used it. */
async function keepReader(): Promise<void> {
  try {
    const { thisScript } = await import('../map/archive-reader.js');
    // Asked for once more, now that the service worker sees it.
    await fetch(thisScript);
  } catch {
    // Then streets are read from this device as soon as they were drawn once more with a network.
  }
}
