import { area } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundingBoxOf } from '../../../src/geometry/bounding-box.js';
import { areaSquareMeters, lengthMeters } from '../../../src/geometry/length-area.js';
import { distanceMeters } from '../../../src/geometry/measure.js';
import { fromPlane, planeDistanceMeters, toPlane } from '../../../src/geometry/plane-rectangular.js';
import { parseVertex } from '../../../src/workbench/measure/parse-vertex.js';
import { overlayAsSketch, sketchAsLayer } from '../../../src/workbench/measure/sketch-layer.js';
import {
  change,
  emptySketch,
  unusedName,
  measure,
  redo,
  undo,
} from '../../../src/workbench/measure/sketch.js';
import type { SketchFeature } from '../../../src/workbench/project/project-file.js';

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
    expect(unusedName([{ ...shape('x'), name: '線 1' }], '線')).toBe('線 2');
  });
});

const at = (x: number, y: number) => [...fromPlane({ eastMeters: -56_000 + x, northMeters: 65_000 + y })];
/** A hectare as a drawing in zone II has it. */
const hectare = [at(0, 0), at(100, 0), at(100, 100), at(0, 100), at(0, 0)];

describe('measures', () => {
  it('of a line east are turf’s and the zone’s, side by side', () => {
    const coordinates = [
      [130.4, 33.6],
      [130.41, 33.6],
    ];
    const east = measure({ type: 'LineString', coordinates }, 6670);
    expect(east.lengthMeters).toBe(distanceMeters([130.4, 33.6], [130.41, 33.6]));
    expect(east.planeLengthMeters).toBeCloseTo(
      planeDistanceMeters(toPlane([130.4, 33.6]), toPlane([130.41, 33.6])),
      9,
    );
    // turf's sphere is 0.21 % too short east–west.
    expect(east.lengthMeters! / east.planeLengthMeters! - 1).toBeCloseTo(-0.0021, 3);
    expect(east.bearingDegrees).toBeCloseTo(90, 1);
    expect([east.areaSquareMeters, east.planeAreaSquareMeters]).toEqual([null, null]);
  });

  it('of a hectare in zone II are a hectare in the plane and about 5 m² more on the sphere', () => {
    const found = measure({ type: 'Polygon', coordinates: [hectare] }, 6670);
    expect(found.planeAreaSquareMeters).toBeCloseTo(10_000, 3);
    expect(found.planeLengthMeters).toBeCloseTo(400, 4);
    expect(found.areaSquareMeters).toBe(area({ type: 'Polygon', coordinates: [hectare] }));
    expect(found.areaSquareMeters).toBeCloseTo(10_005, 0);
    expect(found.bearingDegrees).toBeNull();
  });

  it('of several lines or areas are their sums, of a point and of nothing none', () => {
    const lines = measure({ type: 'MultiLineString', coordinates: [hectare, hectare] }, 6670);
    expect(lines.planeLengthMeters).toBeCloseTo(800, 4);
    expect([lines.planeAreaSquareMeters, lines.bearingDegrees]).toEqual([null, null]);
    const areas = measure({ type: 'MultiPolygon', coordinates: [[hectare], [hectare]] }, 6670);
    expect(areas.planeAreaSquareMeters).toBeCloseTo(20_000, 3);
    const nothing = {
      lengthMeters: null,
      areaSquareMeters: null,
      planeLengthMeters: null,
      planeAreaSquareMeters: null,
      bearingDegrees: null,
    };
    expect(measure({ type: 'Point', coordinates: [130, 33] }, 6670)).toEqual(nothing);
    expect(measure(null, 6670)).toEqual(nothing);
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
      6670,
    );
    expect(layer.counts).toEqual({ point: 0, line: 1, polygon: 0, none: 0 });
    expect(layer.features[0]?.properties['length_m']).toBeGreaterThan(2000);
    const [back] = overlayAsSketch(layer);
    expect(back).toMatchObject({ name: '区', kind: 'polygon' });
    expect(back?.geometry?.type).toBe('Polygon');
  });

  it('the table has the figures of the sphere and of the zone, none for what has none', () => {
    const point: SketchFeature = { ...shape('p'), kind: 'point' };
    const field: SketchFeature = {
      id: 'f',
      name: '田',
      kind: 'polygon',
      geometry: { type: 'Polygon', coordinates: [hectare] },
    };
    const { features, fields, box } = sketchAsLayer([point, field], '図', 6670);
    const columns = ['name', 'kind', 'length_m', 'area_m2', 'plane_length_m', 'plane_area_m2'];
    expect(fields.map(({ name }) => name)).toEqual(columns);
    for (const { properties } of features) expect(Object.keys(properties)).toEqual(columns);
    expect(features[0]?.properties).toMatchObject({ length_m: null, area_m2: null, plane_area_m2: null });
    const { length_m, area_m2, plane_length_m, plane_area_m2 } = features[1]!.properties;
    expect([plane_length_m, plane_area_m2]).toEqual([400, 10_000]);
    expect(length_m).toBeCloseTo(lengthMeters(field.geometry), 3);
    expect(area_m2).toBeCloseTo(areaSquareMeters(field.geometry), 3);
    expect(box).toEqual(boundingBoxOf([...hectare, [130.4, 33.6]]));
  });
});
