import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EdgeIndex, nearestPlaceOnSegment } from '../../src/geometry/edge-index.js';
import { distanceMeters } from '../../src/geometry/measure.js';
import type { Position } from '../../src/geometry/position.js';
import { citySegment as segment, cityPosition, turfDistance } from './arbitraries.js';

const segments = fc.array(segment, { minLength: 1, maxLength: 120 });
/** Edges of a city's size, of a region's (whose great circles bend), and points. */
const mixed = fc.array(
  fc.oneof(
    segment,
    fc
      .tuple(
        cityPosition,
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
      )
      .map(([[x, y], dx, dy]): [number, number, number, number] => [x, y, x + dx, y + dy]),
    cityPosition.map(([x, y]): [number, number, number, number] => [x, y, x, y]),
  ),
  { minLength: 1, maxLength: 60 },
);
const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
/** The same question put to turf in another company: the last bits may differ, nothing else. */
const micrometer = 1e-6;

describe('EdgeIndex', () => {
  it.each([
    ['short edges', segments],
    ['edges of all lengths', mixed],
  ])('finds what turf finds in a loop: %s', (_what, edges) => {
    fc.assert(
      fc.property(edges, cityPosition, (all, position) => {
        const nearest = new EdgeIndex(all.flat()).nearest(position)!;
        const distances = all.map((one) => turfDistance(position, one));
        expect(Math.abs(nearest.meters - least(distances))).toBeLessThan(micrometer);
        expect(Math.abs(distances[nearest.edge]! - nearest.meters)).toBeLessThan(micrometer);
        expect(Math.abs(distanceMeters(position, nearest.point) - nearest.meters)).toBeLessThan(micrometer);
      }),
      { numRuns: 200 },
    );
  });

  it('finds the nearest among some edges, and says when none is near enough', () => {
    fc.assert(
      fc.property(
        mixed,
        cityPosition,
        fc.double({ min: 0, max: 30_000, noNaN: true }),
        (all, position, limit) => {
          const some = all.flatMap((_, i) => (i % 3 === 0 ? [i] : []));
          const expected = least(some.map((i) => turfDistance(position, all[i]!)));
          fc.pre(Math.abs(expected - limit) > micrometer);
          const index = new EdgeIndex(all.flat());
          expect(Math.abs(index.nearestAmong(position, some)!.meters - expected)).toBeLessThan(micrometer);
          const found = index.nearestAmong(position, some, limit);
          if (expected > limit) expect(found).toBeNull();
          else expect(Math.abs(found!.meters - expected)).toBeLessThan(micrometer);
          expect(index.nearestAmong(position, [])).toBeNull();
        },
      ),
      { numRuns: 200 },
    );
  });

  it('bounds the distance without measuring it, and knows what is within another', () => {
    fc.assert(
      fc.property(
        mixed,
        cityPosition,
        fc.double({ min: 0, max: 30_000, noNaN: true }),
        (all, position, limit) => {
          const every = all.map((_, i) => i);
          const expected = least(all.map((one) => turfDistance(position, one)));
          const index = new EdgeIndex(all.flat());
          const { atLeast, atMost } = index.bounds(position, every);
          expect(atLeast).toBeLessThanOrEqual(expected + micrometer);
          expect(atMost).toBeGreaterThanOrEqual(expected - micrometer);
          fc.pre(Math.abs(expected - limit) > micrometer);
          expect(index.isWithin(position, every, limit)).toBe(expected <= limit);
          expect(index.isWithin(position, [], limit)).toBe(false);
          expect(index.bounds(position, [])).toEqual({ atLeast: Infinity, atMost: Infinity });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('settles what lies close to a limit as turf does', () => {
    fc.assert(
      fc.property(
        segment,
        cityPosition,
        fc.double({ min: 0.97, max: 1.03, noNaN: true }),
        (one, position, share) => {
          const expected = turfDistance(position, one);
          const limit = expected * share;
          fc.pre(Math.abs(expected - limit) > micrometer);
          expect(new EdgeIndex(one).isWithin(position, [0], limit)).toBe(expected <= limit);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('bounds a short edge within two hundredths', () => {
    fc.assert(
      fc.property(segment, cityPosition, (one, position) => {
        const { atLeast, atMost } = new EdgeIndex(one).bounds(position, [0]);
        expect(atMost - atLeast).toBeLessThan(atMost * 0.02 + 2);
      }),
    );
  });

  it('finds the nearest things of many edges each, as a loop does', () => {
    const owners = fc.array(fc.nat(12), { minLength: 120, maxLength: 120 });
    fc.assert(
      fc.property(
        mixed,
        owners,
        cityPosition,
        fc.integer({ min: 0, max: 6 }),
        (all, owner, position, count) => {
          const found = new EdgeIndex(all.flat()).nearestOwners(position, count, owner);
          const best = new Map<number, number>();
          all.forEach((one, i) => {
            best.set(owner[i]!, Math.min(best.get(owner[i]!) ?? Infinity, turfDistance(position, one)));
          });
          const expected = [...best.values()].sort((a, b) => a - b).slice(0, count);
          expect(found).toHaveLength(expected.length);
          expect(new Set(found.map(({ edge }) => owner[edge])).size).toBe(expected.length);
          found.forEach(({ meters }, i) => expect(Math.abs(meters - expected[i]!)).toBeLessThan(micrometer));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('takes a point as an edge of no length', () => {
    const nearest = new EdgeIndex([130.4, 33.6, 130.4, 33.6]).nearest([130.4, 33.5]);
    expect(nearest?.point).toEqual([130.4, 33.6]);
    expect(nearest?.meters).toBe(distanceMeters([130.4, 33.5], [130.4, 33.6]));
  });

  it('the lower number settles a tie between things', () => {
    const same = [130.4, 33.6, 130.41, 33.6];
    const index = new EdgeIndex(Array.from({ length: 60 }, () => same).flat());
    const place: Position = [130.405, 33.61];
    const owners = Array.from({ length: 60 }, (_, i) => 60 - i);
    expect(index.nearestOwners(place, 3, owners).map(({ edge }) => edge)).toEqual([0, 1, 2]);
    expect(index.nearestOwners(place, 3, Array(60).fill(7)).map(({ edge }) => edge)).toEqual([0]);
  });

  it('lists owners from the nearest to the farthest, however many boxes one of them has', () => {
    // The nearest forty edges are one pipe; the others stand behind it in a row, ever farther.
    const many = Array.from({ length: 40 }, (_, i) => [130.4 + i * 1e-5, 33.6, 130.4 + (i + 1) * 1e-5, 33.6]);
    const behind = Array.from({ length: 8 }, (_, i) => [130.4, 33.61 + i * 1e-3, 130.4, 33.61 + i * 1e-3]);
    const owners = [...many.map(() => 0), ...behind.map((_, i) => i + 1)];
    const index = new EdgeIndex([...many, ...behind].flat());
    expect(index.size).toBe(48);
    for (let count = 0; count <= 9; count++) {
      const found = index.nearestOwners([130.4001, 33.599], count, owners);
      expect(found.map(({ edge }) => owners[edge])).toEqual(Array.from({ length: count }, (_, i) => i));
      const meters = found.map((each) => each.meters);
      expect(meters).toEqual([...meters].sort((a, b) => a - b));
    }
    expect(index.nearestOwners([130.4, 33.6], 20, owners)).toHaveLength(9);
    expect(new EdgeIndex([]).nearestOwners([130.4, 33.6], 3, [])).toEqual([]);
  });

  it('finds and bounds long edges that run across the latitudes, whose great circles bend the most', () => {
    const far = fc.double({ min: -8, max: 8, noNaN: true });
    const edge = fc
      .tuple(far, far, far, far)
      // On very short edges turf itself is no oracle.
      .filter(([, , dx, dy]) => Math.hypot(dx, dy) > 0.01)
      .map(([x, y, dx, dy]): [number, number, number, number] => [
        138 + x,
        33 + y,
        138 + x + dx / 4,
        33 + y + dy / 2,
      ]);
    fc.assert(
      fc.property(
        fc.array(edge, { minLength: 1, maxLength: 20 }),
        fc.nat(19),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.99, max: 1.01, noNaN: true }),
        (all, which, t, share) => {
          const [x1, y1, x2, y2] = all[which % all.length]!;
          const position: Position = [x1 + t * (x2 - x1), y1 + t * (y2 - y1)];
          const expected = least(all.map((one) => turfDistance(position, one)));
          const every = all.map((_, i) => i);
          const index = new EdgeIndex(all.flat());
          expect(Math.abs(index.nearest(position)!.meters - expected)).toBeLessThan(micrometer);
          const { atLeast, atMost } = index.bounds(position, every);
          expect(atLeast).toBeLessThanOrEqual(expected + micrometer);
          expect(atMost).toBeGreaterThanOrEqual(expected - micrometer);
          const limit = expected * share;
          if (Math.abs(expected - limit) > micrometer)
            expect(index.isWithin(position, every, limit)).toBe(expected <= limit);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is right to a decimetre on edges of any shortness, where turf alone is metres off', () => {
    // 3 mm, 0.1 mm and 0.01 mm: turf's own place on them lies up to 50 m away.
    const length = fc.constantFrom(3e-8, 1e-9, 1e-10);
    const angle = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
    fc.assert(
      fc.property(cityPosition, length, angle, fc.integer({ min: 1, max: 90 }), (from, long, way, off) => {
        const to: Position = [from[0] + long * Math.cos(way), from[1] + long * Math.sin(way)];
        const across = way + Math.PI / 2;
        const place: Position = [
          from[0] + off * 1e-5 * Math.cos(across),
          from[1] + off * 1e-5 * Math.sin(across),
        ];
        const expected = distanceMeters(place, from);
        const one = [...from, ...to];
        for (const edges of [one, [...one, ...one], [...one, 131, 34, 131, 34]]) {
          const index = new EdgeIndex(edges);
          const every = Array.from({ length: index.size }, (_, i) => i);
          expect(Math.abs(index.nearest(place)!.meters - expected)).toBeLessThan(0.01);
          expect(Math.abs(index.nearestAmong(place, every)!.meters - expected)).toBeLessThan(0.01);
          expect(index.isWithin(place, every, expected + 0.02)).toBe(true);
          expect(index.isWithin(place, every, expected - 0.02)).toBe(false);
        }
        expect(Math.abs(nearestPlaceOnSegment(place, from, to).meters - expected)).toBeLessThan(0.01);
      }),
      { numRuns: 500 },
    );
  });

  it.each([NaN, Infinity, -Infinity])('nothing is near to %d', (bad) => {
    const index = new EdgeIndex([130.4, 33.6, 130.5, 33.6, 130.4, 33.7, 130.5, 33.7]);
    for (const nowhere of [
      [bad, 33.6],
      [130.4, bad],
    ] as const) {
      expect(index.nearest(nowhere)).toBeNull();
      expect(index.nearestAmong(nowhere, [0, 1])).toBeNull();
      expect(index.nearestOwners(nowhere, 2, [0, 1])).toEqual([]);
      expect(index.isWithin(nowhere, [0, 1], Infinity)).toBe(false);
    }
  });

  it('can be empty', () => {
    expect(new EdgeIndex([]).nearest([130.4, 33.6])).toBeNull();
    expect(new EdgeIndex([]).size).toBe(0);
  });
});

describe('nearestPlaceOnSegment', () => {
  it('is at distance 0 on a segment', () => {
    fc.assert(
      fc.property(segment, fc.double({ min: 0, max: 1, noNaN: true }), ([x1, y1, x2, y2], t) => {
        const on: Position = [x1 + t * (x2 - x1), y1 + t * (y2 - y1)];
        // Straight in degrees against the great circle: centimetres over three kilometres.
        expect(nearestPlaceOnSegment(on, [x1, y1], [x2, y2]).meters).toBeLessThan(0.2);
      }),
    );
  });

  it('of a segment without length is its place', () => {
    const place = nearestPlaceOnSegment([130.4, 33.5], [130.4, 33.6], [130.4, 33.6]);
    expect(place).toEqual({ meters: distanceMeters([130.4, 33.5], [130.4, 33.6]), point: [130.4, 33.6] });
  });
});
