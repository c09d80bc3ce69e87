import type { ImportedState } from '../state/imported-state.svelte.js';
import type { DataClient } from '../thread/client.js';
import type { ImportClient } from './import-client.js';
import type { ImportStore } from './import-store.js';

export type ApplyResult =
  | { ok: true; stored: boolean }
  /** `refused`: the layer's schema was broken; nothing was changed. */
  | { ok: false; reason: 'damaged' | 'no-layer' | 'refused'; detail: string };

interface Parts {
  state: ImportedState;
  client: Pick<DataClient, 'replaceLayer'>;
  store: Pick<ImportStore, 'all' | 'save' | 'remove'>;
  /** Started only when there is something to merge. */
  startImport: () => Pick<ImportClient, 'merge' | 'close'>;
  tilesUrl: string;
}

/** Imported layers in use on this device: merged with the built data, stored, and removed again. */
export class ImportedLayers {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Restores what this device stores; a layer that cannot be restored is named, the built data stands for it. */
  async restore(): Promise<void> {
    const { state, store } = this.#parts;
    for (const { layer, text } of await store.all()) {
      const result = await this.#apply(text, true).catch(() => null);
      if (!result?.ok) state.damaged = [...state.damaged, layer];
    }
  }

  /** Uses an import from now on; when anything fails, everything stays as it was. */
  async apply(text: string): Promise<ApplyResult> {
    return this.#apply(text, false);
  }

  /** The built layer answers again. */
  async remove(layer: string): Promise<void> {
    const { state, client, store } = this.#parts;
    await client.replaceLayer(layer, null);
    await store.remove(layer);
    state.remove(layer);
    state.damaged = state.damaged.filter((id) => id !== layer);
  }

  async #apply(text: string, alreadyKept: boolean): Promise<ApplyResult> {
    const { state, client, store, startImport, tilesUrl } = this.#parts;
    const importer = startImport();
    const merged = await importer.merge(text, tilesUrl).finally(() => importer.close());
    if (!merged.ok) return { ok: false, reason: merged.reason, detail: '' };
    const { layer } = merged.facts;
    const url = URL.createObjectURL(merged.merged);
    const replaced = await client.replaceLayer(layer, url);
    if (!replaced.ok) {
      URL.revokeObjectURL(url);
      return { ok: false, reason: 'refused', detail: replaced.reason };
    }
    const stored = alreadyKept || (await store.save({ layer, text }));
    state.use({ ...merged.facts, url, stored });
    state.damaged = state.damaged.filter((id) => id !== layer);
    return { ok: true, stored };
  }
}
