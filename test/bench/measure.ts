/** Processor time in microseconds: on a machine that others use too, the clock on the wall measures them. */
export function processorMicroseconds(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/**
 * Processor time of one call in microseconds, for several things beside each other: the median over batches,
 * of the best of several rounds. They take turns, so that a busy minute falls on all of them.
 */
export function microseconds<Item>(
  items: readonly Item[],
  runs: readonly ((item: Item) => unknown)[],
  { rounds = 12, batch = 50 } = {},
): number[] {
  const best = runs.map(() => Infinity);
  for (let round = 0; round < rounds; round++)
    runs.forEach((run, i) => (best[i] = Math.min(best[i] as number, medianOfBatches(items, run, batch))));
  return best;
}

function medianOfBatches<Item>(items: readonly Item[], run: (item: Item) => unknown, batch: number): number {
  const times: number[] = [];
  for (let start = 0; start < items.length; start += batch) {
    const part = items.slice(start, start + batch);
    const before = processorMicroseconds();
    for (const item of part) run(item);
    times.push((processorMicroseconds() - before) / part.length);
  }
  times.sort((a, b) => a - b);
  return times[times.length >> 1] ?? Infinity;
}

/** Processor time of one call in milliseconds, the best of several rounds. */
export function milliseconds(run: () => unknown, rounds = 5): number {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const before = processorMicroseconds();
    run();
    best = Math.min(best, (processorMicroseconds() - before) / 1000);
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

/** p in "cost grows with size to the power of p". */
export function growthExponent(smaller: number, larger: number, times: number): number {
  return Math.log(larger / smaller) / Math.log(times);
}
