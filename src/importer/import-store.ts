import { openDB, type IDBPDatabase } from 'idb';
import * as v from 'valibot';

const storedImport = v.object({ layer: v.string(), text: v.string() });
/** An imported layer: its id, and its features with their record as geodata/official keeps them. */
export type StoredImport = v.InferOutput<typeof storedImport>;

/** Imported layers in IndexedDB, on this device only. Where the browser keeps nothing, answers say so; nothing throws. */
export class ImportStore {
  readonly #name: string;
  #database: Promise<IDBPDatabase> | null = null;

  constructor(name = 'mizumichi-import') {
    this.#name = name;
  }

  /** Everything that can still be read. */
  async all(): Promise<StoredImport[]> {
    const records = await this.#try((database) => database.getAll('layers'));
    return (records ?? []).flatMap((record) => {
      const parsed = v.safeParse(storedImport, record);
      return parsed.success ? [parsed.output] : [];
    });
  }

  /** False when it could not be kept. */
  async save(record: StoredImport): Promise<boolean> {
    return (await this.#try((database) => database.put('layers', record))) !== null;
  }

  /** False when it could not be taken away. */
  async remove(layer: string): Promise<boolean> {
    return (await this.#try(async (database) => (await database.delete('layers', layer), true))) !== null;
  }

  async #try<Value>(action: (database: IDBPDatabase) => Promise<Value>): Promise<Value | null> {
    try {
      this.#database ??= openDB(this.#name, 1, {
        upgrade: (database) => void database.createObjectStore('layers', { keyPath: 'layer' }),
      });
      return await action(await this.#database);
    } catch {
      this.#database = null;
      return null;
    }
  }
}
