import type { IDBPDatabase, IDBPTransaction } from 'idb';
import * as v from 'valibot';
import { KeptDatabase, type StoreProblem } from '../../state/kept-database.js';
import { emptyWorkbench } from './empty-workbench.js';
import { difference, merge, ordered, type Contents } from './merge.js';
import { overlayRecord, type OverlayRecord, type WorkbenchRest } from './project-file.js';
import { isRecord, readRest } from './readable.js';

export type { StoreProblem };

/** What was kept, at one moment. Every change that is written makes the revision greater. */
export interface Snapshot extends Contents {
  revision: number;
}

/** A workbench put aside: by a conflict between tabs, or because part of it could not be read. */
export interface KeptVersion {
  id: string;
  /** ISO moment */
  keptAt: string;
  why: 'other-tab' | 'unreadable';
}

export interface StoredWorkbench {
  snapshot: Snapshot;
  /** Overlays that were kept but cannot be read; they stay where they are until the reader clears them. */
  unreadable: number;
}

export type CommitResult =
  /** `mine` is kept now. */
  | { kind: 'saved'; revision: number }
  /** Another tab had written; both changed different parts, and the whole of it is kept now. */
  | { kind: 'merged'; snapshot: Snapshot }
  /** Both changed the same part: theirs stays in its place, `mine` was put aside. */
  | { kind: 'conflict'; theirs: Snapshot };

const head = v.object({ revision: v.number(), restStamp: v.number() });
const versionHead = v.object({
  id: v.string(),
  keptAt: v.string(),
  why: v.picklist(['other-tab', 'unreadable']),
});

const stores = ['overlays', 'rest', 'versions'] as const;
type Stores = typeof stores;
type Writing = IDBPTransaction<unknown, Stores, 'readwrite'>;
/** A tab that has seen nothing of the store yet. */
export const nothingSeen: Snapshot = { overlays: [], rest: emptyWorkbench(), revision: -1 };

/**
 * The workbench in IndexedDB, on this device only. Every method answers with a named problem instead of throwing.
 * What comes back goes through the same schema as a project file: an older page may have written it.
 *
 * Tabs share it. Whoever writes says which revision its work began with, and that is compared within the transaction
 * that writes: IndexedDB lets no other writer in between, so nothing is overwritten that the writer had not seen,
 * whether the tabs heard of each other or not.
 */
export class WorkbenchStore {
  readonly #database: KeptDatabase;

  constructor(name = 'mizumichi-bench') {
    this.#database = new KeptDatabase(name, 2, (database, oldVersion, _newVersion, transaction) => {
      if (oldVersion < 1) {
        database.createObjectStore('overlays', { keyPath: 'id' });
        database.createObjectStore('rest');
      }
      // Rows of version 1 have no stamp: they were there before every revision.
      transaction.objectStore('overlays').createIndex('stamp', 'stamp');
      database.createObjectStore('versions', { keyPath: 'id' });
    });
  }

  /** Called when a store that was held by another tab can be opened after all. */
  set onlate(called: () => void) {
    this.#database.onlate = called;
  }

  /** Everything that can be read. What cannot is put aside before anybody writes over it. */
  async load(): Promise<StoredWorkbench | StoreProblem> {
    const stored = await this.#load(true);
    // No room to put anything aside: what can be read is read, and nothing is written.
    return stored === 'full' ? this.#load(false) : stored;
  }

  async #load(puttingAside: boolean): Promise<StoredWorkbench | StoreProblem> {
    return this.#write(async (transaction) => {
      const rows = await transaction.objectStore('overlays').getAll();
      const overlays = readable(rows);
      const { revision, restStamp } = await readHead(transaction);
      const raw: unknown = await transaction.objectStore('rest').get('rest');
      const { rest, broken } = readRest(raw);
      const snapshot = { revision, overlays: ordered(overlays, rest.order), rest };
      if (broken && puttingAside) {
        const id = `unreadable ${restStamp}`;
        await putAside(transaction, { id, why: 'unreadable', overlays: [], rest: raw });
        snapshot.revision = revision + 1;
        await putRest(transaction, rest, snapshot.revision);
      }
      return { snapshot, unreadable: rows.length - overlays.length };
    });
  }

  /**
   * Keeps `mine`, if nobody has written since `base`; otherwise what both tabs changed is put together, or, where
   * that cannot be done without losing something, `mine` is put aside as the version `aside`. One transaction: all
   * of it happens, or nothing.
   */
  async commit(base: Snapshot, mine: Contents, aside: string): Promise<CommitResult | StoreProblem> {
    return this.#write(async (transaction): Promise<CommitResult> => {
      const { revision, restStamp } = await readHead(transaction);
      if (revision === base.revision) {
        return { kind: 'saved', revision: await write(transaction, revision, restStamp, base, mine) };
      }
      // Somebody emptied the browser's storage: nothing of what this tab holds is kept any more.
      const known = revision < base.revision ? nothingSeen : base;
      const theirs = { ...(await readTheirs(transaction, known, restStamp)), revision };
      const both = merge(known, mine, theirs);
      if (!both) {
        await putAside(transaction, { id: aside, why: 'other-tab', ...mine });
        return { kind: 'conflict', theirs };
      }
      return {
        kind: 'merged',
        snapshot: { ...both, revision: await write(transaction, revision, restStamp, theirs, both) },
      };
    });
  }

  /**
   * `mine` takes the place of what is kept, which is put aside as the version `aside`; `opened`, a version that is
   * now on the workbench, need not be kept twice.
   */
  async overrule(mine: Contents, aside: string, opened: string | null): Promise<Snapshot | StoreProblem> {
    return this.#write(async (transaction) => {
      const { revision, restStamp } = await readHead(transaction);
      const theirs = await readTheirs(transaction, nothingSeen, restStamp);
      await putAside(transaction, { id: aside, why: 'other-tab', ...theirs });
      if (opened !== null) await transaction.objectStore('versions').delete(opened);
      return { ...mine, revision: await write(transaction, revision, restStamp, theirs, mine) };
    });
  }

  /** Keeps this tab's work beside the other one's while nobody has chosen. */
  async keepAside(mine: Contents, aside: string): Promise<StoreProblem | null> {
    return this.#write(async (transaction) => {
      await putAside(transaction, { id: aside, why: 'other-tab', ...mine });
      return null;
    });
  }

  /** What was put aside, latest first. */
  async versions(): Promise<KeptVersion[] | StoreProblem> {
    return this.#write(async (transaction) => {
      const rows: unknown[] = await transaction.objectStore('versions').getAll();
      const heads = rows.flatMap((row) => {
        const parsed = v.safeParse(versionHead, row);
        return parsed.success ? [parsed.output] : [];
      });
      return heads.sort((one, other) => other.keptAt.localeCompare(one.keptAt));
    });
  }

  /** A version as it was put aside; null when another tab has cleared it. */
  async version(id: string): Promise<{ overlays: unknown[]; rest: unknown } | null | StoreProblem> {
    return this.#write(async (transaction) => {
      const row: unknown = await transaction.objectStore('versions').get(id);
      if (!isRecord(row)) return null;
      const { overlays, rest } = row;
      return { overlays: Array.isArray(overlays) ? (overlays as unknown[]) : [], rest };
    });
  }

  async dropVersion(id: string): Promise<StoreProblem | null> {
    return this.#write(async (transaction) => {
      await transaction.objectStore('versions').delete(id);
      return null;
    });
  }

  /** Overlays that cannot be read, as they lie in the store. */
  async unreadable(): Promise<unknown[] | StoreProblem> {
    return this.#write(async (transaction) => {
      const rows = (await transaction.objectStore('overlays').getAll()) as unknown[];
      return rows.filter((row) => readable([row]).length === 0);
    });
  }

  async dropUnreadable(): Promise<StoreProblem | null> {
    return this.#write(async (transaction) => {
      const overlays = transaction.objectStore('overlays');
      for (let cursor = await overlays.openCursor(); cursor; cursor = await cursor.continue())
        if (readable([cursor.value]).length === 0) await cursor.delete();
      return null;
    });
  }

  /** Everything that lies in the store, readable or not. */
  async everything(): Promise<{ overlays: unknown[]; rest: unknown; versions: unknown[] } | StoreProblem> {
    return this.#write(async (transaction) => ({
      overlays: (await transaction.objectStore('overlays').getAll()) as unknown[],
      rest: (await transaction.objectStore('rest').get('rest')) as unknown,
      versions: (await transaction.objectStore('versions').getAll()) as unknown[],
    }));
  }

  /** Takes everything away, readable or not; other tabs see a workbench that was emptied. */
  async clearEverything(): Promise<Snapshot | StoreProblem> {
    return this.#write(async (transaction) => {
      const revision = (await readHead(transaction)).revision + 1;
      for (const name of stores) await transaction.objectStore(name).clear();
      await putRest(transaction, emptyWorkbench(), revision);
      return { ...nothingSeen, revision };
    });
  }

  async #write<Value extends object | null>(
    action: (transaction: Writing) => Promise<Value>,
  ): Promise<Value | StoreProblem> {
    return this.#database.run(async (database: IDBPDatabase) => {
      const transaction = database.transaction<Stores, 'readwrite'>(stores, 'readwrite');
      // Told below, by what the action was waiting for.
      transaction.done.catch(() => undefined);
      try {
        const value = await action(transaction);
        await transaction.done;
        return value;
      } catch (error) {
        // Half of it must not stay: what was put before the failure would be committed.
        try {
          transaction.abort();
        } catch {
          // It has ended by itself.
        }
        throw transaction.error ?? error;
      }
    });
  }
}

async function readHead(transaction: Writing): Promise<v.InferOutput<typeof head>> {
  const parsed = v.safeParse(head, await transaction.objectStore('rest').get('head'));
  return parsed.success ? parsed.output : { revision: 0, restStamp: 0 };
}

/** What is kept now, read as far as it differs from what is known: an overlay may weigh hundreds of megabytes. */
async function readTheirs(transaction: Writing, known: Snapshot, restStamp: number): Promise<Contents> {
  const overlays = transaction.objectStore('overlays');
  const everything = known.revision < 0;
  const changed: unknown[] = everything
    ? await overlays.getAll()
    : await overlays.index('stamp').getAll(IDBKeyRange.lowerBound(known.revision, true));
  const ids = new Set(await overlays.getAllKeys());
  const records = new Map(
    known.overlays.filter(({ id }) => ids.has(id)).map((record) => [record.id, record]),
  );
  for (const record of readable(changed)) records.set(record.id, record);
  const isNew = everything || restStamp > known.revision;
  const rest: WorkbenchRest = isNew
    ? readRest(await transaction.objectStore('rest').get('rest')).rest
    : known.rest;
  return { overlays: ordered([...records.values()], rest.order), rest };
}

/** @returns the revision that is kept then */
async function write(
  transaction: Writing,
  revision: number,
  restStamp: number,
  from: Contents,
  to: Contents,
): Promise<number> {
  const { put, removed, rest } = difference(from, to);
  if (put.length === 0 && removed.length === 0 && !rest) return revision;
  const next = revision + 1;
  const overlays = transaction.objectStore('overlays');
  for (const record of put) await overlays.put({ ...record, stamp: next });
  for (const id of removed) await overlays.delete(id);
  if (rest) await putRest(transaction, to.rest, next);
  else await transaction.objectStore('rest').put({ revision: next, restStamp }, 'head');
  return next;
}

async function putRest(transaction: Writing, rest: WorkbenchRest, revision: number): Promise<void> {
  await transaction.objectStore('rest').put(rest, 'rest');
  await transaction.objectStore('rest').put({ revision, restStamp: revision }, 'head');
}

async function putAside(
  transaction: Writing,
  version: { id: string; why: KeptVersion['why']; overlays: readonly OverlayRecord[]; rest: unknown },
): Promise<void> {
  const { id, why, overlays, rest } = version;
  await transaction
    .objectStore('versions')
    .put({ id, why, keptAt: new Date().toISOString(), overlays: [...overlays], rest });
}

function readable(rows: readonly unknown[]): OverlayRecord[] {
  return rows.flatMap((row) => {
    const parsed = v.safeParse(overlayRecord, row);
    return parsed.success ? [parsed.output] : [];
  });
}
