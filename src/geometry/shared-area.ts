import type { Geometry } from 'geojson';
import { polygonsOf } from './explode.js';
import { metersPerDegree } from './metric.js';
import type { PolygonIndex } from './polygon-index.js';
import { PreparedPolygon } from './prepared-polygon.js';

export interface SharedArea {
  /** Area of the geometry itself. */
  squareMeters: number;
  /** Area shared with each indexed geometry that has a share, by its number. */
  shared: Map<number, number>;
}

/** Rows a polygon is cut into; the error of a share stays well under 1 %. */
const rowsPerPolygon = 256;

/**
 * How much of a geometry each indexed one covers.
 * The geometry is cut into rows; along a row the overlap is exact, because it is one of intervals.
 * Unlike clipping this cannot fail on touching or slightly crossing outlines.
 */
export function sharedAreas(geometry: Geometry | null, index: PolygonIndex): SharedArea {
  const result: SharedArea = { squareMeters: 0, shared: new Map() };
  for (const rings of polygonsOf(geometry)) {
    const target = new PreparedPolygon(rings);
    const others = index.parts([target.west, target.south, target.east, target.north]);
    const height = (target.north - target.south) / rowsPerPolygon;
    for (let row = 0; row < rowsPerPolygon; row++) {
      const latitude = target.south + (row + 0.5) * height;
      const scale = metersPerDegree(latitude);
      const weight = height * scale.north * scale.east;
      const own = sorted(target.crossings(latitude));
      result.squareMeters += overlap(own, [-360, 360]) * weight;
      for (const { owner, polygon } of others) {
        const length = overlap(own, sorted(polygon.crossings(latitude)));
        if (length > 0) result.shared.set(owner, (result.shared.get(owner) ?? 0) + length * weight);
      }
    }
  }
  return result;
}

const sorted = (values: number[]) => values.sort((a, b) => a - b);

/** Common length of two lists of intervals, each given as ascending ends: in, out, in, out. */
function overlap(a: readonly number[], b: readonly number[]): number {
  let length = 0;
  for (let i = 0, j = 0; i + 1 < a.length && j + 1 < b.length;) {
    const [aStart, aEnd, bStart, bEnd] = [a[i], a[i + 1], b[j], b[j + 1]] as [number, number, number, number];
    length += Math.max(0, Math.min(aEnd, bEnd) - Math.max(aStart, bStart));
    if (aEnd < bEnd) i += 2;
    else j += 2;
  }
  return length;
}
