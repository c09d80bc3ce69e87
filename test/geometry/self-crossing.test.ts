import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { ringCrossesItself } from '../../src/geometry/self-crossing.js';

const close = (ring: readonly Position[]): Position[] => [...ring, ring[0] ?? []];

/** Exact on small whole numbers. */
function side([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, [cx = 0, cy = 0]: Position): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

type Edges = (a: Position, b: Position, c: Position, d: Position) => boolean;

/** Every edge against every other. */
function somePair(ring: readonly Position[], holds: Edges): boolean {
  const edges = ring.slice(1).map((to, index) => [ring[index] ?? [], to] as const);
  return edges.some(([a, b], index) => edges.slice(index + 1).some(([c, d]) => holds(a, b, c, d)));
}
const cross: Edges = (a, b, c, d) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
const inLine: Edges = (a, b, c, d) => side(a, b, c) === 0 && side(a, b, d) === 0;

const gridRing = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
    minLength: 3,
    maxLength: 9,
  })
  .map((ring) => close(ring));

describe('a ring that crosses itself', () => {
  it('is found where holding every edge against every other finds it, in metres and in degrees', () => {
    fc.assert(
      fc.property(gridRing, (ring) => {
        const expected = somePair(ring, cross);
        const moved = (x: number, y: number, step: number) =>
          ring.map(([column = 0, row = 0]) => [x + column * step, y + row * step]);
        expect(ringCrossesItself(ring)).toBe(expected);
        expect(ringCrossesItself(moved(-56_000, 65_000, 0.5))).toBe(expected);
        // A millionth of a degree, a decimetre: touching corners are off by rounding, and still only touch. Of edges
        // that run along one another rounding makes a crossing or none.
        if (!somePair(ring, inLine)) expect(ringCrossesItself(moved(130.4, 33.6, 1e-6))).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('is a bow tie, not a square, nor rings that only touch', () => {
    const bowTie = close([
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
    ]);
    const square = close([
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
    ]);
    const touchingCorner = close([
      [0, 0],
      [2, 1],
      [4, 0],
      [4, 4],
      [2, 1],
      [0, 4],
    ]);
    const cornerOnEdge = close([
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 0],
      [0, 4],
    ]);
    expect([bowTie, square, touchingCorner, cornerOnEdge].map((ring) => ringCrossesItself(ring))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('is not looked for in rings of more than 20,000 edges, nor in triangles', () => {
    const round = (count: number) =>
      Array.from({ length: count }, (_, index) => {
        const angle = (2 * Math.PI * index) / count;
        return [Math.cos(angle), Math.sin(angle)];
      });
    // From the circle's last corner, at the right, out through its left side.
    const crossing = (count: number) => close([...round(count), [-2, 0.3]]);
    expect(ringCrossesItself(crossing(100))).toBe(true);
    expect(ringCrossesItself(crossing(19_999))).toBe(true);
    expect(ringCrossesItself(crossing(20_000))).toBe(false);
    expect(
      ringCrossesItself([
        [0, 0],
        [1, 0],
        [0, 1],
        [0, 0],
      ]),
    ).toBe(false);
    expect(ringCrossesItself([])).toBe(false);
  });
});
