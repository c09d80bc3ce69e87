/** Forgiving comparison of keys by the pairs of neighbouring characters they share (Dice coefficient). */
export interface BigramTable {
  /** Pair → numbers of the keys that hold it. */
  postings: ReadonlyMap<string, readonly number[]>;
  /** How many pairs each key holds. */
  sizes: readonly number[];
  keys: readonly string[];
}

/** Pairs of a text with its two ends marked: `天神` → ^天 天神 神$. Each pair once. */
function bigramsOf(text: string): Set<string> {
  const marked = `^${text}$`;
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < marked.length; i++) pairs.add(marked.slice(i, i + 2));
  return pairs;
}

export function bigramTable(keys: readonly string[]): BigramTable {
  const postings = new Map<string, number[]>();
  const sizes = keys.map((key, number) => {
    const pairs = bigramsOf(key);
    for (const pair of pairs) {
      const list = postings.get(pair);
      if (list) list.push(number);
      else postings.set(pair, [number]);
    }
    return pairs.size;
  });
  return { postings, sizes, keys };
}

/** Keys at least `minimum` (0–1) alike `text`, most alike first, at most `limit`. */
export function similarKeys(
  table: BigramTable,
  text: string,
  minimum: number,
  limit: number,
): { key: string; likeness: number }[] {
  const pairs = bigramsOf(text);
  const shared = new Map<number, number>();
  for (const pair of pairs) {
    for (const number of table.postings.get(pair) ?? []) shared.set(number, (shared.get(number) ?? 0) + 1);
  }
  const found: { key: string; likeness: number }[] = [];
  for (const [number, count] of shared) {
    const likeness = (2 * count) / (pairs.size + (table.sizes[number] ?? 0));
    if (likeness >= minimum) found.push({ key: table.keys[number] ?? '', likeness });
  }
  return found.sort((a, b) => b.likeness - a.likeness).slice(0, limit);
}
