import type { Geometry, LineString } from 'geojson';
import { areaSquareMeters, lengthMeters } from '../../geometry/length-area.js';
import { bearingDegrees } from '../../geometry/measure.js';
import {
  planeAreaSquareMeters,
  planeLengthMeters,
  type PlaneEpsg,
} from '../../geometry/plane-rectangular.js';
import type { SketchFeature } from '../project/project-file.js';

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
export function unusedName(features: readonly SketchFeature[], word: string): string {
  const taken = new Set(features.map(({ name }) => name));
  for (let number = 1; ; number++) {
    const name = `${word} ${number}`;
    if (!taken.has(name)) return name;
  }
}

export interface Measures {
  /** On turf's sphere: length of a line, perimeter of an area. */
  lengthMeters: number | null;
  /** On turf's sphere. */
  areaSquareMeters: number | null;
  /** The same length in the city's plane zone, as a drawing has it. */
  planeLengthMeters: number | null;
  /** The same area in the city's plane zone. */
  planeAreaSquareMeters: number | null;
  /** Of a line: from its first to its last point, degrees clockwise from north. */
  bearingDegrees: number | null;
}

/**
 * What can be measured of a shape in degrees; a perimeter is the length of an area.
 * @param epsg the plane zone of the survey's figures
 */
export function measure(geometry: Geometry | null, epsg: PlaneEpsg): Measures {
  const kind = geometry?.type.replace('Multi', '');
  const isArea = kind === 'Polygon';
  const hasLength = isArea || kind === 'LineString';
  return {
    lengthMeters: hasLength ? lengthMeters(geometry) : null,
    areaSquareMeters: isArea ? areaSquareMeters(geometry) : null,
    planeLengthMeters: hasLength ? planeLengthMeters(geometry, epsg) : null,
    planeAreaSquareMeters: isArea ? planeAreaSquareMeters(geometry, epsg) : null,
    bearingDegrees: geometry?.type === 'LineString' ? bearingOf(geometry) : null,
  };
}

function bearingOf({ coordinates }: LineString): number | null {
  const [first, last] = [coordinates[0], coordinates.at(-1)];
  if (!first || !last || coordinates.length < 2) return null;
  const [from, to] = [first, last].map(([x = NaN, y = NaN]) => [x, y] as const);
  return from && to ? bearingDegrees(from, to) : null;
}
