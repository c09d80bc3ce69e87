import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intersectsInvalidly } from '../../../geodata/checks/crossings.js';
import { pointKey, type GridPoint } from '../../../geodata/mesh/grid.js';
import { nodeSegments, type Segment } from '../../../geodata/mesh/node-segments.js';

const point = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }));
const segment = fc.tuple(point, point).map(([a, b]): Segment => [a, b]);

const ends = (segments: readonly Segment[]) => new Set(segments.flat().map(pointKey));

describe('nodeSegments', () => {
  it('gives a crossing one vertex both lines share', () => {
    const noded = nodeSegments([
      [
        [0, 0],
        [10, 10],
      ],
      [
        [0, 10],
        [10, 0],
      ],
    ]);
    expect(noded).toHaveLength(4);
    expect(noded.every(([a, b]) => [a, b].some(([x, y]) => x === 5 && y === 5))).toBe(true);
  });

  it('puts a vertex where a line ends on another', () => {
    const noded = nodeSegments([
      [
        [0, 0],
        [10, 0],
      ],
      [
        [4, 0],
        [4, 7],
      ],
    ]);
    expect(noded).toHaveLength(3);
    expect(ends(noded).has(pointKey([4, 0]))).toBe(true);
  });

  it('keeps one copy of what two lines have in common', () => {
    const noded = nodeSegments([
      [
        [0, 0],
        [10, 0],
      ],
      [
        [12, 0],
        [4, 0],
      ],
    ]);
    const lengths = noded.map(([a, b]) => Math.abs(a[0] - b[0])).sort((p, q) => p - q);
    expect(lengths).toEqual([2, 4, 6]);
  });

  it('drops a line of no length', () => {
    expect(
      nodeSegments([
        [
          [3, 3],
          [3, 3],
        ],
      ]),
    ).toEqual([]);
  });

  // Oracle: every pair, tested exactly.
  it('leaves no two segments that meet but in a common end, and loses no end', () => {
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 14 }), (segments) => {
        const noded = nodeSegments(segments);
        noded.forEach(([a, b], at) => {
          for (const [c, d] of noded.slice(at + 1)) expect(intersectsInvalidly(a, b, c, d)).toBe(false);
        });
        const kept = ends(noded);
        const real = segments.filter(([a, b]) => pointKey(a) !== pointKey(b));
        for (const end of ends(real)) expect(kept.has(end)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('moves no line by more than two grid steps', () => {
    const offLine = ([a, b]: Segment, p: GridPoint): number =>
      Math.abs((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])) /
      Math.hypot(b[0] - a[0], b[1] - a[1]);
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 10 }), (segments) => {
        const real = segments.filter(([a, b]) => pointKey(a) !== pointKey(b));
        for (const piece of nodeSegments(real)) {
          const nearest = Math.min(...real.map((line) => Math.max(...piece.map((p) => offLine(line, p)))));
          expect(nearest).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 100 },
    );
  });
});
