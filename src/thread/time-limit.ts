/** A person in the rain must not wait for a dead server, and these answers are a few kilobytes: 8 s are enough on slow 2G. */
const limitMilliseconds = 8_000;

/** Ends a question to a national service after its time, or when its caller gives it up. */
export class TimeLimit {
  readonly #controller = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #given: AbortSignal | undefined;
  readonly #forward = () => this.#controller.abort(this.#given?.reason);

  constructor(given?: AbortSignal) {
    this.#given = given;
    this.#timer = setTimeout(
      () => this.#controller.abort(new DOMException('the time is over', 'TimeoutError')),
      limitMilliseconds,
    );
    if (given?.aborted) this.#forward();
    given?.addEventListener('abort', this.#forward, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Call it when the question has been answered. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#given?.removeEventListener('abort', this.#forward);
  }
}
