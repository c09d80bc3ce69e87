/* eslint-disable svelte/prefer-svelte-reactivity -- snapshots replaced as a whole, never mutated */
import type { GroundArchive } from '../catalog/basemap.js';
import type { Manifest } from '../catalog/manifest.js';

type Archives = NonNullable<Manifest['archives']>;

/**
 * `none`: nothing is kept here; `keeping`: it is on its way; `kept`: all of it is here; `failed`: it was tried in vain.
 * null: this browser keeps nothing (no secure address, no store).
 */
export type Keeping = 'none' | 'keeping' | 'kept' | 'failed' | null;

/** The city's own base map: which archives there are, which did not come, and whether this device keeps them. */
export class GroundState {
  /** What was built; empty before that is known, and where the city has none. */
  archives = $state.raw<Archives>({});
  #failed = $state.raw<ReadonlySet<GroundArchive>>(new Set());
  keeping = $state<Keeping>(null);
  /** The reader's own word on keeping; null: none yet, so it is kept where that costs the reader nothing. */
  wanted = $state<boolean | null>(null);

  /** Archives that did not come, or are damaged: the map is drawn without. */
  get failed(): ReadonlySet<GroundArchive> {
    return this.#failed;
  }
  /** Bytes of all archives. */
  get bytes(): number {
    return Object.values(this.archives).reduce((sum, { bytes }) => sum + bytes, 0);
  }

  fail(archive: GroundArchive): void {
    if (!this.#failed.has(archive)) this.#failed = new Set([...this.#failed, archive]);
  }

  /** Everything is asked for again. */
  retry(): void {
    if (this.#failed.size > 0) this.#failed = new Set();
  }

  /** Name of an archive's file with the version behind a `?`, so that no store mixes two of them; null: there is none. */
  fileOf(archive: GroundArchive): string | null {
    const entry = this.archives[archive];
    return entry ? `${entry.file}?${entry.sha256.slice(0, 12)}` : null;
  }
}
