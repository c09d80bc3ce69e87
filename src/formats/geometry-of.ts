import type { Geometry } from 'geojson';
import * as v from 'valibot';

/** NaN passes: a reader writes it for what is no number, and whoever mends geometry leaves that part out. */
const number = v.custom<number>((value) => typeof value === 'number');
const position = v.pipe(v.array(number), v.minLength(2));
const line = v.array(position);
const simple = v.variant('type', [
  v.object({ type: v.literal('Point'), coordinates: position }),
  v.object({ type: v.literal('MultiPoint'), coordinates: line }),
  v.object({ type: v.literal('LineString'), coordinates: line }),
  v.object({ type: v.literal('MultiLineString'), coordinates: v.array(line) }),
  v.object({ type: v.literal('Polygon'), coordinates: v.array(line) }),
  v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(v.array(line)) }),
]);
const geometrySchema = v.union([
  simple,
  v.object({ type: v.literal('GeometryCollection'), geometries: v.array(simple) }),
]);

/** What is written in the shape of a GeoJSON geometry, or null where it is missing or has another shape. */
export function geometryOf(value: unknown): Geometry | null {
  const result = v.safeParse(geometrySchema, value);
  return result.success ? result.output : null;
}
