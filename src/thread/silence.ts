/**
 * Nothing has come for so long that nothing will. A transfer that goes on, however slowly, is never ended: what is
 * measured is the silence between two pieces, not the time of the whole.
 */
export class Stalled extends Error {
  override readonly name = 'Stalled';

  constructor(what: string) {
    super(`${what}: nothing came for ${silenceMilliseconds() / 1000} s`);
  }
}

/** Whether a failure is one, also where only its words came across from a thread. */
export function isStalled(error: unknown): boolean {
  return (
    error instanceof Error && (error.name === 'Stalled' || /: nothing came for [\d.]+ s$/.test(error.message))
  );
}

/**
 * A line that loses the same piece four times in a row is silent for 1 + 2 + 4 + 8 s before it goes on by itself, and a
 * slow 2G answers after 2 s: what is silent longer does not come back. docs/reliability.md says what follows from it.
 */
const usualSeconds = 20;

/** What a page and its threads have of each other's settings. */
interface SettingScope {
  document?: { querySelector(selector: string): { getAttribute(name: string): string | null } | null };
  /** Of a worker. */
  name?: string;
}

/**
 * How long a transfer may be silent: `<meta name="mizumichi-silence" content="seconds">` where the operator of a page
 * set it, 20 s otherwise. A thread is told by its name.
 */
export function silenceMilliseconds(scope: SettingScope = globalThis): number {
  const written = scope.document
    ? scope.document.querySelector('meta[name="mizumichi-silence"]')?.getAttribute('content')
    : /^silence (.*)$/.exec(scope.name ?? '')?.[1];
  const seconds = Number(written ?? Number.NaN);
  return (seconds > 0 && seconds < 3600 ? seconds : usualSeconds) * 1000;
}

/** The name a thread must be given to keep the silence of this page. */
export function threadName(): string {
  return `silence ${silenceMilliseconds() / 1000}`;
}

/** Ends with `onSilence` when it was not restarted in time; does nothing while it is stopped. */
export class SilenceClock {
  readonly #onSilence: () => void;
  readonly #milliseconds: number;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(onSilence: () => void, milliseconds = silenceMilliseconds()) {
    this.#onSilence = onSilence;
    this.#milliseconds = milliseconds;
  }

  restart(): void {
    this.stop();
    this.#timer = setTimeout(this.#onSilence, this.#milliseconds);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
