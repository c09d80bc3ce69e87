/**
 * CONTRACT OnlineState: is there a network at all?
 *   .online   boolean (true until known otherwise; `navigator.onLine` may be wrong when true, never when false)
 *   .follow(window, navigator) → stop()
 */
export interface OnlineEvents {
  addEventListener(type: 'online' | 'offline', listener: () => void): void;
  removeEventListener(type: 'online' | 'offline', listener: () => void): void;
}

export class OnlineState {
  #online = $state(true);

  get online(): boolean {
    return this.#online;
  }

  follow(events: OnlineEvents, navigator: { readonly onLine: boolean }): () => void {
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
