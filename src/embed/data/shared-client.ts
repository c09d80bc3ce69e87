import { startDataClient, type DataClient } from '../../thread/client.js';
import { startLoading, type DataLoad } from '../../thread/data-load.js';

/** A share in the page's one data worker. */
export interface ClientLease extends Pick<DataLoad, 'client' | 'answerable' | 'loaded'> {
  /** Call once; the last to leave ends the worker after a while. */
  release(): void;
}

interface Shared {
  load: DataLoad;
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
    const { client, answerable, loaded } = shared.load;
    return {
      client,
      answerable,
      loaded,
      release: () => {
        if (released) return;
        released = true;
        shared.users--;
        if (shared.users === 0) shared.timer = setTimeout(() => this.#close(tilesUrl), lingerMilliseconds);
      },
    };
  }

  #open(tilesUrl: string): Shared {
    const shared: Shared = { load: startLoading(this.#start(), tilesUrl), users: 0, timer: null };
    this.#shared.set(tilesUrl, shared);
    return shared;
  }

  #close(tilesUrl: string): void {
    this.#shared.get(tilesUrl)?.load.client.close();
    this.#shared.delete(tilesUrl);
  }
}

export const sharedClients = new SharedClients();
