/**
 * A number in [0, 1) from a seed and three integers, the same on every machine and in any order of asking:
 * two blocks that share a street corner must agree on where it is without knowing of each other.
 */
export function randomAt(seed: number, x: number, y: number, purpose: number): number {
  let hash = seed ^ 0x9e3779b9;
  for (const part of [x, y, purpose]) {
    hash = Math.imul(hash ^ part, 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return (hash >>> 0) / 2 ** 32;
}
