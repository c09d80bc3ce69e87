import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtLand } from '../../../geodata/mesh/built-land.js';
import { distanceTo } from '../../../geodata/mesh/distance-field.js';
import {
  distanceMeters,
  insideRings,
  metersPerStepX,
  metersPerStepY,
  type GridPoint,
} from '../../../geodata/mesh/grid.js';
import { buildMesh } from '../../../geodata/mesh/planar-mesh.js';
import { cellMeters } from '../../../geodata/mesh/raster.js';
import { cellEdges } from '../../../geodata/mesh/voronoi.js';

const size = 30_000;
const land: GridPoint[] = [
  [0, 0],
  [size, 0],
  [size, size],
  [0, size],
];
const inside = fc.tuple(fc.integer({ min: 1, max: size - 1 }), fc.integer({ min: 1, max: size - 1 }));
const sites = fc.uniqueArray(inside, { minLength: 2, maxLength: 12, selector: ([x, y]) => `${x},${y}` });

describe('cellEdges', () => {
  // Oracle: the nearest site by trying all.
  it('parts the land so that every face is nearest to one site', () => {
    fc.assert(
      fc.property(sites, fc.array(inside, { minLength: 30, maxLength: 30 }), (points, probes) => {
        const outline = land.map((a, at) => [a, land[(at + 1) % 4]!] as const);
        const mesh = buildMesh([...outline, ...cellEdges(points, [land])]);
        expect(mesh.faces).toHaveLength(points.length);
        const nearest = (p: GridPoint): number => {
          const meters = points.map((site) => distanceMeters(site, p));
          return meters.indexOf(Math.min(...meters));
        };
        for (const [x, y] of probes) {
          const probe: GridPoint = [x, y + 0.5];
          const face = mesh.faces.find(({ rings }) => insideRings(probe, rings))!;
          const found = points[nearest(face.sample)]!;
          // A probe on a border belongs to either side; half a metre is more than the grid rounds.
          expect(distanceMeters(found, probe)).toBeLessThan(
            distanceMeters(points[nearest(probe)]!, probe) + 0.5,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('closes cells whose lines meet half-way between two grid points (found by seed 20261121)', () => {
    const outline = land.map((a, at) => [a, land[(at + 1) % 4]!] as const);
    const points: GridPoint[] = [
      [1, 5942],
      [1, 1],
      [2171, 14],
    ];
    expect(buildMesh([...outline, ...cellEdges(points, [land])]).faces).toHaveLength(3);
  });
});

describe('distanceTo', () => {
  it('agrees with brute force', () => {
    const raster = { columns: 17, rows: 11, west: 0, south: 0 };
    const count = raster.columns * raster.rows;
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: count - 1 }), { minLength: 1, maxLength: 20 }),
        (marked) => {
          const field = distanceTo((index) => marked.includes(index), raster);
          for (let index = 0; index < count; index++) {
            const at = (n: number) => [n % raster.columns, Math.floor(n / raster.columns)] as const;
            const [x, y] = at(index);
            const due =
              Math.min(...marked.map((mark) => Math.hypot(x - at(mark)[0], y - at(mark)[1]))) * cellMeters;
            expect(field[index]).toBeCloseTo(due, 6);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('builtLand', () => {
  const place: GridPoint = [400_000, 300_000];
  const east = (meters: number): GridPoint => [place[0] + Math.round(meters / metersPerStepX), place[1]];
  const north = ([x, y]: GridPoint, meters: number): GridPoint => [
    x,
    y + Math.round(meters / metersPerStepY),
  ];
  const square = (middle: GridPoint, half: number): GridPoint[] => {
    const [dx, dy] = [half / metersPerStepX, half / metersPerStepY].map(Math.round) as [number, number];
    const [x, y] = middle;
    return [
      [x - dx, y - dy],
      [x + dx, y - dy],
      [x + dx, y + dy],
      [x - dx, y + dy],
    ];
  };
  const rule = { share: 0.75, windowMeters: 130, growMeters: 80, shrinkMeters: 40 };
  const nothing = { around: [], areas: [], open: [], certain: { points: [], meters: 0 } };
  const land = [[square(place, 3000)]];
  const holds = (rings: GridPoint[][], [x, y]: GridPoint): boolean => insideRings([x, y + 0.5], rings);

  it('is what is built, give or take the stated accuracy', () => {
    const rings = builtLand({ ...nothing, land, areas: [[square(place, 500)]] }, rule);
    expect(rings).toHaveLength(1);
    for (const meters of [0, 300, 460]) expect(holds(rings, east(meters))).toBe(true);
    for (const meters of [540, 1000]) expect(holds(rings, east(meters))).toBe(false);
  });

  it('takes no single house for a town, and no town without its houses', () => {
    const houses = (points: GridPoint[]) =>
      builtLand({ ...nothing, land, around: [{ points, meters: 30 }] }, rule);
    expect(houses([place])).toEqual([]);
    const rows = Array.from({ length: 100 }, (_, at) =>
      north(east(40 * (at % 10)), 40 * Math.floor(at / 10)),
    );
    const rings = houses(rows);
    const inner = rows.filter((_, at) => at % 10 > 0 && at % 10 < 9 && at >= 10 && at < 90);
    for (const point of inner) expect(holds(rings, point)).toBe(true);
  });

  it('keeps what is certain, whatever lies around it', () => {
    const rings = builtLand({ ...nothing, land, certain: { points: [place], meters: 20 } }, rule);
    expect(holds(rings, place)).toBe(true);
    expect(holds(rings, east(120))).toBe(false);
  });

  it('leaves woods and water out of what is built near points, not of what is in use', () => {
    const field = square(east(400), 200);
    const near = { points: [east(300), east(400), east(500)], meters: 150 };
    const around = builtLand({ ...nothing, land, around: [near], open: [[field]] }, rule);
    expect(holds(around, east(400))).toBe(false);
    const used = builtLand({ ...nothing, land, areas: [[field]], open: [[field]] }, rule);
    expect(holds(used, east(400))).toBe(true);
  });

  it('closes a narrow gap and leaves a wide one open', () => {
    const apart = (meters: number) =>
      builtLand({ ...nothing, land, areas: [[square(place, 300)], [square(east(600 + meters), 300)]] }, rule);
    expect(apart(60)).toHaveLength(1);
    expect(apart(400)).toHaveLength(2);
  });

  it('counts the land alone: a town by the sea reaches it', () => {
    const coast = [[square(place, 500)]];
    const rings = builtLand({ ...nothing, land: coast, areas: coast }, rule);
    for (const point of square(place, 499)) expect(holds(rings, point)).toBe(true);
  });
});
