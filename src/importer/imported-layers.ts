import type { ImportedState } from '../state/imported-state.svelte.js';
import type { DataClient } from '../thread/client.js';
import type { ImportClient } from './import-client.js';
import type { ImportStore } from './import-store.js';

export type ApplyResult =
  | { ok: true; stored: boolean }
  /**
   * `refused`: the layer's schema was broken; `changed-elsewhere`: another tab has imported this layer since, and its
   * file is in use now. Nothing was changed.
   */
  | { ok: false; reason: 'damaged' | 'no-layer' | 'refused' | 'changed-elsewhere'; detail: string };

interface Parts {
  state: ImportedState;
  client: Pick<DataClient, 'replaceLayer'>;
  store: Pick<ImportStore, 'list' | 'read' | 'raw' | 'save' | 'remove'>;
  /** Started only when there is something to merge. */
  startImport: () => Pick<ImportClient, 'merge' | 'close'>;
  tilesUrl: string;
  /** Tells the other tabs that something was kept or taken away. */
  tell: () => void;
}

/** Imported layers in use on this device: merged with the built data, stored, and removed again. */
export class ImportedLayers {
  readonly #parts: Parts;
  /** Which writing of a kept layer this tab knows, used or found damaged. */
  readonly #stamps = new Map<string, number>();
  #turn: Promise<unknown> = Promise.resolve();
  #isRestored = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Restores what this device stores; a layer that cannot be restored is named, the built data stands for it. */
  async restore(): Promise<void> {
    await this.#alone(() => this.#follow());
    this.#isRestored = true;
  }

  /**
   * Takes over what other tabs have kept or taken away since; before `restore` there is nothing to take over.
   * @returns whether answers may have changed
   */
  async sync(): Promise<boolean> {
    if (!this.#isRestored) return false;
    return this.#alone(() => this.#follow());
  }

  /** Uses an import from now on; when anything fails, everything stays as it was. */
  async apply(text: string): Promise<ApplyResult> {
    return this.#alone(() => this.#apply(text));
  }

  /** The built layer answers again. False when another tab has imported the layer anew: that is in use now. */
  async remove(layer: string): Promise<boolean> {
    const { store, tell } = this.#parts;
    return this.#alone(async () => {
      const removed = await store.remove(layer, this.#stamps.get(layer) ?? null);
      if (typeof removed !== 'string' && removed.kind === 'changed') {
        await this.#follow();
        return !this.#stamps.has(layer);
      }
      await this.#drop(layer);
      tell();
      return true;
    });
  }

  /** A kept layer as it lies there, for a reader to save before taking it away; null where nothing lies. */
  async raw(layer: string): Promise<string | null> {
    return this.#parts.store.raw(layer);
  }

  /** One at a time: each knows what the one before has done. */
  async #alone<Value>(work: () => Promise<Value>): Promise<Value> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #follow(): Promise<boolean> {
    const { state, store } = this.#parts;
    const kept = await store.list();
    state.unreachable = kept === 'blocked' || kept === 'newer' || kept === 'failed';
    if (typeof kept === 'string') return false;
    let changed = false;
    const there = new Set(kept.map(({ layer }) => layer));
    for (const layer of [...this.#stamps.keys()].filter((id) => !there.has(id))) {
      await this.#drop(layer);
      changed = true;
    }
    for (const { layer, stamp } of kept) {
      if (this.#stamps.get(layer) === stamp) continue;
      const wasUsed = state.of(layer) !== null;
      const outcome = await this.#restoreOne(layer);
      // Asked for again with the next look: it is no fault of what was kept.
      if (outcome !== 'later') this.#stamps.set(layer, stamp);
      if (outcome !== 'used') {
        await this.#useBuilt(layer);
        state.damaged = [...state.damaged.filter((id) => id !== layer), layer];
      }
      changed ||= wasUsed || outcome !== 'later';
    }
    return changed;
  }

  /** `later`: the built layer did not come, or a thread broke down. */
  async #restoreOne(layer: string): Promise<'used' | 'later' | 'damaged'> {
    const record = await this.#parts.store.read(layer);
    if (!record) return 'damaged';
    const result = await this.#use(record.text, layer, async () => true).catch(() => null);
    if (result?.ok) return 'used';
    return !result || result.reason === 'no-layer' ? 'later' : 'damaged';
  }

  async #apply(text: string): Promise<ApplyResult> {
    const { store, tell } = this.#parts;
    const result = await this.#use(text, null, async (layer) => {
      const saved = await store.save({ layer, text }, this.#stamps.get(layer) ?? null);
      if (typeof saved === 'string') return false;
      if (saved.kind === 'changed') return 'changed';
      this.#stamps.set(layer, saved.stamp);
      return true;
    });
    if (result.ok) tell();
    else if (result.reason === 'changed-elsewhere') await this.#follow();
    return result;
  }

  /**
   * @param expected the layer it must be; null = any
   * @param keep called when the data thread has accepted the layer; answers whether it is stored
   */
  async #use(
    text: string,
    expected: string | null,
    keep: (layer: string) => Promise<boolean | 'changed'>,
  ): Promise<ApplyResult> {
    const { state, client, startImport, tilesUrl } = this.#parts;
    const importer = startImport();
    const merged = await importer.merge(text, tilesUrl).finally(() => importer.close());
    if (!merged.ok) return { ok: false, reason: merged.reason, detail: '' };
    const { layer } = merged.facts;
    if (expected !== null && layer !== expected) return { ok: false, reason: 'damaged', detail: layer };
    const url = URL.createObjectURL(merged.merged);
    const replaced = await client.replaceLayer(layer, url);
    if (!replaced.ok) {
      URL.revokeObjectURL(url);
      return { ok: false, reason: 'refused', detail: replaced.reason };
    }
    const stored = await keep(layer);
    if (stored === 'changed') {
      await client.replaceLayer(layer, state.of(layer)?.url ?? null);
      URL.revokeObjectURL(url);
      return { ok: false, reason: 'changed-elsewhere', detail: '' };
    }
    state.use({ ...merged.facts, url, stored });
    state.damaged = state.damaged.filter((id) => id !== layer);
    return { ok: true, stored };
  }

  async #drop(layer: string): Promise<void> {
    const { state } = this.#parts;
    this.#stamps.delete(layer);
    await this.#useBuilt(layer);
    state.damaged = state.damaged.filter((id) => id !== layer);
  }

  async #useBuilt(layer: string): Promise<void> {
    const { state, client } = this.#parts;
    await client.replaceLayer(layer, null);
    state.remove(layer);
  }
}
