import type { IDBPDatabase, IDBPObjectStore } from 'idb';
import * as v from 'valibot';
import { KeptDatabase, type StoreProblem } from '../state/kept-database.js';

const storedImport = v.object({ layer: v.pipe(v.string(), v.nonEmpty()), text: v.string() });
/** An imported layer: its id, and its features with their record as geodata/official keeps them. */
export type StoredImport = v.InferOutput<typeof storedImport>;

/** A layer that is kept, and which writing of it: another import of the same layer has another stamp. */
export interface KeptImport {
  layer: string;
  stamp: number;
}

/** `changed`: another tab has written this layer since; nothing was done. */
export type SaveResult = { kind: 'saved'; stamp: number } | { kind: 'changed' };

/**
 * Imported layers in IndexedDB, on this device only, shared by the tabs of this page. Where the browser keeps nothing,
 * answers say so; nothing throws. Whoever replaces a layer says which writing of it is meant, and that is compared in
 * the transaction that writes: two tabs that import at once lose neither file without a word.
 */
export class ImportStore {
  readonly #database: KeptDatabase;

  constructor(name = 'mizumichi-import') {
    this.#database = new KeptDatabase(name, 2, (database, oldVersion, _newVersion, transaction) => {
      if (oldVersion < 1) database.createObjectStore('layers', { keyPath: 'layer' });
      // What version 1 wrote has no stamp and is not in this index: its stamp is 0.
      transaction.objectStore('layers').createIndex('stamp', 'stamp');
    });
  }

  /** Called when a store that was held by another tab can be opened after all. */
  set onlate(called: () => void) {
    this.#database.onlate = called;
  }

  /** What is kept, without reading it. */
  async list(): Promise<KeptImport[] | StoreProblem> {
    return this.#database.run(async (database) => {
      const layers = database.transaction('layers').store;
      const found = new Map((await layers.getAllKeys()).map((key) => [named(key), 0]));
      let cursor = await layers.index('stamp').openKeyCursor();
      for (; cursor; cursor = await cursor.continue())
        found.set(named(cursor.primaryKey), Number(cursor.key));
      return [...found].map(([layer, stamp]) => ({ layer, stamp }));
    });
  }

  /** null where it is gone, or is not what was put there. */
  async read(layer: string): Promise<StoredImport | null> {
    const record = await this.#database.run(async (database) => ({ row: await rowOf(database, layer) }));
    const parsed = v.safeParse(storedImport, typeof record === 'string' ? null : record.row);
    return parsed.success && parsed.output.layer === layer ? parsed.output : null;
  }

  /** What lies there, as it lies there, for a reader to save; null where there is nothing. */
  async raw(layer: string): Promise<string | null> {
    const record = await this.#database.run(async (database) => ({ row: await rowOf(database, layer) }));
    if (typeof record === 'string' || record.row === undefined) return null;
    const parsed = v.safeParse(storedImport, record.row);
    if (parsed.success) return parsed.output.text;
    try {
      return JSON.stringify(record.row);
    } catch {
      return null;
    }
  }

  /** @param expected stamp of the writing that is replaced; null = there is none */
  async save(record: StoredImport, expected: number | null): Promise<SaveResult | StoreProblem> {
    return this.#change(record.layer, expected, async (layers, stamp) => {
      await layers.put({ ...record, stamp });
    });
  }

  /** @param expected as for `save` */
  async remove(layer: string, expected: number | null): Promise<SaveResult | StoreProblem> {
    return this.#change(layer, expected, async (layers) => layers.delete(layer));
  }

  async #change(
    layer: string,
    expected: number | null,
    action: (
      layers: IDBPObjectStore<unknown, ['layers'], 'layers', 'readwrite'>,
      stamp: number,
    ) => Promise<unknown>,
  ): Promise<SaveResult | StoreProblem> {
    return this.#database.run(async (database): Promise<SaveResult> => {
      const transaction = database.transaction(['layers'], 'readwrite');
      transaction.done.catch(() => undefined);
      try {
        const layers = transaction.objectStore('layers');
        if ((await stampOf(layers, layer)) !== expected) return { kind: 'changed' };
        const last = await layers.index('stamp').openKeyCursor(null, 'prev');
        const stamp = Math.max(Number(last?.key ?? 0), Date.now()) + 1;
        await action(layers, stamp);
        await transaction.done;
        return { kind: 'saved', stamp };
      } catch (error) {
        throw transaction.error ?? error;
      }
    });
  }
}

/** Of rows with a stamp the index alone is read: a layer may weigh many megabytes. */
async function stampOf(
  layers: IDBPObjectStore<unknown, ['layers'], 'layers', 'readwrite'>,
  layer: string,
): Promise<number | null> {
  let cursor = await layers.index('stamp').openKeyCursor();
  for (; cursor; cursor = await cursor.continue()) if (cursor.primaryKey === layer) return Number(cursor.key);
  return (await layers.getKey(layer)) === undefined ? null : 0;
}

async function rowOf(database: IDBPDatabase, layer: string): Promise<unknown> {
  return database.get('layers', layer);
}

/** Somebody else's record may have any key. */
function named(key: IDBValidKey): string {
  return typeof key === 'string' ? key : JSON.stringify(key);
}
