/** As much of a window as is looked at. */
type Replaced = Pick<typeof globalThis, 'matchMedia' | 'ResizeObserver' | 'IntersectionObserver' | 'crypto'>;

/** Tells once of everything it is to observe, and of nothing after that. */
class SeenOnce {
  readonly #tell: (entries: { target: Element; isIntersecting: boolean }[]) => void;

  constructor(tell: (entries: never[]) => void) {
    this.#tell = tell as (entries: { target: Element; isIntersecting: boolean }[]) => void;
  }
  observe(target: Element): void {
    queueMicrotask(() => this.#tell([{ target, isIntersecting: true }]));
  }
  unobserve(): void {
    // nothing goes on
  }
  disconnect(): void {
    // nothing goes on
  }
}

/**
 * Stands in for what every supported browser has and this one lacks all the same (a hardened browser, an extension, a
 * page without https): the page then follows the device less closely, and works. Call it before anything is drawn.
 */
export function standIn(window: Partial<Replaced>): void {
  window.matchMedia ??= (media) =>
    Object.assign(new EventTarget(), {
      media,
      matches: false,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    }) as MediaQueryList;
  window.ResizeObserver ??= SeenOnce as unknown as typeof ResizeObserver;
  window.IntersectionObserver ??= SeenOnce as unknown as typeof IntersectionObserver;
  const { crypto } = window;
  if (crypto && !('randomUUID' in crypto && crypto.randomUUID))
    Reflect.defineProperty(crypto, 'randomUUID', { value: randomUuid, configurable: true });
}

/** A random name (RFC 9562, version 4). Nothing is kept secret by it: it tells drawings of one person apart. */
function randomUuid(): string {
  const digits = () => Math.floor(Math.random() * 16).toString(16);
  return '10000000-1000-4000-8000-100000000000'.replace(/[01]/g, digits);
}
