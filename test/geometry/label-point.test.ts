import { booleanPointInPolygon, pointToPolygonDistance } from '@turf/turf';
import fc from 'fast-check';
import type { Geometry, Polygon, Position } from 'geojson';
import type polylabel from 'polylabel';
import { describe, expect, it, vi } from 'vitest';
import { labelPoint } from '../../src/geometry/label-point.js';

/** How closely polylabel was asked to look. */
const asked = vi.hoisted(() => ({ precisions: [] as number[] }));
vi.mock('polylabel', async (original) => {
  const real = await original<{ default: typeof polylabel }>();
  return {
    default: (...input: Parameters<typeof polylabel>) => {
      asked.precisions.push(input[1] ?? NaN);
      return real.default(...input);
    },
  };
});

/** A star around the city's middle: any radii give a ring that does not cross itself. */
const star = fc
  .array(fc.double({ min: 0.002, max: 0.05, noNaN: true }), { minLength: 5, maxLength: 20 })
  .map((radii): Polygon => {
    const ring = radii.map((radius, index): Position => {
      const angle = (2 * Math.PI * index) / radii.length;
      return [130.4 + radius * Math.cos(angle), 33.59 + radius * Math.sin(angle)];
    });
    return { type: 'Polygon', coordinates: [[...ring, ring[0] as Position]] };
  });

function pointIn(polygon: Polygon): Position {
  const point = labelPoint(polygon);
  if (!point) throw new Error('no label point');
  return [...point];
}

const depth = (point: Position, polygon: Polygon) =>
  -pointToPolygonDistance(point, polygon, { units: 'kilometers', method: 'planar' });

describe('labelPoint', () => {
  it('lies inside', () => {
    fc.assert(
      fc.property(star, (polygon) => {
        expect(booleanPointInPolygon(pointIn(polygon), polygon)).toBe(true);
      }),
    );
  });

  it('lies nearly as deep as the best of a fine grid', () => {
    fc.assert(
      fc.property(star, (polygon) => {
        let best = 0;
        for (let x = 130.35; x <= 130.45; x += 0.004) {
          for (let y = 33.54; y <= 33.64; y += 0.004) {
            if (booleanPointInPolygon([x, y], polygon)) best = Math.max(best, depth([x, y], polygon));
          }
        }
        // A 60th of the extent (at most 0.1°, 11 km) may be missing.
        expect(depth(pointIn(polygon), polygon)).toBeGreaterThan(best - 0.2);
      }),
      { numRuns: 25 },
    );
  });

  it('keeps out of holes', () => {
    const square = (half: number): Position[] => [
      [130.4 - half, 33.6 - half],
      [130.4 + half, 33.6 - half],
      [130.4 + half, 33.6 + half],
      [130.4 - half, 33.6 + half],
      [130.4 - half, 33.6 - half],
    ];
    const polygon: Polygon = { type: 'Polygon', coordinates: [square(0.04), square(0.02)] };
    expect(booleanPointInPolygon(pointIn(polygon), polygon)).toBe(true);
  });

  it('of a polygon without width is the middle of its length', () => {
    const flat: Position[] = [
      [130.4, 33.6],
      [130.5, 33.6],
      [130.4, 33.6],
    ];
    expect(labelPoint({ type: 'Polygon', coordinates: [flat] })).toEqual([130.45, 33.6]);
  });

  it('lies inside what is thin: a strip across, a hair, a thing smaller than the last decimal', () => {
    const strip = (length: number, width: number): Polygon => ({
      type: 'Polygon',
      coordinates: [
        [
          [130.4, 33.5],
          [130.4 + length, 33.5 + length],
          [130.4 + length, 33.5 + length + width],
          [130.4, 33.5 + width],
          [130.4, 33.5],
        ],
      ],
    });
    const arc = Array.from({ length: 41 }, (_, index): Position => {
      const angle = (Math.PI * index) / 40;
      return [130.4 + 0.1 * Math.cos(angle), 33.5 + 0.1 * Math.sin(angle)];
    });
    const inner = [...arc].reverse().map(([x = 0, y = 0]): Position => [x, y - 1e-4]);
    const bow: Polygon = { type: 'Polygon', coordinates: [[...arc, ...inner, arc[0] as Position]] };
    for (const polygon of [strip(0.1, 1e-3), strip(0.1, 1e-5), strip(1e-6, 1e-6), strip(1e-3, 2e-6), bow])
      expect(booleanPointInPolygon(pointIn(polygon), polygon)).toBe(true);
  });

  it('is at least half as deep as the deepest point of a thin strip across', () => {
    const width = 0.001;
    const band: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [130.4, 33.5],
          [130.5, 33.6],
          [130.5, 33.6 + width],
          [130.4, 33.5 + width],
          [130.4, 33.5],
        ],
      ],
    };
    // The band's middle line is as deep as anything in it.
    const deepest = depth([130.45, 33.55 + width / 2], band);
    expect(depth(pointIn(band), band)).toBeGreaterThan(deepest / 2);
  });

  it('is rounded to five decimals', () => {
    fc.assert(
      fc.property(star, (polygon) => {
        for (const degrees of pointIn(polygon)) expect(degrees).toBe(Number(degrees.toFixed(5)));
      }),
    );
  });

  it('is null without a polygon', () => {
    const line: Geometry = {
      type: 'LineString',
      coordinates: [
        [130, 33],
        [131, 33],
      ],
    };
    for (const geometry of [null, line, { type: 'Polygon', coordinates: [] } as Polygon])
      expect(labelPoint(geometry)).toBeNull();
  });

  it('does not search a line for its depth that is drawn as an area, 100 km long', () => {
    const line: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [130, 33],
          [131, 33.0001],
          [132, 33.0002],
          [130, 33],
        ],
      ],
    };
    asked.precisions = [];
    expect(booleanPointInPolygon([...labelPoint(line)!], line)).toBe(true);
    // Degrees; a 256th of it took twelve seconds.
    for (const precision of asked.precisions) expect(precision).toBeGreaterThan(2e-5);
  });
});
