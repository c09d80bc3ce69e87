/** Towns with outlines of another survey than the land's: one coast, one border, nothing left over. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faceHectares } from '../../../geodata/mesh/city-faces.js';
import { buildCityMesh } from '../../../geodata/mesh/city-mesh.js';
import { dissolveRings } from '../../../geodata/mesh/dissolve.js';
import { doubleArea, ringHectares, type GridPoint } from '../../../geodata/mesh/grid.js';
import type { LandPiece, Outline, Site } from '../../../geodata/mesh/land.js';
import type { Extent } from '../../../geodata/mesh/planned-faces.js';

const box = (west: number, south: number, east: number, north: number): GridPoint[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];
/** A ward of 3 × 1 km, its outline and its towns known from two surveys. */
const ward: LandPiece = { ward: 'ward', rings: [box(100_000, 100_000, 130_000, 110_000)] };
const site = (id: string, x: number, y: number): Site => ({ id, ward: 'ward', point: [x, y] });
const extent: Extent = {
  outline: [box(114_000, 104_000, 116_000, 106_000)],
  rule: { fillHectares: 0, dropHectares: 0 },
  districtOf: new Map(),
  whole: new Set(),
};
const outline = (id: string, ring: GridPoint[], sites?: Site[]): Outline => ({
  id,
  ward: 'ward',
  rings: [ring],
  ...(sites && { sites }),
});
const sites = [site('a', 105_000, 105_000), site('b', 120_000, 105_000)];
const hectaresOf = (mesh: ReturnType<typeof buildCityMesh>, town: string) =>
  mesh.faces.reduce((sum, _, face) => sum + (mesh.townOf[face] === town ? faceHectares(mesh, face) : 0), 0);
const land = ringHectares(ward.rings[0]!);

describe('towns with outlines', () => {
  it('share out all land of the ward, however the other survey runs beside its line', () => {
    const shift = fc.integer({ min: -150, max: 150 });
    fc.assert(
      fc.property(shift, shift, shift, shift, shift, (west, south, east, north, middle) => {
        const between = 110_000 + middle;
        const mesh = buildCityMesh([ward], sites, extent, [
          outline('a', box(100_000 + west, 100_000 + south, between, 110_000 + north)),
          outline('b', box(between, 100_000 + south, 130_000 + east, 110_000 + north)),
        ]);
        expect(hectaresOf(mesh, 'a') + hectaresOf(mesh, 'b')).toBeCloseTo(land, 6);
        // The border goes on to the ward's line: neither town has the strip along the other.
        expect(hectaresOf(mesh, 'a') / land).toBeCloseTo((between - 100_000) / 30_000, 6);
        expect(mesh.townOf.every((town, face) => (town === null) === (mesh.wardOf[face] === null))).toBe(
          true,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('give land that no outline knows to the town it touches', () => {
    const mesh = buildCityMesh([ward], sites, extent, [
      outline('a', box(100_000, 100_000, 110_000, 110_000)),
      outline('b', box(110_000, 100_000, 125_000, 110_000)),
    ]);
    expect(hectaresOf(mesh, 'b') / land).toBeCloseTo(20_000 / 30_000, 6);
  });

  it('divide an outline among its towns by their points, without lines between points of one town', () => {
    const mesh = buildCityMesh([ward], sites, extent, [
      outline('a', ward.rings[0] as GridPoint[], [
        site('a', 104_000, 105_000),
        site('a', 108_000, 105_000),
        site('b', 116_000, 105_000),
      ]),
    ]);
    expect(hectaresOf(mesh, 'a') / land).toBeCloseTo(12_000 / 30_000, 6);
    expect(dissolveRings(mesh, (face) => mesh.townOf[face] === 'a').flat(2)).toHaveLength(4);
  });

  it('leave a ward in which a town has no outline to cells, where the outlines end', () => {
    const mesh = buildCityMesh([ward], [...sites, site('c', 128_000, 105_000)], extent, [
      outline('a', box(100_000, 100_000, 110_000, 110_000)),
    ]);
    // Beyond its outline a has what is nearer to its point than to another's: as far as half-way to b's.
    expect(hectaresOf(mesh, 'a') / land).toBeCloseTo(12_500 / 30_000, 4);
    expect(hectaresOf(mesh, 'c') / land).toBeCloseTo(6_000 / 30_000, 4);
  });

  it('do not reach over the line of their ward', () => {
    const next: LandPiece = { ward: 'next', rings: [box(130_000, 100_000, 140_000, 110_000)] };
    const other: Site = { id: 'n', ward: 'next', point: [135_000, 105_000] };
    const mesh = buildCityMesh([ward, next], [...sites, other], extent, [
      outline('a', box(100_000, 100_000, 110_000, 110_000)),
      outline('b', box(110_000, 100_000, 130_100, 110_000)),
      { id: 'n', ward: 'next', rings: [box(130_100, 100_000, 140_000, 110_000)] },
    ]);
    expect(hectaresOf(mesh, 'n')).toBeCloseTo(ringHectares(next.rings[0]!), 6);
    expect(hectaresOf(mesh, 'b')).toBeCloseTo((land * 2) / 3, 6);
  });
});

describe('points that no outline needs', () => {
  it('are left out of every area alike', () => {
    // Lines that cross the border between a and b, and stay in the mesh because c is cut out of both.
    const mesh = buildCityMesh([ward], sites, extent, [
      outline('a', box(100_000, 100_000, 110_000, 110_000)),
      outline('b', box(110_000, 100_000, 130_000, 110_000)),
      outline('a', box(109_000, 104_000, 111_000, 106_000)),
    ]);
    const rings = ['a', 'b'].map((town) => dissolveRings(mesh, (face) => mesh.townOf[face] === town));
    expect(rings.map((polygons) => polygons.length)).toEqual([1, 1]);
    const total = rings.flat(2).reduce((sum, ring) => sum + doubleArea(ring), 0);
    expect(total).toBe(doubleArea(ward.rings[0]!));
    for (const point of rings.flat(3))
      expect(mesh.needless?.has(point[0] * 4_194_304 + point[1])).toBe(false);
    expect(rings[0]!.flat(2).map(String).sort()).toEqual(
      [...box(100_000, 100_000, 110_000, 110_000)].map(String).sort(),
    );
  });
});
