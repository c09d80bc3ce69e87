import {
  area,
  bboxPolygon,
  booleanPointInPolygon,
  featureCollection,
  kinks,
  polygon as turfPolygon,
  union,
} from '@turf/turf';
import fc from 'fast-check';
import type { Feature, Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { polygonsOf } from '../../../src/geometry/explode.js';
import { gridPolygons, invalidIntersections } from '../../../geodata/checks/crossings.js';
import { Tally } from '../../../geodata/import/tally.js';
import { cutAtFrame, placeInFrame } from '../../../geodata/import/shape/frame.js';
import { joinParts } from '../../../geodata/import/shape/join-parts.js';
import { polygonHectares, ringSquareMeters } from '../../../geodata/import/shape/measure.js';
import { repairGeometry } from '../../../geodata/import/shape/repair-geometry.js';
import { compareAreas } from '../../../geodata/import/shape/scan-area.js';
import { firstCrossing, firstTouch } from '../../../geodata/import/shape/self-crossing.js';
import { box, polygon } from './make-files.js';

const micro = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
const at = (x: number, y: number): Position => [micro(130.4 + x / 1000), micro(33.59 + y / 1000)];
const ring = (...corners: [number, number][]): Position[] => corners.map(([x, y]) => at(x, y));
function repair(geometry: Geometry | null) {
  const tally = new Tally();
  const result = repairGeometry(geometry, 'polygon', tally, 'x');
  return { result, kinds: tally.summary().repaired.map(({ kind }) => kind) };
}
function repaired(geometry: Geometry): Geometry {
  const { result } = repair(geometry);
  if (!result.ok) throw new Error(result.reason);
  return result.geometry;
}

/** What `check` promises of every polygon, tested with turf and by hand. */
function expectValid(geometry: Geometry): void {
  for (const rings of polygonsOf(geometry)) {
    rings.forEach((each, number) => {
      expect(each.length).toBeGreaterThanOrEqual(4);
      expect(each[0]).toEqual(each.at(-1));
      expect(ringSquareMeters(each) > 0).toBe(number === 0);
      for (const coordinate of each.flat()) expect(coordinate).toBe(Math.round(coordinate * 1e6) / 1e6);
    });
    expect(firstCrossing(rings.map((each) => [...each]))).toBeNull();
    expect(firstTouch(rings.map((each) => [...each]))).toBeNull();
  }
  // What `check` asks of the built layers: rings of a polygon share corners or nothing.
  for (const rings of gridPolygons(geometry as Parameters<typeof gridPolygons>[0]))
    expect(invalidIntersections(rings)).toBe(0);
}

describe('mending polygons', () => {
  const square = ring([0, 0], [2, 0], [2, 2], [0, 2], [0, 0]);
  it('leaves a good one alone', () => {
    const { result, kinds } = repair(polygon(square));
    expect(result).toEqual({ ok: true, geometry: polygon(square) });
    expect(kinds).toEqual([]);
  });

  it('closes, turns, rounds, drops heights and repeated positions', () => {
    const written: Position[] = [...square]
      .reverse()
      .slice(0, -1)
      .map(([x = 0, y = 0]) => [x + 1e-9, y, 12.3]);
    const { result, kinds } = repair(polygon([...written, written.at(-1) as Position]));
    expect(result.ok && result.geometry.type).toBe('Polygon');
    expect(kinds.sort()).toEqual(['repeated-positions', 'ring-closed', 'ring-order']);
    expectValid(repaired(polygon(written)));
    expect(polygonHectares(repaired(polygon(written)))).toBeCloseTo(polygonHectares(polygon(square)), 6);
  });

  it('keeps holes as holes, and drops those that are slivers', () => {
    const hole = ring([0.5, 0.5], [1.5, 0.5], [1.5, 1.5], [0.5, 1.5], [0.5, 0.5]);
    const sliver = ring([0.2, 0.2], [0.4, 0.2], [0.2, 0.2]);
    const { result, kinds } = repair(polygon(square, hole, sliver));
    expect(kinds.sort()).toEqual(['ring-order', 'sliver-dropped']);
    if (!result.ok) throw new Error(result.reason);
    expectValid(result.geometry);
    expect(polygonsOf(result.geometry)[0]).toHaveLength(2);
    expect(polygonHectares(result.geometry)).toBeCloseTo(
      polygonHectares(polygon(square)) - polygonHectares(polygon(hole)),
      4,
    );
  });

  it('takes a bow-tie apart, even one whose lobes cancel out', () => {
    const { result, kinds } = repair(polygon(ring([0, 0], [2, 2], [2, 0], [0, 2], [0, 0])));
    expect(kinds).toContain('self-crossing');
    if (!result.ok) throw new Error(result.reason);
    expect(result.geometry.type).toBe('MultiPolygon');
    expectValid(result.geometry);
    expect(polygonHectares(result.geometry)).toBeCloseTo(polygonHectares(polygon(square)) / 2, 3);
  });

  it('splits a ring that touches itself, and merges parts that overlap', () => {
    const eight = ring([0, 0], [1, 1], [0, 2], [2, 2], [1, 1], [2, 0], [0, 0]);
    expect(firstTouch([eight])).not.toBeNull();
    expect(repair(polygon(eight)).kinds).toContain('self-touching');
    expectValid(repaired(polygon(eight)));
    const overlapping: Geometry = {
      type: 'MultiPolygon',
      coordinates: [[square], [box(at(2, 2) as [number, number])]],
    };
    expect(polygonsOf(repaired(overlapping))).toHaveLength(1);
    const nested: Geometry = {
      type: 'MultiPolygon',
      coordinates: [[square], [box(at(1, 1) as [number, number], 0.0002)]],
    };
    expect(polygonsOf(repaired(nested))).toHaveLength(1);
    expect(polygonHectares(repaired(nested))).toBeCloseTo(polygonHectares(polygon(square)), 4);
  });

  it('splits a ring of which a corner lies on an edge (found by seed 2060797606)', () => {
    const touching = ring([0, 0], [1, 1], [0, 2], [3, 1], [0, 1], [0, 0]);
    expect(firstTouch([touching])).toEqual(at(1, 1));
    const { result, kinds } = repair(polygon(touching));
    expect(kinds).toEqual(['self-touching']);
    if (!result.ok) throw new Error(result.reason);
    expectValid(result.geometry);
    expect(polygonsOf(result.geometry)).toHaveLength(2);
  });

  it('mends what a clipping library gave up on (found by seed -1889454328)', () => {
    expectValid(repaired(polygon(ring([21, 6], [6, 24], [16, 12], [0, 0], [0, 0], [22, 27], [21, 6]))));
  });

  it('gives a polygon the corner with which a hole touches its edge', () => {
    const hole = ring([1, 0], [1.5, 1], [0.5, 1], [1, 0]);
    const geometry = repaired(polygon(square, hole));
    expectValid(geometry);
    const [[outer = []] = []] = polygonsOf(geometry);
    expect(outer).toContainEqual(at(1, 0));
    expect(polygonHectares(geometry)).toBeCloseTo(
      polygonHectares(polygon(square)) - polygonHectares(polygon(hole)),
      4,
    );
  });

  it('drops a part narrower than 2 m, as check does, and keeps a breakwater of 4 m', () => {
    const strip = (width: number) => polygon(box([130.4, 33.6], 0.001, width / 2 / 110_918));
    expect(repair(strip(1)).result).toEqual({ ok: false, reason: 'sliver' });
    expect(repair(strip(4)).result.ok).toBe(true);
  });

  it('takes out spikes and drops what has no area', () => {
    const spike = ring([0, 0], [2, 0], [5, 0], [2, 0], [2, 2], [0, 2], [0, 0]);
    expect(polygonHectares(repaired(polygon(spike)))).toBeCloseTo(polygonHectares(polygon(square)), 6);
    expect(repair(polygon(ring([0, 0], [2, 0], [0, 0]))).result).toEqual({ ok: false, reason: 'sliver' });
    expect(repair(polygon([])).result).toEqual({ ok: false, reason: 'sliver' });
    expect(repair({ type: 'Polygon', coordinates: [] }).result).toEqual({ ok: false, reason: 'no-geometry' });
    expect(repair(null).result).toEqual({ ok: false, reason: 'no-geometry' });
    expect(repair({ type: 'Point', coordinates: at(0, 0) }).result).toEqual({
      ok: false,
      reason: 'wrong-geometry',
    });
    expect(repair(polygon([...square.slice(0, 2), [NaN, 33], ...square.slice(2)])).result.ok).toBe(false);
  });

  it('makes every random ring valid or names why not, with the area the ring winds around', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 9 }), (corners) => {
        const open = corners.map(([x, y]): Position => [130.4 + x * 0.0005, 33.59 + y * 0.0005]);
        const written = polygon([...open, open[0] as Position]);
        const { result } = repair(written);
        if (!result.ok) {
          expect(['sliver', 'unrepairable']).toContain(result.reason);
          return;
        }
        expectValid(result.geometry);
        // A hole may touch its polygon in a corner; a ring may not meet itself.
        for (const each of polygonsOf(result.geometry).flat())
          expect(kinks(turfPolygon([[...each]])).features).toEqual([]);
        // Brute force: which grid middles the written ring winds around, however often and in whichever sense.
        let [inside, agree] = [0, 0];
        for (let x = 0; x < 30; x++)
          for (let y = 0; y < 30; y++) {
            const probe: Position = [130.4 + (x + 0.37) * 0.0005, 33.59 + (y + 0.41) * 0.0005];
            let turns = 0;
            open.forEach(([ax = 0, ay = 0], number) => {
              const [bx = 0, by = 0] = open[(number + 1) % open.length] ?? [];
              const [px = 0, py = 0] = probe;
              if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax)
                turns += by > ay ? 1 : -1;
            });
            const found = booleanPointInPolygon(probe, result.geometry as Polygon | MultiPolygon);
            if (turns !== 0) inside++;
            if ((turns !== 0) === found) agree++;
          }
        // Dropped slivers may cost a probe or two.
        expect(agree).toBeGreaterThanOrEqual(900 - 3 - inside * 0.01);
      }),
      { numRuns: 80 },
    );
  });
});

describe('pieces of one thing', () => {
  it('dissolves pieces that share an edge and leaves separate ones', () => {
    const tally = new Tally();
    const left = polygon(ring([0, 0], [1, 0], [1, 1], [0, 1], [0, 0]));
    const right = polygon(ring([1, 0], [2, 0], [2, 1], [1, 1], [1, 0]));
    const island = polygon(ring([5, 5], [6, 5], [6, 6], [5, 6], [5, 5]));
    const joined = joinParts([left, island, right], tally, 'x');
    expect(polygonsOf(joined)).toHaveLength(2);
    expectValid(joined as Geometry);
    expect(polygonHectares(joined)).toBeCloseTo(3 * polygonHectares(left), 2);
  });
});

describe('areas of two sets', () => {
  it('equals what turf clips, overlaps counted once', () => {
    const side = fc.integer({ min: 1, max: 20 });
    const boxes = fc.array(fc.tuple(side, side, side, side), { minLength: 1, maxLength: 5 });
    const shapes = (list: [number, number, number, number][]) =>
      list.map(([x, y, w, h]) =>
        bboxPolygon([130.4 + x / 1000, 33.5 + y / 1000, 130.4 + (x + w) / 1000, 33.5 + (y + h) / 1000]),
      );
    const covered = (list: Feature<Polygon | MultiPolygon>[]) => {
      const whole = list.length > 1 ? union(featureCollection(list)) : list[0];
      return whole ? area(whole) / 10_000 : 0;
    };
    fc.assert(
      fc.property(boxes, boxes, (one, other) => {
        const [before, after] = [shapes(one), shapes(other)];
        const found = compareAreas(
          before.map(({ geometry }) => geometry),
          after.map(({ geometry }) => geometry),
        );
        const [b, a, both] = [covered(before), covered(after), covered([...before, ...after])];
        // turf measures on a sphere: half a per cent off the ellipsoid.
        expect(Math.abs(found.beforeHectares - b)).toBeLessThan(0.006 * both);
        expect(Math.abs(found.afterHectares - a)).toBeLessThan(0.006 * both);
        expect(Math.abs(found.gainedHectares - (both - b))).toBeLessThan(0.008 * both);
        expect(Math.abs(found.lostHectares - (both - a))).toBeLessThan(0.008 * both);
      }),
      { numRuns: 60 },
    );
  });
  it('is nothing for nothing', () => {
    expect(compareAreas([null], [])).toEqual({
      beforeHectares: 0,
      afterHectares: 0,
      gainedHectares: 0,
      lostHectares: 0,
    });
  });
});

describe('the frame', () => {
  const frame = [130.4, 33.59, 130.42, 33.61] as const;
  it('tells inside, outside and across, also where only an edge runs through', () => {
    expect(placeInFrame(polygon(box([130.41, 33.6])), frame)).toBe('inside');
    expect(placeInFrame(polygon(box([130.5, 33.6])), frame)).toBe('outside');
    expect(placeInFrame(polygon(box([130.4, 33.6])), frame)).toBe('across');
    expect(placeInFrame(polygon(box([130.41, 33.6], 0.1)), frame)).toBe('across');
  });
  it('cuts at it', () => {
    const cut = cutAtFrame(polygon(box([130.41, 33.6], 0.1)), frame);
    expect(polygonHectares(cut)).toBeCloseTo(polygonHectares(polygon(box([130.41, 33.6], 0.01))), 2);
    expect(cutAtFrame(polygon(box([130.5, 33.6])), frame)).toBeNull();
  });
  it('keeps the land inside and nothing outside, whatever the ring does at the edge', () => {
    // Corners on 0.37 of a step: none lies on the frame, so a probe is inside or outside of everything.
    const corner = fc.tuple(fc.integer({ min: -8, max: 28 }), fc.integer({ min: -8, max: 28 }));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 8 }), (corners) => {
        const open = corners.map(([x, y]): Position => [130.4 + x * 0.001 + 0.00037, 33.59 + y * 0.001]);
        const written = polygon([...open, open[0] as Position]);
        const [whole, cut] = [repair(written).result, cutAtFrame(written, frame)];
        const part = repair(cut).result;
        if (!whole.ok) return;
        const wrong: string[] = [];
        for (let x = -5; x < 25; x++)
          for (let y = -5; y < 25; y++) {
            const probe: Position = [130.4 + (x + 0.53) * 0.001, 33.59 + (y + 0.41) * 0.001];
            const due =
              x >= 0 && x < 20 && y >= 0 && y < 20 && booleanPointInPolygon(probe, whole.geometry as Polygon);
            const found = part.ok && booleanPointInPolygon(probe, part.geometry as Polygon);
            if (found !== due) wrong.push(`${x}, ${y}`);
          }
        // A cut may leave a sliver, which is dropped.
        expect(wrong.length, wrong.join('; ')).toBeLessThanOrEqual(1);
        if (part.ok) expectValid(part.geometry);
      }),
      { numRuns: 30 },
    );
  });
});
