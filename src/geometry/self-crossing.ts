import { kinks } from '@turf/kinks';
import Flatbush from 'flatbush';
import type { Position as GeoJsonPosition } from 'geojson';

/** Rings longer than this are not looked at: the check is a courtesy, not a gate. */
const longestRing = 20_000;
/** So many pairs of segments are held against each other, 0.3 s of kinks; in a knot it would be all with all. */
const mostPairs = 1_000_000;
/** And so many for all rings of a layer: a few for each of four million segments, ten seconds of knots. */
const mostPairsTogether = 30_000_000;
/** Pairs of segments held against each other so far, counted over the rings of a layer. */
export interface PairsLooked {
  pairs: number;
}
/** A meeting place this near to an end, as a share of the coordinates' size, is that end: rounding, not a crossing. */
const sameShare = 1e-12;

type Box = [number, number, number, number];

function boxOf([ax = 0, ay = 0]: GeoJsonPosition, [bx = 0, by = 0]: GeoJsonPosition): Box {
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}

/**
 * Whether a closed ring crosses itself, by turf's kinks; a box index narrows the pairs of segments. Proper crossings
 * only: rings that touch themselves at a vertex are common in drawings and harmless for an area. Rings of more than
 * 20,000 segments, and knots, are passed as not crossing; so is what follows when a layer has cost too much.
 * First and last position must be equal; any plane units.
 */
export function ringCrossesItself(
  ring: readonly GeoJsonPosition[],
  together: PairsLooked = { pairs: 0 },
): boolean {
  const count = ring.length - 1;
  if (count < 4 || count > longestRing || together.pairs > mostPairsTogether) return false;
  const index = new Flatbush(count);
  for (let i = 0; i < count; i++) index.add(...boxOf(ring[i] ?? [], ring[i + 1] ?? []));
  index.finish();
  let pairs = 0;
  for (let i = 0; i < count; i++) {
    const [a, b] = [ring[i], ring[i + 1]];
    if (!a || !b) continue;
    const near = index.search(...boxOf(a, b), (j) => j > i + 1);
    pairs += near.length + 1;
    together.pairs += near.length + 1;
    if (pairs > mostPairs) return false;
    for (const j of near) {
      if (i === 0 && j === count - 1) continue;
      const [c, d] = [ring[j], ring[j + 1]];
      if (c && d && segmentsCross(a, b, c, d)) return true;
    }
  }
  return false;
}

/** kinks skips neighbours, so of the line a–b–c–d it holds a–b against c–d alone. It counts touching as well. */
function segmentsCross(
  a: GeoJsonPosition,
  b: GeoJsonPosition,
  c: GeoJsonPosition,
  d: GeoJsonPosition,
): boolean {
  const [kink] = kinks({ type: 'LineString', coordinates: [a, b, c, d] }).features;
  if (!kink) return false;
  const [x = NaN, y = NaN] = kink.geometry.coordinates;
  const ends = [a, b, c, d].map(([endX = NaN, endY = NaN]) => [endX, endY] as const);
  const same = sameShare * Math.max(...ends.flat().map(Math.abs));
  return ends.every(([endX, endY]) => Math.abs(x - endX) > same || Math.abs(y - endY) > same);
}
