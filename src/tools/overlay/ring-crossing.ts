import Flatbush from 'flatbush';
import type { Position } from 'geojson';

/** Rings longer than this are not looked at: the check is a courtesy, not a gate. */
const longestRing = 20_000;
/** So many pairs of segments are held against each other; in a knot of lines it would be all with all. */
const mostPairs = 1_000_000;

/**
 * Whether a closed ring crosses or touches itself anywhere but at neighbouring segments.
 * First and last position must be equal.
 */
export function ringCrossesItself(ring: readonly Position[]): boolean {
  const count = ring.length - 1;
  if (count < 4 || count > longestRing) return false;
  const index = new Flatbush(count);
  for (let i = 0; i < count; i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[i + 1] ?? [];
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  let pairs = 0;
  for (let i = 0; i < count; i++) {
    const a = ring[i];
    const b = ring[i + 1];
    if (!a || !b) continue;
    const [ax = 0, ay = 0] = a;
    const [bx = 0, by = 0] = b;
    const near = index.search(
      Math.min(ax, bx),
      Math.min(ay, by),
      Math.max(ax, bx),
      Math.max(ay, by),
      (j) => j > i + 1,
    );
    pairs += near.length + 1;
    if (pairs > mostPairs) return false;
    for (const j of near) {
      if (i === 0 && j === count - 1) continue;
      const c = ring[j];
      const d = ring[j + 1];
      if (c && d && segmentsMeet(a, b, c, d)) return true;
    }
  }
  return false;
}

function side(a: Position, b: Position, c: Position): number {
  return (
    ((b[0] ?? 0) - (a[0] ?? 0)) * ((c[1] ?? 0) - (a[1] ?? 0)) -
    ((b[1] ?? 0) - (a[1] ?? 0)) * ((c[0] ?? 0) - (a[0] ?? 0))
  );
}

/** Proper crossings only: rings that touch at a vertex are common in drawings and harmless for an area. */
function segmentsMeet(a: Position, b: Position, c: Position, d: Position): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
