import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceMeters } from '../../../src/geometry/measure.js';
import { fromPlane, toPlane } from '../../../src/geometry/plane-rectangular.js';
import { parseVertex } from '../../../src/tools/measure/parse-vertex.js';
import { overlayAsSketch, sketchAsLayer } from '../../../src/tools/measure/sketch-layer.js';
import { change, emptySketch, freeName, measure, redo, undo } from '../../../src/tools/measure/sketch.js';
import { SnapIndex } from '../../../src/tools/measure/snap-index.js';
import type { SketchFeature } from '../../../src/tools/project/project-file.js';

const shape = (name: string): SketchFeature => ({
  id: name,
  name,
  kind: 'point',
  geometry: { type: 'Point', coordinates: [130.4, 33.6] },
});

describe('undo and redo', () => {
  it('walk back and forth over any changes and end where they began', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 20 }), (names) => {
        let history = emptySketch;
        for (const name of names) history = change(history, [...history.present, shape(name)]);
        const last = history.present;
        names.forEach(() => (history = undo(history)));
        expect(history.present).toEqual([]);
        expect(undo(history)).toBe(history);
        names.forEach(() => (history = redo(history)));
        expect(history.present).toEqual(last);
        expect(redo(history)).toBe(history);
      }),
    );
  });

  it('forget what was undone once something new is drawn', () => {
    const one = change(emptySketch, [shape('a')]);
    const other = change(undo(one), [shape('b')]);
    expect(redo(other)).toBe(other);
  });

  it('names are free', () => {
    expect(freeName([{ ...shape('x'), name: '線 1' }], '線')).toBe('線 2');
  });
});

describe('measures', () => {
  it('of a line east, an area and a point', () => {
    const east = measure({
      type: 'LineString',
      coordinates: [
        [130.4, 33.6],
        [130.41, 33.6],
      ],
    });
    expect(east.lengthMeters).toBeCloseTo(distanceMeters([130.4, 33.6], [130.41, 33.6]), 6);
    expect(east.bearingDegrees).toBeCloseTo(90, 1);
    expect(measure({ type: 'Point', coordinates: [130, 33] })).toEqual({
      lengthMeters: null,
      areaSquareMeters: null,
      bearingDegrees: null,
    });
  });
});

describe('typed coordinates', () => {
  it('are read as degrees either way round, or as X north and Y east', () => {
    expect(parseVertex('33.59, 130.40', 6670)).toEqual([130.4, 33.59]);
    expect(parseVertex('１３０．４０，３３．５９', 6670)).toEqual([130.4, 33.59]);
    const plane = toPlane([130.4, 33.59]);
    const read = parseVertex(`${plane.northMeters.toFixed(3)},${plane.eastMeters.toFixed(3)}`, 6670);
    expect(distanceMeters(read!, [130.4, 33.59])).toBeLessThan(0.002);
    for (const bad of ['', '33', 'a,b', '1,2,3', '33.59 x']) expect(parseVertex(bad, 6670)).toBeNull();
  });
});

describe('snapping', () => {
  const at = (x: number, y: number) =>
    [...fromPlane({ eastMeters: -56_000 + x, northMeters: 65_000 + y })] as [number, number];
  const index = new SnapIndex([
    { type: 'LineString', coordinates: [at(0, 0), at(100, 0)] },
    { type: 'Point', coordinates: at(50, 20) },
    null,
  ]);

  it('goes to a vertex before an edge, to the foot on an edge, to nothing far away', () => {
    expect(distanceMeters(index.snap(at(3, 2), 5)!, at(0, 0))).toBeLessThan(0.01);
    expect(distanceMeters(index.snap(at(30, 4), 5)!, at(30, 0))).toBeLessThan(0.01);
    expect(distanceMeters(index.snap(at(51, 19), 5)!, at(50, 20))).toBeLessThan(0.01);
    expect(index.snap(at(30, 50), 5)).toBeNull();
    expect(new SnapIndex([]).snap(at(0, 0), 5)).toBeNull();
  });

  it('never moves a point farther than asked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20, max: 120 }),
        fc.integer({ min: -20, max: 40 }),
        fc.integer({ min: 1, max: 15 }),
        (x, y, within) => {
          const snapped = index.snap(at(x, y), within);
          if (snapped) expect(distanceMeters(snapped, at(x, y))).toBeLessThanOrEqual(within + 0.01);
        },
      ),
    );
  });
});

describe('sketch and layer', () => {
  it('turn into one another; closed lines become areas', () => {
    const ring = [
      [130.4, 33.6],
      [130.41, 33.6],
      [130.41, 33.61],
      [130.4, 33.6],
    ];
    const layer = sketchAsLayer(
      [{ id: 's', name: '区', kind: 'line', geometry: { type: 'LineString', coordinates: ring } }],
      '図',
    );
    expect(layer.counts).toEqual({ point: 0, line: 1, polygon: 0, none: 0 });
    expect(layer.features[0]?.properties['length_m']).toBeGreaterThan(2000);
    const [back] = overlayAsSketch(layer);
    expect(back).toMatchObject({ name: '区', kind: 'polygon' });
    expect(back?.geometry?.type).toBe('Polygon');
  });
});
