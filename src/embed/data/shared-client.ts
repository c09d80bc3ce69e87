import { startDataClient, type DataClient, type DataLoaded } from '../../thread/client.js';

/** A share in the page's one data worker. */
export interface ClientLease {
  client: DataClient;
  loaded: Promise<DataLoaded>;
  /** Call once; the last to leave ends the worker after a while. */
  release(): void;
}

interface Shared {
  client: DataClient;
  loaded: Promise<DataLoaded>;
  users: number;
  timer: ReturnType<typeof setTimeout> | null;
}

/** Moving an element in the page disconnects and connects it: the worker outlives that. */
const lingerMilliseconds = 5000;

/**
 * One worker for all maps of a page that read the same files.
 * @param start replaced in tests
 */
export class SharedClients {
  readonly #shared = new Map<string, Shared>();
  readonly #start: () => DataClient;

  constructor(start: () => DataClient = () => startDataClient()) {
    this.#start = start;
  }

  get size(): number {
    return this.#shared.size;
  }

  lease(tilesUrl: string): ClientLease {
    const shared = this.#shared.get(tilesUrl) ?? this.#open(tilesUrl);
    shared.users++;
    if (shared.timer !== null) clearTimeout(shared.timer);
    shared.timer = null;
    let released = false;
    return {
      client: shared.client,
      loaded: shared.loaded,
      release: () => {
        if (released) return;
        released = true;
        shared.users--;
        if (shared.users === 0) shared.timer = setTimeout(() => this.#close(tilesUrl), lingerMilliseconds);
      },
    };
  }

  #open(tilesUrl: string): Shared {
    const client = this.#start();
    const shared: Shared = { client, loaded: client.load(tilesUrl), users: 0, timer: null };
    // Whoever waits hears of a failure; nobody waiting is no failure.
    shared.loaded.catch(() => undefined);
    this.#shared.set(tilesUrl, shared);
    return shared;
  }

  #close(tilesUrl: string): void {
    this.#shared.get(tilesUrl)?.client.close();
    this.#shared.delete(tilesUrl);
  }
}

export const sharedClients = new SharedClients();
