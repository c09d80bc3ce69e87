import Flatbush from 'flatbush';
import { pointKey, type GridPoint } from './grid.js';

export type Segment = readonly [GridPoint, GridPoint];

/** Positive when c lies left of a→b. Exact: operands are grid integers. */
function side(a: GridPoint, b: GridPoint, c: GridPoint): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function indexOf(boxes: readonly (readonly [number, number, number, number])[]): Flatbush {
  const index = new Flatbush(boxes.length);
  for (const [west, south, east, north] of boxes) index.add(west, south, east, north);
  index.finish();
  return index;
}

function boxOf([a, b]: Segment): readonly [number, number, number, number] {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])];
}

/** Where two segments cross inside both, rounded to the grid; null when they do not. */
function crossing([a, b]: Segment, [c, d]: Segment): GridPoint | null {
  const c1 = side(a, b, c);
  const c2 = side(a, b, d);
  if ((c1 > 0 && c2 > 0) || (c1 < 0 && c2 < 0) || c1 === c2) return null;
  const a1 = side(c, d, a);
  const a2 = side(c, d, b);
  if ((a1 > 0 && a2 > 0) || (a1 < 0 && a2 < 0)) return null;
  const t = c1 / (c1 - c2);
  return [Math.round(c[0] + t * (d[0] - c[0])), Math.round(c[1] + t * (d[1] - c[1]))];
}

/**
 * A pixel owns its left and lower edge, not the right and upper one (Hobby 1999): a line through a corner where four
 * pixels meet belongs to one of them, or it would zigzag between them pass after pass.
 */
const upperHalf = 0.5 - 1e-7;

/** Whether a segment meets the unit square around a grid point, and how far along it (0–1) if so. */
function meetsPixel([a, b]: Segment, point: GridPoint): number | null {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  let low = 0;
  let high = 1;
  for (const [start, delta, centre] of [
    [a[0], dx, point[0]],
    [a[1], dy, point[1]],
  ] as const) {
    if (delta === 0) {
      if (start < centre - 0.5 || start > centre + upperHalf) return null;
      continue;
    }
    const t1 = (centre - 0.5 - start) / delta;
    const t2 = (centre + upperHalf - start) / delta;
    low = Math.max(low, Math.min(t1, t2));
    high = Math.min(high, Math.max(t1, t2));
    if (low > high) return null;
  }
  return ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / (dx * dx + dy * dy);
}

function unique(segments: Iterable<Segment>): Segment[] {
  const seen = new Map<string, Segment>();
  for (const [a, b] of segments) {
    const ka = pointKey(a);
    const kb = pointKey(b);
    if (ka === kb) continue;
    const segment: Segment = ka < kb ? [a, b] : [b, a];
    seen.set(ka < kb ? `${ka}/${kb}` : `${kb}/${ka}`, segment);
  }
  return [...seen.values()];
}

function nodeOnce(segments: readonly Segment[]): Segment[] {
  const boxes = segments.map(boxOf);
  const segmentIndex = indexOf(boxes);
  const hot = new Map<number, GridPoint>();
  for (const segment of segments) for (const point of segment) hot.set(pointKey(point), point);
  segments.forEach((segment, at) => {
    const [west, south, east, north] = boxes[at]!;
    for (const other of segmentIndex.search(west, south, east, north)) {
      if (other <= at) continue;
      const point = crossing(segment, segments[other]!);
      if (point !== null) hot.set(pointKey(point), point);
    }
  });
  const points = [...hot.values()];
  const pointIndex = indexOf(points.map(([x, y]) => [x, y, x, y] as const));
  const pieces: Segment[] = [];
  segments.forEach((segment, at) => {
    const [west, south, east, north] = boxes[at]!;
    const stops = pointIndex
      .search(west - 0.5, south - 0.5, east + 0.5, north + 0.5)
      .flatMap((candidate) => {
        const along = meetsPixel(segment, points[candidate]!);
        return along === null ? [] : [{ along, point: points[candidate]! }];
      })
      .sort((p, q) => p.along - q.along || pointKey(p.point) - pointKey(q.point));
    for (let index = 1; index < stops.length; index++) {
      pieces.push([stops[index - 1]!.point, stops[index]!.point]);
    }
  });
  return unique(pieces);
}

/**
 * Snap rounding (Hobby 1999): splits segments wherever they meet, at grid points only, so that afterwards two
 * segments share an end or nothing. Rounding bends a line by half a grid step (0.05 m), where passes add up by one or
 * two. Passes repeat because a bent line may touch a vertex it missed before.
 */
export function nodeSegments(input: Iterable<Segment>): Segment[] {
  let segments = unique(input);
  if (segments.length === 0) return [];
  for (let pass = 0; pass < 12; pass++) {
    const next = nodeOnce(segments);
    const before = new Set(segments.map(([a, b]) => `${pointKey(a)}/${pointKey(b)}`));
    const same =
      next.length === segments.length && next.every(([a, b]) => before.has(`${pointKey(a)}/${pointKey(b)}`));
    segments = next;
    if (same) return segments;
  }
  throw new Error('nodeSegments: no stable arrangement after 12 passes; is the input on the grid?');
}
