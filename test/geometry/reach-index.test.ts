import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metersPerDegree } from '../../src/geometry/metric.js';
import type { Position } from '../../src/geometry/position.js';
import { ReachIndex } from '../../src/geometry/reach-index.js';
import { bruteDistance, citySegment, cityPosition } from './arbitraries.js';

const reaching = fc.record({ ends: citySegment, reach: fc.double({ min: 0, max: 20_000, noNaN: true }) });

describe('ReachIndex', () => {
  it('finds what a loop over all finds, each segment with a reach of its own', () => {
    fc.assert(
      fc.property(fc.array(reaching, { maxLength: 150 }), cityPosition, (all, position) => {
        const index = new ReachIndex(
          all.flatMap(({ ends }) => ends),
          all.map(({ reach }) => reach),
        );
        const found: number[] = [];
        index.reaching(position, (segment, meters) => {
          expect(meters).toBeCloseTo(bruteDistance(position, all[segment]!.ends), 6);
          found.push(segment);
        });
        const expected = all.flatMap(({ ends, reach }, i) =>
          bruteDistance(position, ends) <= reach ? [i] : [],
        );
        expect(found.sort((a, b) => a - b)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('reaches along the whole segment, not from its ends only', () => {
    const index = new ReachIndex([130, 33.5, 131, 33.5], [100]);
    const hit = (position: Position) => {
      let count = 0;
      index.reaching(position, () => count++);
      return count;
    };
    expect(hit([130.5, 33.5008])).toBe(1);
    expect(hit([130.5, 33.501])).toBe(0);
  });

  it('reaches as far east, west, north and south as it says, and no farther', () => {
    const place: Position = [130.4, 33.6];
    const scale = metersPerDegree(33.6);
    for (const reach of [0, 1, 50, 5000])
      for (const [east, north] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const) {
        const hits = (share: number) => {
          const meters = reach * share;
          let count = 0;
          new ReachIndex([...place, ...place], [reach]).reaching(
            [place[0] + (east * meters) / scale.east, place[1] + (north * meters) / scale.north],
            () => count++,
          );
          return count;
        };
        expect(hits(0)).toBe(1);
        // Degrees differ by 0.03 % over 5 km of latitude.
        expect(hits(0.999)).toBe(1);
        if (reach > 0) expect(hits(1.001)).toBe(0);
      }
  });

  it('a reach of one segment does not make the others reach', () => {
    const found: number[] = [];
    new ReachIndex([130.4, 33.6, 130.4, 33.6, 130.4, 33.6, 130.4, 33.6], [10, 1000]).reaching(
      [130.4, 33.605],
      (segment) => found.push(segment),
    );
    expect(found).toEqual([1]);
  });

  it('can be empty, and nothing reaches no position', () => {
    new ReachIndex([], []).reaching([130, 33], () => expect.unreachable());
    new ReachIndex([130, 33, 130, 33], [1e6]).reaching([NaN, 33], () => expect.unreachable());
  });
});
