import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReachIndex } from '../../src/geometry/reach-index.js';
import { citySegment, cityPosition, turfDistance } from './arbitraries.js';

const reaching = fc.record({ ends: citySegment, reach: fc.double({ min: 0, max: 20_000, noNaN: true }) });

describe('ReachIndex', () => {
  it('leaves out none that reaches the position, as turf says in a loop', () => {
    fc.assert(
      fc.property(fc.array(reaching, { maxLength: 150 }), cityPosition, (all, position) => {
        const near = new ReachIndex(
          all.flatMap(({ ends }) => ends),
          all.map(({ reach }) => reach),
        ).near(position);
        expect(new Set(near).size).toBe(near.length);
        all.forEach(({ ends, reach }, i) => {
          if (turfDistance(position, ends) <= reach) expect(near).toContain(i);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('leaves out what is far beyond its reach, however far others reach', () => {
    const here = [130.4, 33.6, 130.4, 33.6];
    expect(new ReachIndex([...here, ...here], [10, 1000]).near([130.4, 33.605])).toEqual([1]);
    expect(new ReachIndex([130, 33.5, 130.01, 33.5], [100]).near([130.005, 33.5008])).toEqual([0]);
    expect(new ReachIndex([130, 33.5, 130.01, 33.5], [100]).near([130.005, 33.501])).toEqual([]);
  });

  it('knows that the great circle of a long edge leaves its box', () => {
    // A degree long, 112 m north of its ends in the middle.
    const long: [number, number, number, number] = [130, 33.5, 131, 33.5];
    expect(turfDistance([130.5, 33.5018], long)).toBeLessThan(100);
    expect(new ReachIndex(long, [100]).near([130.5, 33.5018])).toEqual([0]);
    expect(new ReachIndex(long, [100]).near([130.5, 33.504])).toEqual([]);
  });

  it('can be empty, and nothing reaches no position', () => {
    expect(new ReachIndex([], []).near([130, 33])).toEqual([]);
    expect(new ReachIndex([130, 33, 130, 33], [1e6]).near([NaN, 33])).toEqual([]);
  });
});
