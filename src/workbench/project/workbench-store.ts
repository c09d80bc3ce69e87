import { openDB, type IDBPDatabase } from 'idb';
import * as v from 'valibot';
import { workbenchRest, overlayRecord, type WorkbenchRest, type OverlayRecord } from './project-file.js';

/** Why the workbench cannot be kept across reloads: private window, no room, damaged. It works on without. */
export type StoreProblem = 'unavailable' | 'full' | 'failed';

export interface StoredWorkbench {
  overlays: OverlayRecord[];
  rest: WorkbenchRest | null;
  /** Overlays that were kept but could no longer be read; they are left where they are. */
  unreadable: number;
}

const databaseName = 'mizumichi-bench';
const restKey = 'rest';

/**
 * The workbench in IndexedDB, on this device only. Every method answers with a named problem instead of throwing.
 * What comes back goes through the same schema as a project file: an older page may have written it.
 */
export class WorkbenchStore {
  #database: Promise<IDBPDatabase> | null = null;
  readonly #name: string;

  constructor(name: string = databaseName) {
    this.#name = name;
  }

  async load(): Promise<StoredWorkbench | StoreProblem> {
    return this.#try(async (database) => {
      const records = await database.getAll('overlays');
      const overlays = records.flatMap((record) => {
        const parsed = v.safeParse(overlayRecord, record);
        return parsed.success ? [parsed.output] : [];
      });
      const rest = v.safeParse(workbenchRest, await database.get('rest', restKey));
      return {
        overlays,
        rest: rest.success ? rest.output : null,
        unreadable: records.length - overlays.length,
      };
    });
  }

  async saveOverlay(record: OverlayRecord): Promise<StoreProblem | null> {
    return this.#write((database) => database.put('overlays', record));
  }

  async removeOverlay(id: string): Promise<StoreProblem | null> {
    return this.#write((database) => database.delete('overlays', id));
  }

  async saveRest(rest: WorkbenchRest): Promise<StoreProblem | null> {
    return this.#write((database) => database.put('rest', rest, restKey));
  }

  /** Everything is replaced at once: a project was opened, or the workbench was emptied. */
  async replace(overlays: readonly OverlayRecord[], rest: WorkbenchRest): Promise<StoreProblem | null> {
    return this.#write(async (database) => {
      const transaction = database.transaction(['overlays', 'rest'], 'readwrite');
      await transaction.objectStore('overlays').clear();
      for (const record of overlays) await transaction.objectStore('overlays').put(record);
      await transaction.objectStore('rest').put(rest, restKey);
      await transaction.done;
    });
  }

  async #write(action: (database: IDBPDatabase) => Promise<unknown>): Promise<StoreProblem | null> {
    const outcome = await this.#try(async (database) => {
      await action(database);
      return null;
    });
    return outcome;
  }

  /** Rejects, and never throws: where storage is denied, asking for it throws already. */
  async #open(): Promise<IDBPDatabase> {
    return openDB(this.#name, 1, {
      upgrade(database) {
        database.createObjectStore('overlays', { keyPath: 'id' });
        database.createObjectStore('rest');
      },
    });
  }

  async #try<Value>(action: (database: IDBPDatabase) => Promise<Value>): Promise<Value | StoreProblem> {
    try {
      this.#database ??= this.#open();
      const database = await this.#database.catch(() => null);
      if (!database) {
        this.#database = null;
        return 'unavailable';
      }
      return await action(database);
    } catch (error) {
      return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'failed';
    }
  }
}
