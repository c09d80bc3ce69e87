import type { Geometry } from 'geojson';
import { bearingDegrees } from '../../geometry/measure.js';
import type { SketchFeature } from '../project/project-file.js';
import { areaSquareMeters, lengthMeters } from './geodesic.js';

/** The sketch with what undo and redo need. Values, never changed in place. */
export interface SketchHistory {
  past: readonly (readonly SketchFeature[])[];
  present: readonly SketchFeature[];
  future: readonly (readonly SketchFeature[])[];
}

/** Steps kept; a step holds references, so this costs little. */
const mostSteps = 200;

export const emptySketch: SketchHistory = { past: [], present: [], future: [] };

/** A new state on top; what was undone before is forgotten. */
export function change(history: SketchHistory, present: readonly SketchFeature[]): SketchHistory {
  if (present === history.present) return history;
  return { past: [...history.past, history.present].slice(-mostSteps), present, future: [] };
}

export function undo(history: SketchHistory): SketchHistory {
  const before = history.past.at(-1);
  if (!before) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
}

export function redo(history: SketchHistory): SketchHistory {
  const [next, ...future] = history.future;
  return next ? { past: [...history.past, history.present], present: next, future } : history;
}

/** A name nobody bears yet: 線 1, 線 2, … */
export function freeName(features: readonly SketchFeature[], word: string): string {
  const taken = new Set(features.map(({ name }) => name));
  for (let number = 1; ; number++) {
    const name = `${word} ${number}`;
    if (!taken.has(name)) return name;
  }
}

export interface Measures {
  lengthMeters: number | null;
  areaSquareMeters: number | null;
  /** Of a line: from its first to its last point, degrees clockwise from north. */
  bearingDegrees: number | null;
}

/** What can be measured of a shape; a perimeter is the length of an area. */
export function measure(geometry: Geometry | null): Measures {
  const nothing: Measures = { lengthMeters: null, areaSquareMeters: null, bearingDegrees: null };
  if (!geometry) return nothing;
  if (geometry.type === 'LineString') {
    const [first, last] = [geometry.coordinates[0], geometry.coordinates.at(-1)];
    const [from, to] = [first, last].map((at) => [at?.[0] ?? NaN, at?.[1] ?? NaN] as const);
    return {
      ...nothing,
      lengthMeters: lengthMeters(geometry),
      bearingDegrees: from && to && geometry.coordinates.length > 1 ? bearingDegrees(from, to) : null,
    };
  }
  if (geometry.type === 'MultiLineString') return { ...nothing, lengthMeters: lengthMeters(geometry) };
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon')
    return { ...nothing, lengthMeters: lengthMeters(geometry), areaSquareMeters: areaSquareMeters(geometry) };
  return nothing;
}
