/** Outlines that cost a careless reader the square of their corners. Degrees, near the city. */
import type { Position } from 'geojson';

type Ring = Position[];
const closed = (ring: Ring): Ring => [...ring, ring[0] ?? []];

/** Every edge crosses nearly every other. @param corners odd */
export function star(corners: number): Ring {
  const points = Array.from({ length: corners }, (_, at): Position => {
    const angle = (((at * 7919) % corners) / corners) * 2 * Math.PI;
    return [130.4 + 0.05 * Math.cos(angle), 33.6 + 0.05 * Math.sin(angle)];
  });
  return closed(points);
}

/** Upright teeth side by side. */
export function comb(corners: number): Ring {
  const points = Array.from({ length: corners }, (_, at): Position => [
    130.3 + at * 2e-6,
    33.5 + (Math.floor(at / 2) % 2) * 0.1,
  ]);
  return closed([...points, [130.2, 33.4]]);
}

/** Long edges aslant, beside each other: none crosses, and the box of each lies over the boxes of all. */
export function sheaf(corners: number): Ring {
  const points = Array.from({ length: corners / 2 }, (_, at): Position[] => {
    const [low, high]: [Position, Position] = [
      [130.3 + at * 4e-6, 33.5],
      [130.4 + at * 4e-6, 33.6],
    ];
    return at % 2 === 1 ? [low, high] : [high, low];
  });
  return closed([...points.flat(), [130.9, 33.45]]);
}

/** There and back on one line, all of it. */
export function spikes(corners: number): Ring {
  const there = Array.from({ length: corners / 2 }, (_, at): Position => [130.3 + at * 1e-6, 33.5]);
  return closed([...there, ...there.toReversed()]);
}

function square([x, y]: readonly [number, number], half: number): Ring {
  return closed([
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ]);
}

/** Small squares, side by side or each in the next. */
export function squares(count: number, nested: boolean): Ring[][] {
  return Array.from({ length: count }, (_, at) => [
    nested
      ? square([130.4, 33.6], 3e-6 * (at + 1))
      : square([130.4 + (at % 1000) * 2e-4, 33.6 + Math.floor(at / 1000) * 2e-4], 1e-5),
  ]);
}

/** The same square again and again. */
export const copies = (count: number): Ring[][] =>
  Array.from({ length: count }, () => [square([130.4, 33.6], 1e-5)]);
