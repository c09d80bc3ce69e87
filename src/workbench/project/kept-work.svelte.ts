import { merge, union, type Contents } from './merge.js';
import { nothingSeen, type KeptVersion, type StoreProblem, type WorkbenchStore } from './workbench-store.js';
import { readableContents } from './readable.js';

/** The workbench whose work is kept. */
interface Bench {
  contents(): Contents;
  show(contents: Contents): void;
  /** Somebody is in the middle of a movement that must not be torn away. */
  isBusy(): boolean;
}

/**
 * Keeps a workbench in the store, and follows what other tabs keep there. What two tabs changed at once is put
 * together part by part; where that would lose something the reader is asked, and both are kept meanwhile.
 */
export class KeptWork {
  readonly store: WorkbenchStore;
  readonly #bench: Bench;
  /** The store as this tab last saw it. */
  #base = nothingSeen;
  #loaded = $state(false);
  #saving = $state(false);
  #unsaved = false;
  #turn = Promise.resolve();
  #running: Promise<void> | null = null;
  /** Id of the version under which this tab's work is kept while nobody has chosen. */
  #aside = $state<string | null>(null);
  problem = $state<StoreProblem | null>(null);
  /** Kept overlays that cannot be read. */
  unreadable = $state(0);
  versions = $state.raw<readonly KeptVersion[]>([]);
  /** Another tab's change has just been taken over; until the reader closes the line. */
  news = $state(false);
  /** Called when something was kept that other tabs may want to see. */
  onkept: () => void = () => undefined;

  constructor(store: WorkbenchStore, bench: Bench) {
    this.store = store;
    this.#bench = bench;
    store.onlate = () => void this.sync();
  }

  /** Before that, saving would overwrite what is still being read. */
  get loaded(): boolean {
    return this.#loaded;
  }
  /** Two tabs changed the same part, and nobody has chosen yet. */
  get conflict(): boolean {
    return this.#aside !== null;
  }
  /** Closing the page now would lose something. */
  get unkept(): boolean {
    return this.#saving || this.problem !== null;
  }

  /** Brings back what was kept on this device. */
  async load(): Promise<void> {
    const stored = await this.store.load();
    if (typeof stored === 'string') this.problem = stored;
    else {
      this.unreadable = stored.unreadable;
      // Something may have been dropped while the store was opening: it stays on top.
      this.#join(nothingSeen, stored.snapshot);
    }
    this.#loaded = true;
    await this.#listVersions();
    await this.save();
  }

  /** Keeps everything; ends when it is kept. While one save is under way, however many more are asked for become one. */
  async save(): Promise<void> {
    if (!this.#loaded) return;
    this.#unsaved = true;
    this.#running ??= this.#saveAll();
    await this.#running;
  }

  async #saveAll(): Promise<void> {
    this.#saving = true;
    while (this.#unsaved) {
      this.#unsaved = false;
      await this.#alone(() => this.#exchange());
    }
    this.#saving = false;
    this.#running = null;
  }

  /** Looks whether another tab has kept something; not while somebody draws: that ends with a save, which looks too. */
  async sync(): Promise<void> {
    if (!this.#bench.isBusy()) await this.save();
  }

  /** One at a time: each begins with what the one before has seen of the store. */
  async #alone(work: () => Promise<void>): Promise<void> {
    const before = this.#turn;
    this.#turn = before.then(work);
    await this.#turn;
  }

  async #exchange(): Promise<void> {
    const mine = this.#bench.contents();
    if (this.#aside !== null) {
      this.problem = await this.store.keepAside(mine, this.#aside);
      return;
    }
    const aside = crypto.randomUUID();
    const result = await this.store.commit(this.#base, mine, aside);
    if (typeof result === 'string') {
      this.problem = result;
      return;
    }
    this.problem = null;
    switch (result.kind) {
      case 'saved': {
        const isNew = result.revision !== this.#base.revision;
        this.#base = { ...mine, revision: result.revision };
        if (isNew) this.onkept();
        break;
      }
      case 'merged':
        this.news = true;
        this.#join(mine, result.snapshot);
        this.onkept();
        break;
      case 'conflict':
        this.#base = result.theirs;
        this.#aside = aside;
        // What was changed meanwhile belongs to the version put aside.
        this.#unsaved = true;
        await this.#listVersions();
    }
  }

  /**
   * The store holds `snapshot`; what the reader changed since `before` comes on top.
   * Where both changed the same part this tab's work is a version of its own.
   */
  #join(before: Contents, snapshot: typeof nothingSeen): void {
    const both = merge(before, this.#bench.contents(), snapshot);
    this.#base = snapshot;
    if (both) this.#bench.show(both);
    else this.#aside = crypto.randomUUID();
    this.#unsaved = true;
  }

  /** Ends a conflict. What is not chosen stays as a version; `both` puts overlays and shapes of both on the workbench. */
  async choose(which: 'mine' | 'theirs' | 'both'): Promise<void> {
    await this.#alone(async () => {
      const aside = this.#aside;
      if (aside === null) return;
      const mine = this.#bench.contents();
      const stored = await this.store.load();
      if (typeof stored === 'string') {
        this.problem = stored;
        return;
      }
      if (which !== 'theirs') {
        await this.#overrule(mine, which === 'both' ? union(mine, stored.snapshot) : mine, aside);
        return;
      }
      this.problem = await this.store.keepAside(mine, aside);
      if (this.problem !== null) return;
      this.#aside = null;
      this.#join(mine, stored.snapshot);
    });
    await this.#settle();
  }

  /** A version comes on the workbench; what was there becomes a version in its place. */
  async openVersion(id: string): Promise<void> {
    await this.#alone(async () => {
      const version = await this.store.version(id);
      if (typeof version === 'string') this.problem = version;
      if (version === null || typeof version === 'string') return;
      const { contents, broken } = readableContents(version);
      // A version that is not whole stays: it can still be saved as it is.
      await this.#overrule(this.#bench.contents(), contents, broken.length > 0 ? null : id);
    });
    await this.#settle();
  }

  async dropVersion(id: string): Promise<void> {
    this.problem = await this.store.dropVersion(id);
    await this.#listVersions();
    this.onkept();
  }

  /** Takes away what cannot be read. */
  async dropUnreadable(): Promise<void> {
    this.problem = await this.store.dropUnreadable();
    if (this.problem === null) this.unreadable = 0;
  }

  /** The store is emptied, with everything in it that cannot be read. */
  async clearEverything(): Promise<void> {
    await this.#alone(async () => {
      const emptied = await this.store.clearEverything();
      this.problem = typeof emptied === 'string' ? emptied : null;
      if (typeof emptied === 'string') return;
      this.#aside = null;
      this.unreadable = 0;
      this.#base = emptied;
    });
    this.onkept();
    await this.#settle();
  }

  async #overrule(before: Contents, contents: Contents, opened: string | null): Promise<void> {
    const snapshot = await this.store.overrule(contents, crypto.randomUUID(), opened);
    if (typeof snapshot === 'string') {
      this.problem = snapshot;
      return;
    }
    this.#aside = null;
    this.#join(before, snapshot);
    this.onkept();
  }

  async #settle(): Promise<void> {
    await this.#listVersions();
    await this.save();
  }

  async #listVersions(): Promise<void> {
    const versions = await this.store.versions();
    if (typeof versions !== 'string') this.versions = versions;
  }
}
