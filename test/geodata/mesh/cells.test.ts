import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceTo } from '../../../geodata/mesh/distance-field.js';
import { distanceMeters, insideRings, ringHectares, type GridPoint } from '../../../geodata/mesh/grid.js';
import { buildMesh } from '../../../geodata/mesh/planar-mesh.js';
import { plannedExtent } from '../../../geodata/mesh/planned-extent.js';
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

describe('plannedExtent', () => {
  const place: GridPoint = [400_000, 300_000];
  const east = (meters: number): GridPoint => [place[0] + Math.round(meters / 0.092843), place[1]];

  it('is a disc around one seed, good to a raster cell', () => {
    const [ring, ...others] = plannedExtent([{ point: place, radiusMeters: 400 }], 120);
    expect(others).toEqual([]);
    const due = (Math.PI * 400 * 400) / 10_000;
    expect(Math.abs(ringHectares(ring!) / due - 1)).toBeLessThan(0.06);
    expect(insideRings([east(370)[0], place[1] + 0.5], [ring!])).toBe(true);
    expect(insideRings([east(430)[0], place[1] + 0.5], [ring!])).toBe(false);
  });

  it('closes a narrow gap and leaves a wide one open', () => {
    const rings = (apart: number) =>
      plannedExtent(
        [
          { point: place, radiusMeters: 200 },
          { point: east(apart), radiusMeters: 200 },
        ],
        120,
      );
    expect(rings(500)).toHaveLength(1);
    expect(rings(900)).toHaveLength(2);
  });
});
