/** Sorted keys with what they stand for: all entries whose key begins with a text, by binary search. */
export interface PrefixTable<Target> {
  keys: readonly string[];
  targets: readonly Target[];
}

const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export function prefixTable<Target>(entries: Iterable<readonly [string, Target]>): PrefixTable<Target> {
  const sorted = [...entries].filter(([key]) => key !== '').sort(([a], [b]) => inOrder(a, b));
  return { keys: sorted.map(([key]) => key), targets: sorted.map(([, target]) => target) };
}

/** Index of the first key not before `text`. */
function lowerBound(keys: readonly string[], text: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Entries whose key starts with `text`, in key order, at most `limit`; none for an empty text. */
export function startingWith<Target>(
  table: PrefixTable<Target>,
  text: string,
  limit: number,
): { key: string; target: Target }[] {
  const found: { key: string; target: Target }[] = [];
  if (text === '') return found;
  for (let i = lowerBound(table.keys, text); i < table.keys.length && found.length < limit; i++) {
    const key = table.keys[i];
    const target = table.targets[i];
    if (key === undefined || target === undefined || !key.startsWith(text)) break;
    found.push({ key, target });
  }
  return found;
}
