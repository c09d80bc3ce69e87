/* eslint-disable svelte/prefer-svelte-reactivity -- snapshots replaced as a whole, never mutated */
import { officialLayers, type Manifest } from '../catalog/manifest.js';
import type { Network } from '../catalog/network.js';

/**
 * How far the data files have come, and which of them failed. The worker's loads and the map's own sources report
 * here; a failure of one never stops the others.
 */
export class LoadState {
  #expected = $state.raw<ReadonlySet<string>>(new Set());
  #done = $state.raw<ReadonlySet<string>>(new Set());
  #failures = $state.raw<ReadonlyMap<string, string>>(new Map());
  /** Layer id → checked file in this page's memory, all of one version; null = nothing checked yet. */
  addresses = $state.raw<ReadonlyMap<string, string> | null>(null);
  /** Version loaded here; null = unknown. */
  dataVersion = $state<string | null>(null);
  /** Version the opened link names; null = none. */
  linkedVersion = $state<string | null>(null);
  /** Ids of layers into which official data was built. */
  official = $state.raw<ReadonlySet<string>>(new Set());
  /** Addresses of a whole sewer network (tiles, packed lines) and what it is; null = none. */
  network = $state.raw<{ tiles: string; lines: string; metadata: Network } | null>(null);
  /** ISO date the data describes; null = not loaded yet. */
  dataAsOf = $state<string | null>(null);
  /** All that will come has come, the layers of this device too. */
  settled = $state(false);

  /** Number of files. */
  get expected(): number {
    return this.#expected.size;
  }
  /** Number of files. */
  get loaded(): number {
    return this.#done.size;
  }
  /** Layer id → reason. */
  get failures(): ReadonlyMap<string, string> {
    return this.#failures;
  }
  get failed(): boolean {
    return this.#failures.size > 0;
  }
  /** 0–1; 1 when nothing is expected. */
  get progress(): number {
    if (this.#expected.size === 0) return 1;
    const settled = [...this.#expected].filter((id) => this.#done.has(id) || this.#failures.has(id));
    return settled.length / this.#expected.size;
  }
  /** Everything expected has been loaded or has failed. */
  get complete(): boolean {
    return this.progress === 1;
  }
  /** The link was made with other data than is shown now. */
  get versionDiffers(): boolean {
    return (
      this.dataVersion !== null && this.linkedVersion !== null && this.dataVersion !== this.linkedVersion
    );
  }

  /** Takes over what was built: official layers, version and date. */
  describe(manifest: Manifest): void {
    this.official = officialLayers(manifest);
    this.dataVersion = manifest.dataVersion;
    this.dataAsOf = manifest.asOf;
  }

  expect(ids: Iterable<string>): void {
    this.#expected = new Set([...this.#expected, ...ids]);
  }

  succeed(id: string): void {
    this.#done = new Set([...this.#done, id]);
    this.#forget(id);
  }

  fail(id: string, reason: string): void {
    this.#failures = new Map(this.#failures).set(id, reason);
  }

  /** Takes a failed file back into the waiting ones. */
  retry(id: string): void {
    this.#forget(id);
  }

  #forget(id: string): void {
    if (!this.#failures.has(id)) return;
    const next = new Map(this.#failures);
    next.delete(id);
    this.#failures = next;
  }
}
