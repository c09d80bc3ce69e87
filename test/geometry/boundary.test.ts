import fc from 'fast-check';
import type { Geometry, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  alongOutline,
  boundaryOf,
  nothingBeyond,
  seam,
  type Boundary,
  type BoundaryOptions,
} from '../../src/geometry/boundary.js';
import { metersPerDegree } from '../../src/geometry/ellipsoid.js';
import { PolygonIndex } from '../../src/geometry/polygon-index.js';
import type { Position } from '../../src/geometry/position.js';

const [west, south] = [130.4, 33.5];
const scale = metersPerDegree(south);
/** A position so many metres east and north of the corner of this test's world. */
const at = (east: number, north: number): Position => [west + east / scale.east, south + north / scale.north];
const polygon = (...corners: (readonly [number, number])[]): Polygon => ({
  type: 'Polygon',
  coordinates: [[...corners, corners[0] as [number, number]].map(([east, north]) => [...at(east, north)])],
});
const box = (x1: number, y1: number, x2: number, y2: number) =>
  polygon([x1, y1], [x2, y1], [x2, y2], [x1, y2]);
const turned = ({ coordinates }: Polygon): Polygon => ({
  type: 'Polygon',
  coordinates: coordinates.map((ring) => [...ring].reverse()),
});

const nowhere = () => false;
const boundary = (
  geometries: readonly (Geometry | null)[],
  options: Partial<BoundaryOptions> = {},
): Boundary =>
  boundaryOf(geometries, { areas: new PolygonIndex(geometries), isOutline: nowhere, ...options });

interface Segment {
  from: [number, number];
  to: [number, number];
  owner: number;
  beyond: number;
}
/** Segments in whole metres of this test's world. */
const segmentsOf = ({ ends, owners, beyond }: Boundary): Segment[] =>
  owners.map((owner, i) => {
    const meters = [0, 1, 2, 3].map((k) => {
      const [origin, perDegree] = k % 2 === 0 ? [west, scale.east] : [south, scale.north];
      return Math.round(((ends[i * 4 + k] as number) - origin) * perDegree) + 0;
    }) as [number, number, number, number];
    return { from: [meters[0], meters[1]], to: [meters[2], meters[3]], owner, beyond: beyond[i] as number };
  });
const beyondOf = (segments: readonly Segment[], owner: number) =>
  segments.filter((segment) => segment.owner === owner).map(({ beyond }) => beyond);

describe('boundaryOf', () => {
  it.each([
    ['one way round', (each: Polygon) => each],
    ['the other way round', turned],
  ])('names the neighbour of each side, ring written %s', (_way, written) => {
    //  2 2
    //  0 1
    const parts = [box(0, 0, 20, 20), box(20, 0, 40, 20), box(0, 20, 40, 40)].map(written);
    const segments = segmentsOf(boundary(parts));
    for (const { from, to, owner, beyond } of segments) {
      const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2].join();
      const expected: Record<string, Record<number, number>> = {
        '20,10': { 0: 1, 1: 0 },
        '10,20': { 0: 2, 2: 0 },
        '30,20': { 1: 2, 2: 1 },
      };
      expect([middle, beyond]).toEqual([middle, expected[middle]?.[owner] ?? nothingBeyond]);
    }
    // Four sides each, and the long side of the third (40 m) is cut where its neighbour changes.
    expect(segments.map(({ owner }) => owner)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2]);
  });

  it('cuts a side only where what lies beyond changes, and leaves no gap', () => {
    const parts = [box(0, 0, 1000, 100), box(0, 100, 275, 200), box(275, 100, 700, 200)];
    const { ends, owners, beyond } = boundary(parts);
    const own = owners.flatMap((owner, i) => (owner === 0 ? [i] : []));
    const north = own
      .filter((i) => (ends[i * 4 + 1] as number) > at(0, 99)[1])
      .filter((i) => (ends[i * 4 + 3] as number) > at(0, 99)[1]);
    expect(north.map((i) => beyond[i])).toEqual([nothingBeyond, 2, 1]);
    const pieces = north.map((i) => ends.slice(i * 4, i * 4 + 4));
    expect(pieces[0]?.slice(0, 2)).toEqual([...at(1000, 100)]);
    expect(pieces[2]?.slice(2)).toEqual([...at(0, 100)]);
    expect(pieces[1]?.slice(0, 2)).toEqual(pieces[0]?.slice(2));
    expect(pieces[2]?.slice(0, 2)).toEqual(pieces[1]?.slice(2));
    // Cut at a whole piece of 25 m, here exactly on the neighbours' corners
    expect(
      segmentsOf({ ends, owners, beyond })
        .filter((_, i) => north.includes(i))
        .map(({ to }) => to),
    ).toEqual([
      [700, 100],
      [275, 100],
      [0, 100],
    ]);
  });

  it('judges each piece by its middle, pieces of 25 m at the most or as asked', () => {
    const asked = (options: Partial<BoundaryOptions>) => {
      const middles: Position[] = [];
      boundary([box(0, 0, 60, 24)], {
        isOutline: (position) => {
          middles.push(position);
          return false;
        },
        ...options,
      });
      return middles.map(([x, y]) => [
        Math.round((x - west) * scale.east * 10) / 10,
        Math.round((y - south) * scale.north * 10) / 10,
      ]);
    };
    expect(asked({})).toEqual([
      [10, 0],
      [30, 0],
      [50, 0],
      [60, 12],
      [50, 24],
      [30, 24],
      [10, 24],
      [0, 12],
    ]);
    expect(asked({ pieceMeters: 31 })).toEqual([
      [15, 0],
      [45, 0],
      [60, 12],
      [45, 24],
      [15, 24],
      [0, 12],
    ]);
  });

  it('the city’s outline decides nothing, whoever lies beyond it', () => {
    const parts = [box(0, 0, 20, 20), box(20, 0, 40, 20)];
    const { beyond } = boundary(parts, { isOutline: () => true });
    expect(beyond).toEqual(Array(8).fill(alongOutline));
    const half = boundary(parts, { isOutline: ([x]) => x > at(30, 0)[0] });
    expect(beyondOf(segmentsOf(half), 0)).not.toContain(alongOutline);
    expect(beyondOf(segmentsOf(half), 1)).toContain(alongOutline);
  });

  it('asks nobody where areas may lie on each other', () => {
    const { beyond } = boundary([box(0, 0, 20, 20), box(10, 0, 40, 20)], { areas: null });
    expect(beyond).toEqual(Array(8).fill(nothingBeyond));
  });

  it('a seam between two parts of one thing is no boundary', () => {
    const [left, right] = [box(0, 0, 20, 20), box(20, 0, 40, 20)];
    const both: Geometry = { type: 'MultiPolygon', coordinates: [left.coordinates, right.coordinates] };
    const segments = segmentsOf(boundary([both]));
    for (const { from, to, beyond } of segments)
      expect(beyond).toBe(from[0] === 20 && to[0] === 20 ? seam : nothingBeyond);
    expect(segments.filter(({ beyond }) => beyond === seam)).toHaveLength(2);
  });

  it.each([
    ['one way round', (each: Polygon) => each],
    ['the other way round', turned],
  ])('land beyond makes an open edge, no land the outline; ring written %s', (_way, written) => {
    // Land reaches 10 m beyond the area in the east and ends with it elsewhere.
    const onLand = new PolygonIndex([box(0, 0, 30, 20)]);
    const isLand = (position: Position) => onLand.first(position) >= 0;
    const segments = segmentsOf(boundary([written(box(0, 0, 20, 20))], { isLand }));
    expect(segments).toHaveLength(4);
    for (const { from, to, beyond } of segments)
      expect(beyond).toBe(from[0] === 20 && to[0] === 20 ? nothingBeyond : alongOutline);
  });

  it('looks one metre to either side, square to the way, whatever its slope', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -180, max: 180 }),
        fc.constantFrom(0.8, 1.3),
        fc.boolean(),
        (degrees, gap, back) => {
          const turn = (degrees * Math.PI) / 180;
          const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
          const rotated = (x1: number, y1: number, x2: number, y2: number) =>
            polygon(
              ...(
                [
                  [x1, y1],
                  [x2, y1],
                  [x2, y2],
                  [x1, y2],
                ] as const
              ).map(([x, y]) => [x * cos - y * sin, x * sin + y * cos] as const),
            );
          const parts = [rotated(0, 0, 20, 20), rotated(20 + gap, 0, 40, 20)].map(
            back ? turned : (each) => each,
          );
          const found = beyondOf(segmentsOf(boundary(parts)), 0);
          expect(found.filter((beyond) => beyond === 1)).toHaveLength(gap < 1 ? 1 : 0);
          expect(found.filter((beyond) => beyond === nothingBeyond)).toHaveLength(gap < 1 ? 3 : 4);
        },
      ),
    );
  });

  it('a thing thinner than the step has a neighbour on either side of it', () => {
    const thin = box(20, 0, 20.4, 20);
    for (const parts of [
      [thin, box(0, 0, 20, 20)],
      [turned(thin), box(0, 0, 20, 20)],
      [thin, box(20.4, 0, 40, 20)],
      [turned(thin), box(20.4, 0, 40, 20)],
    ]) {
      const long = segmentsOf(boundary(parts)).filter(
        ({ owner, from, to }) => owner === 0 && Math.abs(from[1] - to[1]) > 10,
      );
      expect(long.map(({ beyond }) => beyond)).toEqual([1, 1]);
    }
  });

  it('corners written twice, and geometries without area, add nothing', () => {
    const square = box(0, 0, 20, 20);
    const doubled: Polygon = {
      type: 'Polygon',
      coordinates: square.coordinates.map((ring) => ring.flatMap((corner) => [corner, corner])),
    };
    expect(boundary([doubled])).toEqual(boundary([square]));
    const segments = boundary([null, { type: 'Point', coordinates: [...at(5, 5)] }, square]);
    expect(segments.owners).toEqual([2, 2, 2, 2]);
    expect(boundary([])).toEqual({ ends: [], owners: [], beyond: [] });
  });

  it('takes two numbers of a position that has three or five', () => {
    const square = box(0, 0, 20, 20);
    for (const more of [[12.5], [12.5, 7, 9]]) {
      const high: Polygon = {
        type: 'Polygon',
        coordinates: square.coordinates.map((ring) => ring.map((corner) => [...corner, ...more])),
      };
      expect(boundary([high, box(20, 0, 40, 20)])).toEqual(boundary([square, box(20, 0, 40, 20)]));
    }
  });

  it('closes a ring that is not closed, as the index does', () => {
    const square = box(0, 0, 20, 20);
    const open: Polygon = { type: 'Polygon', coordinates: [square.coordinates[0]!.slice(0, 4)] };
    expect(boundary([open])).toEqual(boundary([square]));
  });

  it('walks along holes too', () => {
    const [outer, hole] = [box(0, 0, 60, 60), box(20, 20, 40, 40)];
    const ringed: Polygon = { type: 'Polygon', coordinates: [outer.coordinates[0]!, hole.coordinates[0]!] };
    const segments = segmentsOf(boundary([ringed, hole]));
    expect(beyondOf(segments, 0).filter((beyond) => beyond === 1)).toHaveLength(4);
    expect(beyondOf(segments, 1)).toEqual([0, 0, 0, 0]);
  });
});
