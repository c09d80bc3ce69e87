/** What the service worker has to tell. Nothing reloads unless the reader asks for it. */
export class OfflineState {
  #ready = $state(false);
  #update = $state<'waiting' | 'taken' | null>(null);
  #apply: () => void = () => undefined;

  /** The page has just become usable without a network; said once, until `dismissReady`. */
  get ready(): boolean {
    return this.#ready;
  }
  /** `waiting`: a new version is stored, nothing has changed yet. `taken`: another window took it. */
  get update(): 'waiting' | 'taken' | null {
    return this.#update;
  }

  markReady(): void {
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

  /** The reader takes the new version. */
  updateNow(): void {
    this.#update = null;
    this.#apply();
  }

  /** The reader stays with the version that is open. */
  postponeUpdate(): void {
    this.#update = null;
  }
}
