import { distance, pointToLineDistance } from '@turf/turf';
import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { fromPlane } from '../../src/geometry/plane-rectangular.js';
import type { Position } from '../../src/geometry/position.js';
import { SnapIndex } from '../../src/geometry/snap-index.js';

const at = (x: number, y: number) => [...fromPlane({ eastMeters: -56_000 + x, northMeters: 65_000 + y })];
const position = (x: number, y: number) => at(x, y) as [number, number];
const meters = (one: readonly number[], other: readonly number[]) =>
  distance([...one], [...other], { units: 'meters' });

const index = new SnapIndex([
  { type: 'LineString', coordinates: [at(0, 0), at(100, 0)] },
  { type: 'Point', coordinates: at(50, 20) },
  null,
]);

/** Positions a metre or more apart, within 200 m. */
const spot = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }));
const shapes = fc.array(fc.uniqueArray(spot, { minLength: 2, maxLength: 6, selector: String }), {
  minLength: 1,
  maxLength: 8,
});

describe('snapping', () => {
  it('goes to a vertex before an edge, to the foot on an edge, to nothing far away', () => {
    expect(meters(index.snap(position(3, 2), 5)!, at(0, 0))).toBeLessThan(0.001);
    expect(meters(index.snap(position(30, 4), 5)!, at(30, 0))).toBeLessThan(0.02);
    expect(meters(index.snap(position(51, 19), 5)!, at(50, 20))).toBeLessThan(0.001);
    expect(index.snap(position(30, 50), 5)).toBeNull();
    expect(index.snap(position(104, 4), 5)).toBeNull();
    expect(new SnapIndex([]).snap(position(0, 0), 5)).toBeNull();
    expect(new SnapIndex([null, { type: 'MultiPoint', coordinates: [] }]).snap(position(0, 0), 5)).toBeNull();
  });

  it('finds what looking at every vertex and every edge with turf finds', () => {
    fc.assert(
      fc.property(shapes, spot, fc.integer({ min: 1, max: 40 }), (paths, [x, y], within) => {
        const here: Position = position(x + 0.3, y + 0.4);
        const lines = paths.map((path) => path.map(([px, py]) => at(px, py)));
        const snapped = new SnapIndex([{ type: 'MultiLineString', coordinates: lines }]).snap(here, within);
        const vertex = Math.min(...lines.flat().map((corner) => meters(here, corner)));
        const edges = lines.map((coordinates) =>
          pointToLineDistance([...here], { type: 'LineString', coordinates }, { units: 'meters' }),
        );
        const edge = Math.min(...edges);
        // Where the reach ends, turf's two functions differ by less than this.
        const hair = 0.02;
        fc.pre(Math.abs(vertex - within) > hair && Math.abs(edge - within) > hair);
        if (edge > within) expect(snapped).toBeNull();
        else expect(Math.abs(meters(snapped!, here) - (vertex <= within ? vertex : edge))).toBeLessThan(hair);
      }),
    );
  });

  it('takes rings, parts of collections and lone points; a lone point has no edge', () => {
    const ring = [at(0, 0), at(60, 0), at(60, 60), at(0, 0)];
    const all: Geometry = {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', coordinates: [ring] },
        { type: 'MultiPoint', coordinates: [at(100, 100), at(200, 100)] },
      ],
    };
    const found = new SnapIndex([all]);
    expect(meters(found.snap(position(30, 33), 5)!, at(31.5, 31.5))).toBeLessThan(0.02);
    expect(meters(found.snap(position(101, 100), 5)!, at(100, 100))).toBeLessThan(0.001);
    expect(found.snap(position(150, 100), 5)).toBeNull();
  });
});
