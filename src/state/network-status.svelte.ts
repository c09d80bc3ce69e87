/** The part of `Window` that is needed, so that tests need no window. */
export interface NetworkEvents {
  addEventListener(type: 'online' | 'offline', listener: () => void): void;
  removeEventListener(type: 'online' | 'offline', listener: () => void): void;
}

/** Whether there is a network at all. */
export class NetworkStatus {
  #online = $state(true);

  /** `navigator.onLine` may be wrong when true, never when false; true until it is known. */
  get online(): boolean {
    return this.#online;
  }

  /** Keeps `online` up to date. @returns stops it */
  follow(events: NetworkEvents, navigator: { readonly onLine: boolean }): () => void {
    const read = () => {
      this.#online = navigator.onLine;
    };
    read();
    events.addEventListener('online', read);
    events.addEventListener('offline', read);
    return () => {
      events.removeEventListener('online', read);
      events.removeEventListener('offline', read);
    };
  }
}
