import { booleanPointInPolygon } from '@turf/turf';
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { cutPolygon, type PolygonPiece } from '../../src/geometry/cut-polygon.js';
import { boxContains, type Position } from '../../src/geometry/position.js';

/** Between two radii, so many corners: with few steps a comb of spikes, with many a ragged coast. */
const raggedRing = fc
  .record({
    corners: fc.integer({ min: 3, max: 900 }),
    inner: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
    seed: fc.nat(),
  })
  .map(({ corners, inner, seed }): Position[] => {
    let state = seed + 1;
    const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const ring = Array.from({ length: corners }, (_, i): Position => {
      const angle = (i / corners) * 2 * Math.PI;
      const radius = 0.1 * (inner + (1 - inner) * random());
      return [130.4 + radius * Math.cos(angle), 33.6 + radius * Math.sin(angle)];
    });
    return [...ring, ring[0]!];
  });
/** Corners anywhere: the ring crosses itself as often as it likes. */
const knot = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), {
    minLength: 3,
    maxLength: 300,
  })
  .map((corners): Position[] => [...corners, corners[0]!].map(([x, y]) => [130 + x / 32, 33 + y / 32]));

const polygonOf = (...rings: Position[][]): Polygon => ({
  type: 'Polygon',
  coordinates: rings.map((ring) => ring.map((corner) => [...corner])),
});
const holds = (position: Position, polygon: Polygon, ignoreBoundary: boolean) =>
  booleanPointInPolygon([...position], polygon, { ignoreBoundary });

/** Corners, places on edges, corners of the boxes and places on their sides, and places anywhere. */
function placesOf(polygon: Polygon, pieces: readonly PolygonPiece[], t: number): Position[] {
  const corners = polygon.coordinates.flat() as [number, number][];
  const onEdges = corners
    .slice(1)
    .map(([x, y], i): Position => [
      corners[i]![0] + t * (x - corners[i]![0]),
      corners[i]![1] + t * (y - corners[i]![1]),
    ]);
  const ofBoxes = pieces.flatMap(({ box: [west, south, east, north] }): Position[] => [
    [west, south],
    [east, north],
    [west, south + t * (north - south)],
    [west + t * (east - west), north],
    [west + t * (east - west), south + (1 - t) * (north - south)],
  ]);
  return [...corners, ...onEdges, ...ofBoxes];
}

function answersAsTheWhole(polygon: Polygon, t: number): void {
  const pieces = cutPolygon(polygon.coordinates);
  for (const position of placesOf(polygon, pieces, t)) {
    const near = pieces.filter(({ box }) => boxContains(box, position));
    for (const ignoreBoundary of [false, true]) {
      const whole = holds(position, polygon, ignoreBoundary);
      // Where no piece is, nothing is; a place on a side of two boxes gets the same answer from both.
      expect(near.some((piece) => holds(position, piece.polygon, ignoreBoundary))).toBe(whole);
      for (const piece of near) expect(holds(position, piece.polygon, ignoreBoundary)).toBe(whole);
    }
  }
}

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('cutPolygon', () => {
  it('answers in every box as turf does for the whole polygon, to the last bit', () => {
    fc.assert(
      fc.property(raggedRing, share, (ring, t) => answersAsTheWhole(polygonOf(ring), t)),
      { numRuns: 12 },
    );
  });

  it('and with a hole', () => {
    fc.assert(
      fc.property(raggedRing, raggedRing, share, (outer, hole, t) => {
        const shrunk = hole.map(([x, y]): Position => [130.4 + (x - 130.4) / 2, 33.6 + (y - 33.6) / 2]);
        answersAsTheWhole(polygonOf(outer, shrunk), t);
      }),
      { numRuns: 12 },
    );
  });

  it('and where a ring crosses itself, or runs along a box’s side', () => {
    fc.assert(
      fc.property(knot, share, (ring, t) => answersAsTheWhole(polygonOf(ring), t)),
      { numRuns: 20 },
    );
  });

  it('and where a ring is a line there and back, or a point', () => {
    fc.assert(
      fc.property(raggedRing, knot, share, (outer, [one, other], t) => {
        answersAsTheWhole(polygonOf(outer, [one!, other!, one!], [other!, other!]), t);
      }),
      { numRuns: 12 },
    );
  });

  it('leaves few corners in a box, however many the coast has, and moves none', () => {
    const [coast] = fc.sample(raggedRing, { numRuns: 1, seed: 7 });
    const long = Array.from({ length: 20_000 }, (_, i): Position => {
      const angle = (i / 20_000) * 2 * Math.PI;
      const radius = 0.1 + 0.002 * Math.sin(i / 3);
      return [130.4 + radius * Math.cos(angle), 33.6 + radius * Math.sin(angle)];
    });
    for (const ring of [coast!, [...long, long[0]!]]) {
      const known = new Set(ring.map(String));
      for (const { polygon } of cutPolygon(polygonOf(ring).coordinates)) {
        expect(polygon.coordinates.flat().length).toBeLessThanOrEqual(48);
        expect(polygon.coordinates.flat().filter((corner) => !known.has(String(corner)))).toEqual([]);
      }
    }
  });

  it('parts the teeth of a comb, whichever way they stand', () => {
    const teeth = Array.from({ length: 400 }, (_, i): Position => [130 + i / 400, i % 2 === 0 ? 33 : 34.5]);
    const standing: Position[] = [...teeth, [131, 32.9], [130, 32.9], teeth[0]!];
    const lying = standing.map(([x, y]): Position => [y + 97, x - 97]);
    for (const ring of [standing, lying]) {
      for (const { polygon } of cutPolygon(polygonOf(ring).coordinates))
        expect(polygon.coordinates.flat().length).toBeLessThan(60);
      answersAsTheWhole(polygonOf(ring), 0.3);
    }
  });

  it('leaves out boxes that the polygon does not touch', () => {
    const corners = Array.from({ length: 4000 }, (_, i): Position => {
      const angle = (i / 4000) * 2 * Math.PI;
      return [130.4 + 0.1 * Math.cos(angle), 33.6 + 0.1 * Math.sin(angle)];
    });
    const pieces = cutPolygon(polygonOf([...corners, corners[0]!]).coordinates);
    const boxesAt = (place: Position) => pieces.filter(({ box }) => boxContains(box, place)).length;
    expect([130.301, 130.499].map((x) => boxesAt([x, 33.501]))).toEqual([0, 0]);
    expect(boxesAt([130.4, 33.501])).toBeGreaterThan(0);
    expect(boxesAt([130.4, 33.6])).toBeGreaterThan(0);
  });

  it('of nothing is nothing', () => {
    expect(cutPolygon([])).toEqual([]);
    expect(cutPolygon([[]])).toEqual([]);
  });
});
