/* eslint-disable svelte/prefer-svelte-reactivity -- snapshots replaced as a whole, never mutated */
/**
 * CONTRACT ImportedState: layers that use a file of this device's reader instead of (or beside) the built data.
 *   .layers   readonly ImportedLayer[]     in the order they came
 *   .urls     ReadonlyMap<layerId, address>  the merged layer as GeoJSON, in this page's memory
 *   .of(id)   ImportedLayer | null
 *   .use(layer)   .remove(id)              addresses no longer used are given back
 *   .damaged  ids of kept layers that could not be read again; the built data stands for them
 */
export interface ImportedLayer {
  /** Layer id. */
  layer: string;
  /** Address of the merged layer. */
  url: string;
  /** Name of the file that was read. */
  file: string;
  sha256: string;
  /** ISO date the file's data is as of. */
  asOf: string;
  /** Credit as the licence words it. */
  credit: string;
  /** Features the file brought. */
  features: number;
  /** False where the browser keeps nothing: gone with the next reload. */
  kept: boolean;
}

export class ImportedState {
  #layers = $state.raw<readonly ImportedLayer[]>([]);
  damaged = $state.raw<readonly string[]>([]);
  readonly urls: ReadonlyMap<string, string> = $derived(
    new Map(this.#layers.map(({ layer, url }) => [layer, url])),
  );

  get layers(): readonly ImportedLayer[] {
    return this.#layers;
  }

  of(id: string): ImportedLayer | null {
    return this.#layers.find(({ layer }) => layer === id) ?? null;
  }

  use(imported: ImportedLayer): void {
    const former = this.of(imported.layer);
    this.#layers = [...this.#layers.filter((each) => each !== former), imported];
    if (former) URL.revokeObjectURL(former.url);
  }

  remove(id: string): void {
    const former = this.of(id);
    this.#layers = this.#layers.filter((each) => each !== former);
    if (former) URL.revokeObjectURL(former.url);
  }
}
