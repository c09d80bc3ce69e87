/**
 * Areas and their doubtful edges against a plain way: boxes in metres, every edge measured one by one.
 *
 *   ┌──────┬──────────┐   ┌────┐
 *   │  0   │    1     │   │ 2  │   3: no place published
 *   └──────┴──────────┘   └────┘
 */
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Position } from '../../src/geometry/position.js';
import { metersPerDegreeOnSphere, parallelShare } from '../../src/geometry/sphere.js';
import { AreaLayer, roundMeters } from '../../src/report/area-layer.js';

const [west, south] = [130.4, 33.55];
const scale = { east: metersPerDegreeOnSphere * parallelShare(south), north: metersPerDegreeOnSphere };
const at = (east: number, north: number): Position => [west + east / scale.east, south + north / scale.north];

type Box = readonly [number, number, number, number];
const boxes: readonly Box[] = [
  [0, 0, 1000, 1000],
  [1000, 0, 2500, 1000],
  [2800, 0, 3300, 1000],
];
const accuracies = [50, 120, 20];
const outerAccuracies = [50, 80, 20];

const polygon = ([x1, y1, x2, y2]: Box): Polygon => ({
  type: 'Polygon',
  coordinates: [[[...at(x1, y1)], [...at(x2, y1)], [...at(x2, y2)], [...at(x1, y2)], [...at(x1, y1)]]],
});
const features = [
  ...boxes.map((box, i) => ({
    geometry: polygon(box),
    properties: {
      accuracyMeters: accuracies[i] as number,
      outerAccuracyMeters: outerAccuracies[i] as number,
    },
  })),
  { geometry: null, properties: { accuracyMeters: null } },
];

interface Edge {
  line: Box;
  owner: number;
  beyond: number;
  accuracy: number;
}
const edges: readonly Edge[] = boxes.flatMap(([x1, y1, x2, y2], owner) =>
  (
    [
      [x1, y1, x2, y1],
      [x2, y1, x2, y2],
      [x1, y2, x2, y2],
      [x1, y1, x1, y2],
    ] as const
  ).map((line): Edge => {
    const shared = line[0] === 1000 && line[2] === 1000;
    const beyond = shared ? 1 - owner : -1;
    return { line, owner, beyond, accuracy: shared ? 120 : (outerAccuracies[owner] as number) };
  }),
);
const distance = ([x, y]: readonly [number, number], [x1, y1, x2, y2]: Box) =>
  Math.hypot(x - Math.min(Math.max(x, x1), x2), y - Math.min(Math.max(y, y1), y2));

const place = fc.tuple(
  fc.integer({ min: -400, max: 3800 }).map((x) => x + 0.5),
  fc.integer({ min: -400, max: 1400 }).map((y) => y + 0.5),
);
const layer = () => new AreaLayer(features, 'partition', null);
/** Degrees of longitude change along the boxes' height: 0.02 % a kilometre, so nothing within it is asked. */
const tooClose = (meters: number, limit: number) => Math.abs(meters - limit) < 0.5;

describe('a partition', () => {
  it('decides as measuring every edge does', () => {
    const areas = layer();
    fc.assert(
      fc.property(place, ([x, y]) => {
        const own = boxes.findIndex(([x1, y1, x2, y2]) => x >= x1 && x < x2 && y >= y1 && y < y2);
        const measured = edges.map((edge) => ({ ...edge, meters: distance([x, y], edge.line) }));
        fc.pre(!measured.some(({ meters, accuracy }) => tooClose(meters, accuracy)));
        const isOwn = ({ owner, beyond }: Edge) => (own === -1 ? beyond === -1 : owner === own);
        const inReach = measured.filter(({ meters, accuracy }) => meters <= accuracy);
        const doubtful = inReach.filter(isOwn);
        const nearest = Math.min(...measured.filter(isOwn).map(({ meters }) => meters));

        const decision = areas.decide(at(x, y));
        expect(areas.membership(at(x, y))).toEqual({
          own: decision.own,
          certainty: decision.certainty,
          alternatives: decision.alternatives,
        });
        expect(decision.own).toBe(own);
        const settled = own === -1 ? 'outside' : 'clear';
        expect(decision.certainty).toBe(doubtful.length > 0 ? 'near-edge' : settled);
        expect(Math.abs((decision.edgeMeters ?? NaN) - nearest)).toBeLessThan(0.6);
        // The least certain of what is doubtful, else of the nearest edge; never better than the area itself
        const least =
          doubtful.length > 0 ? doubtful : measured.filter(isOwn).filter(({ meters }) => meters === nearest);
        expect(decision.accuracyMeters).toBe(
          Math.max(own === -1 ? 0 : (accuracies[own] as number), ...least.map(({ accuracy }) => accuracy)),
        );
        const near = new Map<number, number>();
        for (const { owner, beyond, meters } of doubtful.length > 0 ? inReach : [])
          for (const area of [owner, beyond])
            if (area !== own) near.set(area, Math.min(near.get(area) ?? Infinity, meters));
        expect([...decision.alternatives].sort((a, b) => a - b)).toEqual(
          [...near.keys()].sort((a, b) => a - b),
        );
        const distances = decision.alternatives.map((area) => near.get(area) as number);
        distances
          .slice(1)
          .forEach((meters, i) => expect(meters).toBeGreaterThan((distances[i] as number) - 0.6));
      }),
      { numRuns: 2000 },
    );
  });

  it('an edge between two others makes nothing doubtful that lies beyond both', () => {
    // 100 m north of the corner all three sides meet at: outside, 100 m from open edges (80 and 50 m), 120 from none
    const areas = layer();
    expect(areas.decide(at(1000, 1100))).toMatchObject({ own: -1, certainty: 'outside', alternatives: [] });
    expect(areas.decide(at(1000, 1060))).toMatchObject({ own: -1, certainty: 'near-edge' });
  });

  it('lists each open edge once', () => {
    const open = layer().openEdges();
    const length = [...Array(open.length / 4).keys()].reduce((sum, i) => {
      const [x1, y1, x2, y2] = open.slice(i * 4, i * 4 + 4) as [number, number, number, number];
      return sum + Math.hypot((x2 - x1) * scale.east, (y2 - y1) * scale.north);
    }, 0);
    // 1000 + 2 × 1000, 1000 + 2 × 1500, and all four sides of the third
    expect(Math.abs(length - 10_000)).toBeLessThan(1);
    expect(new AreaLayer([], 'partition', null).openEdges()).toEqual([]);
  });

  it('along the coast nothing is doubtful, and an area with nothing but coast is still measured to it', () => {
    const coast = { touches: () => true, isLand: () => true };
    const lonely = new AreaLayer(features.slice(2), 'partition', coast);
    expect(lonely.decide(at(2810, 500))).toMatchObject({ own: 0, certainty: 'near-edge', edgeMeters: 10 });
    // Two that touch decide along their border only.
    const shore = { touches: ([, y]: Position) => y < at(0, 1)[1], isLand: () => true };
    const two = new AreaLayer(features.slice(0, 2), 'partition', shore);
    expect(two.decide(at(500, 10))).toMatchObject({ own: 0, certainty: 'clear' });
    expect(two.decide(at(500, 990))).toMatchObject({ own: 0, certainty: 'near-edge' });
    expect(two.decide(at(990, 500))).toMatchObject({ own: 0, certainty: 'near-edge', alternatives: [1] });
  });

  it('never says “near an edge” beside an edge that is farther than its accuracy, also where a partition overlaps', () => {
    // The edge of the second, 30 m, lies 20 m away inside the first, whose own edge is 480 m away.
    const [first, second] = [[0, 0, 1000, 1000] as const, [500, -500, 2000, 1500] as const].map(polygon);
    const overlapped = new AreaLayer(
      [
        { geometry: first!, properties: { accuracyMeters: 0 } },
        { geometry: second!, properties: { accuracyMeters: 30 } },
      ],
      'partition',
      null,
    );
    expect(overlapped.decide(at(480, 500))).toMatchObject({
      own: 0,
      certainty: 'near-edge',
      alternatives: [1],
      edgeMeters: 20,
      accuracyMeters: 30,
    });
  });

  it('knows nothing of a layer without a place', () => {
    const empty = new AreaLayer(features.slice(3), 'partition', null);
    expect(empty.decide(at(0, 0))).toEqual({
      own: -1,
      certainty: 'outside',
      alternatives: [],
      edgeMeters: null,
      accuracyMeters: null,
    });
    expect(empty.hits(at(0, 0))).toEqual([]);
  });
});

describe('overlapping areas', () => {
  const over: readonly Box[] = [
    [0, 0, 1000, 1000],
    [400, 0, 1400, 1000],
    [400, 0, 1400, 1000],
  ];
  const limits = [50, 120, 20];
  const overlapping = () =>
    new AreaLayer(
      over.map((box, i) => ({ geometry: polygon(box), properties: { accuracyMeters: limits[i] as number } })),
      'overlapping',
      null,
    );

  it('each holds or misses a place for itself', () => {
    const areas = overlapping();
    fc.assert(
      fc.property(place, ([x, y]) => {
        const expected = over.flatMap(([x1, y1, x2, y2], area) => {
          const inside = x >= x1 && x < x2 && y >= y1 && y < y2;
          const sides = [
            [x1, y1, x2, y1],
            [x2, y1, x2, y2],
            [x1, y2, x2, y2],
            [x1, y1, x1, y2],
          ] as const;
          const meters = Math.min(...sides.map((side) => distance([x, y], side)));
          fc.pre(!tooClose(meters, limits[area] as number));
          const near = meters <= (limits[area] as number);
          return inside || near ? [{ area, inside, certainty: near ? 'near-edge' : 'clear', meters }] : [];
        });
        const hits = areas.hits(at(x, y));
        expect(hits.map(({ area }) => area).sort((a, b) => a - b)).toEqual(expected.map(({ area }) => area));
        for (const { area, inside, certainty, meters } of expected) {
          const hit = hits.find((one) => one.area === area);
          expect(hit).toMatchObject({ inside, certainty, accuracyMeters: limits[area] });
          expect(Math.abs((hit?.edgeMeters ?? NaN) - meters)).toBeLessThan(0.6);
        }
        const rank = hits.map(({ inside, edgeMeters, area }) => [inside ? 0 : 1, edgeMeters, area] as const);
        expect(rank).toEqual([...rank].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]));
      }),
      { numRuns: 1000 },
    );
  });
});

it('rounds to decimetres, and an edge at exactly its accuracy is doubtful', () => {
  expect([0.04, 0.05, 12.34, 12.35].map(roundMeters)).toEqual([0, 0.1, 12.3, 12.4]);
  const areas = layer();
  expect(areas.decide(at(500, 50.04))).toMatchObject({ certainty: 'near-edge', edgeMeters: 50 });
  expect(areas.decide(at(500, 50.07))).toMatchObject({ certainty: 'clear', edgeMeters: 50.1 });
});
