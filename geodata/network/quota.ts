/**
 * Hands out values so that their weights keep to given shares from the first to the last:
 * always the allowed value that lags behind most. Totals come out exact to one piece, whatever the size.
 */
export class Quota<Value extends string | number> {
  readonly #shares: ReadonlyMap<Value, number>;
  readonly #given = new Map<Value, number>();
  #total = 0;

  constructor(shares: Iterable<readonly [Value, number]>) {
    this.#shares = new Map(shares);
  }

  /** The next value for a piece of this weight. @param allowed leaves values out; at least one must stay */
  take(weight: number, allowed: (value: Value) => boolean = () => true): Value {
    this.#total += weight;
    let best: Value | null = null;
    let bestLag = -Infinity;
    for (const [value, share] of this.#shares) {
      if (!allowed(value)) continue;
      const lag = share * this.#total - (this.#given.get(value) ?? 0);
      if (lag <= bestLag) continue;
      best = value;
      bestLag = lag;
    }
    if (best === null) throw new RangeError('no value is allowed');
    this.#given.set(best, (this.#given.get(best) ?? 0) + weight);
    return best;
  }
}
