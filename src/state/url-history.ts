/**
 * Writes hashes into the browser's history without flooding it: a new selection or page is a
 * new entry (so that "back" returns to the former one), everything else replaces the present
 * entry, at most once in `replaceEveryMilliseconds` (Safari refuses more than 100 in 30 s).
 */
export interface HistoryWindow {
  readonly location: { readonly hash: string };
  readonly history: {
    pushState(data: unknown, unused: string, url: string): void;
    replaceState(data: unknown, unused: string, url: string): void;
  };
  setTimeout(callback: () => void, milliseconds: number): number;
  clearTimeout(timer: number): void;
}

const replaceEveryMilliseconds = 400;

export class UrlHistory {
  readonly #window: HistoryWindow;
  #waiting: string | null = null;
  #timer: number | null = null;

  constructor(window: HistoryWindow) {
    this.#window = window;
  }

  /** The hash shown now, or the one about to replace it. */
  get current(): string {
    return this.#waiting ?? this.#window.location.hash;
  }

  /** A new entry. What still waited to be replaced is written first, so that "back" finds it. */
  push(hash: string): void {
    this.flush();
    if (hash !== this.#window.location.hash) this.#window.history.pushState(null, '', hash);
  }

  replace(hash: string): void {
    this.#waiting = hash;
    this.#timer ??= this.#window.setTimeout(() => this.flush(), replaceEveryMilliseconds);
  }

  flush(): void {
    const hash = this.#waiting;
    this.discard();
    if (hash !== null && hash !== this.#window.location.hash)
      this.#window.history.replaceState(null, '', hash);
  }

  /** Forgets what waits: after "back" it would overwrite the entry just returned to. */
  discard(): void {
    if (this.#timer !== null) this.#window.clearTimeout(this.#timer);
    this.#timer = null;
    this.#waiting = null;
  }
}
