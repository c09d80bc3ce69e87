/**
 * CONTRACT OfflineState: what the service worker has to tell.
 *   .ready     the page has just become usable without a network (said once; `dismissReady()`)
 *   .update    null | 'waiting' (a new version is stored, nothing has changed yet) | 'taken' (another window took it)
 *   .updateNow()  .readOn()   the reader's choice; nothing reloads unless asked
 */
export class OfflineState {
  #ready = $state(false);
  #update = $state<'waiting' | 'taken' | null>(null);
  #apply: () => void = () => undefined;

  get ready(): boolean {
    return this.#ready;
  }
  get update(): 'waiting' | 'taken' | null {
    return this.#update;
  }

  becameReady(): void {
    this.#ready = true;
  }

  dismissReady(): void {
    this.#ready = false;
  }

  /** @param apply does what the reader asks for: activates the new version, or reloads */
  announce(update: 'waiting' | 'taken', apply: () => void): void {
    this.#update = update;
    this.#apply = apply;
  }

  updateNow(): void {
    this.#update = null;
    this.#apply();
  }

  readOn(): void {
    this.#update = null;
  }
}
