/** Follows a media query as a rune. `stop` when the owner goes. */
export class MediaState {
  #matches = $state(false);
  readonly #query: MediaQueryList;
  readonly #read = () => {
    this.#matches = this.#query.matches;
  };

  constructor(query: string) {
    this.#query = window.matchMedia(query);
    this.#read();
    this.#query.addEventListener('change', this.#read);
  }

  get matches(): boolean {
    return this.#matches;
  }

  stop(): void {
    this.#query.removeEventListener('change', this.#read);
  }
}
