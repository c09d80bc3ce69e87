import type { LayerEntry } from '../catalog/layer-entry.js';
import type { Manifest } from '../catalog/manifest.js';
import type { LayerSource } from '../report/layer-set.js';
import { asCollection, loadManifest, parseJson, type LoadProgress } from './load-layers.js';
import type { ReadFile } from './read-file.js';
import { sha256Hex } from './sha256.js';

/** The JSON of a file whose sha-256 the manifest vouches for; otherwise the reason it cannot be used. */
export type VerifiedRead = { ok: true; value: unknown } | { ok: false; reason: string };

interface VerifiedFile {
  sha256: string;
  bytes: Uint8Array;
  value: unknown;
}
type FileEntry = Pick<Manifest['layers'][string], 'file' | 'sha256'>;

/**
 * The files of one manifest, and of no other: nothing is handed out whose sha-256 that manifest does not name.
 * Where a file does not match, a cache or a server in the middle of an update may have given two versions;
 * `renew` then asks for the manifest past every cache, and what is asked for again is read past them too.
 */
export class DataSet {
  readonly #read: ReadFile;
  #manifest: Manifest;
  #mixed = false;
  #renewed = false;
  /** By file name; only what matched some manifest of this load, to be judged again by the present one. */
  readonly #files = new Map<string, VerifiedFile>();
  /** What was said of each layer last. */
  readonly #lastNotified = new Map<string, string | null>();

  private constructor(read: ReadFile, manifest: Manifest) {
    this.#read = read;
    this.#manifest = manifest;
  }

  /**
   * @param builtIn the manifest the program was built with: it vouches for the same files when the served one
   *   does not come
   */
  static async open(
    read: ReadFile,
    builtIn: Manifest | null = null,
  ): Promise<{ ok: true; set: DataSet } | { ok: false; reason: string }> {
    const served = await loadManifest(read);
    if (served.ok) return { ok: true, set: new DataSet(read, served.manifest) };
    return builtIn ? { ok: true, set: new DataSet(read, builtIn) } : served;
  }

  get manifest(): Manifest {
    return this.#manifest;
  }

  /** Something did not match and the set has not been read anew yet. */
  get stale(): boolean {
    return this.#mixed && !this.#renewed;
  }

  /** Bytes by file name, of the files that match the manifest. */
  get files(): ReadonlyMap<string, Uint8Array> {
    const current = [...Object.values(this.#manifest.layers), ...Object.values(this.#manifest.documents)];
    return new Map(
      current.flatMap(({ file, sha256 }) => {
        const held = this.#files.get(file);
        return held?.sha256 === sha256 ? [[file, held.bytes] as const] : [];
      }),
    );
  }

  /** Once a load: the manifest anew. Ask for every layer and document again afterwards; what matches is not read twice. */
  async renew(): Promise<void> {
    this.#renewed = true;
    const served = await loadManifest(this.#read, true);
    if (served.ok) this.#manifest = served.manifest;
  }

  /**
   * Layers side by side, each checked. One that fails is named with a reason (`missing`, `http-404`, `unreachable`,
   * `not-json`, `not-geojson`, `hash-mismatch`) and never stops the others.
   * @param total layers of the whole catalogue, for the progress
   */
  async layers(
    entries: readonly LayerEntry[],
    total: number,
    onProgress?: (progress: LoadProgress) => void,
  ): Promise<Record<string, LayerSource>> {
    const read = await Promise.all(
      entries.map(async ({ id, optional }) => {
        const source = await this.#layer(id, optional ?? false);
        const reason = 'failed' in source ? source.failed : null;
        const final = reason === null || !this.stale;
        if (final && this.#lastNotified.get(id) !== reason) {
          this.#lastNotified.set(id, reason);
          onProgress?.({ layer: id, reason, settled: this.#lastNotified.size, total });
        }
        return [id, source] as const;
      }),
    );
    return Object.fromEntries(read);
  }

  async #layer(id: string, optional: boolean): Promise<LayerSource> {
    const entry = this.#manifest.layers[id];
    // A layer that is only ever imported has no file here: it is empty, not missing.
    if (!entry) return optional ? { type: 'FeatureCollection', features: [] } : { failed: 'missing' };
    const json = await this.#vouched(entry);
    if (!json.ok) return { failed: json.reason };
    return asCollection(json.value) ?? { failed: 'not-geojson' };
  }

  /** A file beside the layers, by its name in the manifest. */
  async document(name: string): Promise<VerifiedRead> {
    const entry = this.#manifest.documents[name];
    return entry ? this.#vouched(entry) : { ok: false, reason: 'missing' };
  }

  async #vouched({ file, sha256 }: FileEntry): Promise<VerifiedRead> {
    const held = this.#files.get(file);
    if (held?.sha256 === sha256) return { ok: true, value: held.value };
    const read = await this.#read(file, this.#renewed);
    if (!read.ok) return read;
    const value = parseJson(read.bytes);
    if ((await sha256Hex(read.bytes)) !== sha256) {
      this.#mixed = true;
      return { ok: false, reason: value === undefined ? 'not-json' : 'hash-mismatch' };
    }
    if (value === undefined) return { ok: false, reason: 'not-json' };
    this.#files.set(file, { sha256, bytes: read.bytes, value });
    return { ok: true, value };
  }
}

/** One layer by itself, checked against the manifest of its folder, or why it cannot be used. */
export async function checkedLayer(
  read: ReadFile,
  entry: LayerEntry,
  builtIn: Manifest | null,
): Promise<LayerSource> {
  const opened = await DataSet.open(read, builtIn);
  if (!opened.ok) return { failed: opened.reason };
  const { set } = opened;
  let layers = await set.layers([entry], 1);
  if (set.stale) {
    await set.renew();
    layers = await set.layers([entry], 1);
  }
  return layers[entry.id] ?? { failed: 'missing' };
}
