import { readBlockDocument, type TownBlocks } from '../catalog/block-document.js';
import { blockDocumentId, blockVersion, isBlockDocument } from '../catalog/block-files.js';
import type { Manifest } from '../catalog/manifest.js';
import { metersPerDegreeOnSphere, parallelShare } from '../geometry/sphere.js';
import { boxContains, type BoundingBox, type Position } from '../geometry/position.js';
import { blockReachMeters, NearestBlocks } from '../report/nearest-block.js';
import type { AddressAnswer } from '../report/site-report-types.js';
import type { BlockLookup } from '../search/blocks.js';
import { parseJson } from './load-layers.js';
import type { VerifiedRead } from './data-set.js';
import type { ReadFile } from './read-file.js';
import { sha256Hex } from './sha256.js';

interface Ward {
  id: string;
  /** Around its blocks and as far beyond as a block is looked for. */
  box: BoundingBox | null;
  /** `towns` as they were read; a reason where that failed; null before anybody asked. */
  state: { towns: ReadonlyMap<string, TownBlocks>; nearest: NearestBlocks } | { failed: string } | null;
  loading: Promise<void> | null;
}

const isRead = (state: Ward['state']) => state !== null && 'towns' in state;

/** The blocks 街区 of the city, read ward by ward when somebody asks; every file is vouched for by the manifest. */
export class BlockBook {
  readonly #read: ReadFile;
  readonly #manifest: Pick<Manifest, 'documents'>;
  readonly #wards: Ward[];

  constructor(read: ReadFile, manifest: Pick<Manifest, 'documents'>) {
    this.#read = read;
    this.#manifest = manifest;
    this.#wards = Object.entries(manifest.documents).flatMap(([id, { bbox }]) =>
      isBlockDocument(id) ? [{ id, box: bbox ? grown(bbox) : null, state: null, loading: null }] : [],
    );
  }

  /** Wards whose blocks could not be read, with the reason; what nobody asked for is not among them. */
  get failures(): Record<string, string> {
    return Object.fromEntries(
      this.#wards.flatMap(({ id, state }) => (state && 'failed' in state ? [[id, state.failed]] : [])),
    );
  }

  /** Reads what is not there yet, what failed before once more. @returns whether answers may be others now */
  async loadAll(): Promise<boolean> {
    return this.#load(this.#wards);
  }

  /** The blocks around a position. */
  async loadNear(position: Position): Promise<boolean> {
    return this.#load(this.#around(position));
  }

  /** The blocks of wards, by their English names. */
  async loadWards(namesEn: readonly string[]): Promise<boolean> {
    const ids = new Set(namesEn.map(blockDocumentId));
    return this.#load(this.#wards.filter(({ id }) => ids.has(id)));
  }

  /** Null where no block is near, or not everything around has been read. */
  nearest(position: Position): AddressAnswer | null {
    let best: AddressAnswer | null = null;
    for (const { state } of this.#around(position)) {
      if (!state || !('nearest' in state)) return null;
      const found = state.nearest.nearest(position);
      if (found && (!best || found.meters < best.meters)) best = found;
    }
    return best;
  }

  /**
   * Why the blocks around a position could not be read; null where they were, nobody asked yet, or the network was away:
   * then the page says so once, and not with every answer.
   */
  failureNear(position: Position): string | null {
    for (const { state } of this.#around(position))
      if (state && 'failed' in state && !/^(?:unreachable|stalled)$/.test(state.failed)) return state.failed;
    return null;
  }

  /** How a search looks up a town. @param wardOf English name of the ward a town lies in */
  lookup(wardOf: (town: string) => string | undefined): BlockLookup | null {
    if (this.#wards.length === 0) return null;
    return (town) => {
      const id = blockDocumentId(wardOf(town) ?? '');
      const state = this.#wards.find((ward) => ward.id === id)?.state ?? null;
      if (!state || !('towns' in state)) return 'absent';
      return state.towns.get(town) ?? 'none';
    };
  }

  #around(position: Position): Ward[] {
    return this.#wards.filter(({ box }) => box !== null && boxContains(box, position));
  }

  async #load(wards: readonly Ward[]): Promise<boolean> {
    const wanted = wards.filter(({ state }) => !isRead(state));
    const before = wanted.map(({ state }) => state);
    await Promise.all(
      wanted.map((ward) => (ward.loading ??= this.#loadOne(ward).finally(() => (ward.loading = null)))),
    );
    return wanted.some(({ state }, at) => state !== before[at]);
  }

  async #loadOne(ward: Ward): Promise<void> {
    const file = await readBeside(this.#read, this.#manifest, ward.id);
    if (!file?.ok) return void (ward.state = { failed: file?.reason ?? 'missing' });
    const read = readBlockDocument(file.value);
    ward.state = read.ok
      ? {
          towns: new Map(read.ward.towns.map((town) => [town.town, town])),
          nearest: new NearestBlocks(read.ward),
        }
      : { failed: read.reason };
  }
}

/**
 * A file beside the offline shell, vouched for by the manifest; null where the manifest has none. A cache that still
 * holds a former version is asked past, once.
 */
export async function readBeside(
  read: ReadFile,
  { documents }: Pick<Manifest, 'documents'>,
  id: string,
): Promise<VerifiedRead | null> {
  const entry = documents[id];
  if (!entry) return null;
  const { file, sha256 } = entry;
  for (const fresh of [false, true]) {
    const answer = await read(file, fresh, blockVersion(sha256));
    if (!answer.ok) return answer;
    if ((await sha256Hex(answer.bytes)) !== sha256) continue;
    const value = parseJson(answer.bytes);
    return value === undefined ? { ok: false, reason: 'not-json' } : { ok: true, value };
  }
  return { ok: false, reason: 'hash-mismatch' };
}

function grown([west, south, east, north]: BoundingBox): BoundingBox {
  const dy = (blockReachMeters * 1.01) / metersPerDegreeOnSphere;
  const dx = dy / parallelShare(Math.max(Math.abs(south), Math.abs(north)));
  return [west - dx, south - dy, east + dx, north + dy];
}
