/** Timing that stands a busy machine: the best of several rounds, each the mean of many calls. */
export function microseconds<Item>(items: readonly Item[], run: (item: Item) => unknown, rounds = 7): number {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    for (const item of items) run(item);
    best = Math.min(best, ((performance.now() - start) * 1000) / items.length);
  }
  return best;
}

export interface Spread {
  median: number;
  p99: number;
}

/** Median and 99th percentile over single calls, in microseconds, of the round with the lowest median. */
export function spread<Item>(items: readonly Item[], run: (item: Item) => unknown, rounds = 7): Spread {
  let best: Spread = { median: Infinity, p99: Infinity };
  for (let round = 0; round < rounds; round++) {
    const times = items
      .map((item) => {
        const start = performance.now();
        run(item);
        return (performance.now() - start) * 1000;
      })
      .sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(times.length * share)] ?? Infinity;
    if (at(0.5) < best.median) best = { median: at(0.5), p99: at(0.99) };
  }
  return best;
}

export function milliseconds(run: () => unknown, rounds = 5): number {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** The same numbers on every machine (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
