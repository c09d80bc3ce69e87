import * as turf from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invalidIntersections } from '../../../geodata/checks/crossings.js';
import { dissolveRings, toGeometry } from '../../../geodata/mesh/dissolve.js';
import {
  doubleArea,
  insideRings,
  pointKey,
  toGrid,
  toPosition,
  type GridPoint,
} from '../../../geodata/mesh/grid.js';
import type { Segment } from '../../../geodata/mesh/node-segments.js';
import { buildMesh } from '../../../geodata/mesh/planar-mesh.js';

const size = 40_000;
const frame: Segment[] = (
  [
    [0, 0],
    [size, 0],
    [size, size],
    [0, size],
  ] as GridPoint[]
).map((corner, at, corners): Segment => [corner, corners[(at + 1) % 4]!]);
const inFrame = fc.tuple(fc.integer({ min: 0, max: size }), fc.integer({ min: 0, max: size }));
const chords = fc.array(
  fc.tuple(inFrame, inFrame).map(([a, b]): Segment => [a, b]),
  { maxLength: 9 },
);

function faceArea(rings: readonly (readonly GridPoint[])[]): number {
  return rings.reduce((sum, ring) => sum + doubleArea(ring), 0);
}

describe('grid', () => {
  it('comes back to the same position at 6 decimals', () => {
    fc.assert(
      fc.property(inFrame, (point) => {
        const position = toPosition(point);
        expect(position.map((value) => Number(value.toFixed(6)))).toEqual(position);
        expect(toGrid(position)).toEqual(point);
      }),
    );
  });
});

describe('buildMesh', () => {
  it('cuts a square into faces that make up the square again', () => {
    fc.assert(
      fc.property(chords, (lines) => {
        const mesh = buildMesh([...frame, ...lines]);
        const total = mesh.faces.reduce((sum, { rings }) => sum + faceArea(rings), 0);
        // Chords end inside the square too; what dangles bounds nothing and cuts nothing.
        expect(total).toBe(2 * size * size);
        for (const { rings, sample } of mesh.faces) expect(insideRings(sample, rings)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('knows an island in a lake', () => {
    const ring = (low: number, high: number): Segment[] =>
      (
        [
          [low, low],
          [high, low],
          [high, high],
          [low, high],
        ] as GridPoint[]
      ).map((corner, at, corners): Segment => [corner, corners[(at + 1) % 4]!]);
    const mesh = buildMesh([...ring(0, 90), ...ring(30, 60), ...ring(40, 50)]);
    expect(mesh.faces.map(({ rings }) => faceArea(rings) / 2).sort((a, b) => a - b)).toEqual([
      100, 800, 7200,
    ]);
  });
});

describe('dissolveRings', () => {
  it('merges faces into simple right-handed polygons of the same area; two halves share every inner edge', () => {
    fc.assert(
      fc.property(chords, fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }), (lines, coins) => {
        const mesh = buildMesh([...frame, ...lines]);
        const chosen = mesh.faces.map((_, face) => coins[(face * 7) % 16]!);
        const halves = [true, false].map((side) => dissolveRings(mesh, (face) => chosen[face] === side));
        const edges = halves.map((polygons) =>
          polygons
            .flat()
            .flatMap((ring) =>
              ring.map((a, at) => `${pointKey(a)}/${pointKey(ring[(at + 1) % ring.length]!)}`),
            ),
        );
        const twins = new Set(edges[1]!.map((edge) => edge.split('/').reverse().join('/')));
        const onFrame = (edge: string): boolean =>
          edge
            .split('/')
            .map((key): GridPoint => [Math.floor(Number(key) / 4_194_304), Number(key) % 4_194_304])
            .every((_, __, [a, b]) =>
              [0, 1].some((axis) => a![axis as 0] === b![axis as 0] && [0, size].includes(a![axis as 0])),
            );
        for (const edge of edges[0]!) expect(twins.has(edge) || onFrame(edge)).toBe(true);
        halves.forEach((polygons, at) => {
          const due = mesh.faces.reduce(
            (sum, { rings }, face) => sum + (chosen[face] === (at === 0) ? faceArea(rings) : 0),
            0,
          );
          expect(polygons.reduce((sum, rings) => sum + faceArea(rings), 0)).toBe(due);
          for (const [outer, ...holes] of polygons) {
            expect(doubleArea(outer!)).toBeGreaterThan(0);
            for (const hole of holes) expect(doubleArea(hole)).toBeLessThan(0);
          }
          // Ring by ring: a hole may touch the outline at a vertex, which turf counts as a kink of the whole.
          for (const ring of polygons.flat()) {
            const geometry = toGeometry([[ring]])!;
            expect(turf.kinks(geometry).features).toHaveLength(0);
          }
          expect(invalidIntersections(polygons.flat())).toBe(0);
        });
      }),
      { numRuns: 120 },
    );
  });

  it('keeps two fields that touch at a corner two rings', () => {
    const square = (x: number, y: number): Segment[] =>
      (
        [
          [x, y],
          [x + 10, y],
          [x + 10, y + 10],
          [x, y + 10],
        ] as GridPoint[]
      ).map((corner, at, corners): Segment => [corner, corners[(at + 1) % 4]!]);
    const mesh = buildMesh([...square(0, 0), ...square(10, 10)]);
    expect(dissolveRings(mesh, () => true)).toHaveLength(2);
  });
});
