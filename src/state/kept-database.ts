import { openDB, type IDBPDatabase, type OpenDBCallbacks } from 'idb';

/**
 * Why nothing can be kept: private window, no room, a newer page's store, a tab that holds an older one, damaged.
 * The page works on without.
 */
export type StoreProblem = 'unavailable' | 'full' | 'newer' | 'blocked' | 'failed';

/** Longer, and the browser is taken for one that does not answer: nothing waits for ever. */
const longestOpenMilliseconds = 10_000;

class NotAnswered extends Error {}

/** A database of this browser that other tabs use, too. Nothing throws: every action answers, or names the problem. */
export class KeptDatabase {
  /** Called when a database that could not be opened at first is there after all. */
  onlate: () => void = () => undefined;
  readonly #name: string;
  readonly #version: number;
  readonly #upgrade: NonNullable<OpenDBCallbacks<unknown>['upgrade']>;
  #opened: Promise<IDBPDatabase> | null = null;
  #waited: Promise<never> | null = null;

  constructor(name: string, version: number, upgrade: NonNullable<OpenDBCallbacks<unknown>['upgrade']>) {
    this.#name = name;
    this.#version = version;
    this.#upgrade = upgrade;
  }

  /** @param action answers with anything but a text: texts are problems */
  async run<Value extends object | null | boolean>(
    action: (database: IDBPDatabase) => Promise<Value>,
  ): Promise<Value | StoreProblem> {
    for (let attempt = 1; ; attempt++) {
      let database: IDBPDatabase;
      try {
        this.#opened ??= this.#open();
        database = await (this.#waited ? Promise.race([this.#opened, this.#waited]) : this.#opened);
      } catch (error) {
        if (error instanceof NotAnswered) return 'blocked';
        this.#forget();
        return named(error) === 'VersionError' ? 'newer' : 'unavailable';
      }
      try {
        return await action(database);
      } catch (error) {
        const name = named(error);
        if (name === 'QuotaExceededError') return 'full';
        // The connection was closed under us: by the browser, or for a newer page. Opened anew it says which.
        if (name !== 'InvalidStateError' || attempt > 1) return 'failed';
        this.#forget();
      }
    }
  }

  #forget(): void {
    this.#opened = null;
    this.#waited = null;
  }

  /** Rejects, and never throws: where storage is denied, asking for it throws already. */
  async #open(): Promise<IDBPDatabase> {
    let late = false;
    let give: () => void = () => undefined;
    this.#waited = new Promise<never>((_, reject) => {
      give = () => {
        late = true;
        reject(new NotAnswered());
      };
    });
    this.#waited.catch(() => undefined);
    const timer = setTimeout(() => give(), longestOpenMilliseconds);
    try {
      const database = await openDB(this.#name, this.#version, {
        upgrade: this.#upgrade,
        // A tab with an older page holds the store and does not let go.
        blocked: () => give(),
        // A newer page wants to come in: this tab lets go, and says so when it next writes.
        blocking: () => {
          this.#forget();
          database.close();
        },
        terminated: () => this.#forget(),
      });
      if (late) queueMicrotask(() => this.onlate());
      return database;
    } finally {
      clearTimeout(timer);
    }
  }
}

function named(error: unknown): string {
  return error instanceof DOMException ? error.name : '';
}
