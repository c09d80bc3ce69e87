import type { MetricPoint } from './contour.js';

/** Douglas–Peucker on a closed line, tolerance in metres. */
export function simplifyRing(ring: readonly MetricPoint[], tolerance: number): MetricPoint[] {
  const middle = Math.floor(ring.length / 2);
  const keep = new Set<number>([0, middle]);
  const stack: [number, number][] = [
    [0, middle],
    [middle, ring.length],
  ];
  while (stack.length > 0) {
    const [from, to] = stack.pop()!;
    const a = ring[from]!;
    const b = ring[to % ring.length]!;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    let worst = tolerance;
    let at = -1;
    for (let index = from + 1; index < to; index++) {
      const p = ring[index]!;
      const off = Math.abs((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])) / length;
      if (off > worst) [worst, at] = [off, index];
    }
    if (at === -1) continue;
    keep.add(at);
    stack.push([from, at], [at, to]);
  }
  return [...keep].sort((p, q) => p - q).map((index) => ring[index]!);
}
