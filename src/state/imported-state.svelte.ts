/* eslint-disable svelte/prefer-svelte-reactivity -- snapshots replaced as a whole, never mutated */
/** A layer's file as the reader imported it on this device. */
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
  stored: boolean;
}

/** Layers that use a file of this device's reader instead of (or beside) the built data. */
export class ImportedState {
  #layers = $state.raw<readonly ImportedLayer[]>([]);
  /** Ids of kept layers that could not be read again; the built data stands for them. */
  damaged = $state.raw<readonly string[]>([]);
  /** What is kept cannot be opened: another tab holds it, or a newer page wrote it. The built data answers. */
  unreachable = $state(false);
  /** How often another tab's import or removal changed what answers here. */
  changes = $state(0);
  /** That has not been read yet. */
  news = $state(false);
  /** The part of the page that reads them did not come: whether there are any is not known. */
  unread = $state(false);
  /** Layer id → address of the merged layer as GeoJSON, in this page's memory. */
  readonly urls: ReadonlyMap<string, string> = $derived(
    new Map(this.#layers.map(({ layer, url }) => [layer, url])),
  );

  /** In the order they came. */
  get layers(): readonly ImportedLayer[] {
    return this.#layers;
  }

  /** Another tab changed what answers here. */
  follow(): void {
    this.changes++;
    this.news = true;
  }

  of(id: string): ImportedLayer | null {
    return this.#layers.find(({ layer }) => layer === id) ?? null;
  }

  /** Takes the place of an earlier import of the same layer, whose address is given back. */
  use(imported: ImportedLayer): void {
    const former = this.of(imported.layer);
    this.#layers = [...this.#layers.filter((each) => each !== former), imported];
    if (former) URL.revokeObjectURL(former.url);
  }

  /** Back to the built data; the address is given back. */
  remove(id: string): void {
    const former = this.of(id);
    this.#layers = this.#layers.filter((each) => each !== former);
    if (former) URL.revokeObjectURL(former.url);
  }
}
