import type { Geometry } from 'geojson';

/** How deep the coordinates of a type are nested, and how many positions a run needs at least. */
const shapes = new Map(
  Object.entries({
    Point: { depth: 0, least: 1 },
    MultiPoint: { depth: 1, least: 0 },
    LineString: { depth: 1, least: 2 },
    MultiLineString: { depth: 2, least: 2 },
    Polygon: { depth: 2, least: 4 },
    MultiPolygon: { depth: 3, least: 4 },
  }),
);
/** A collection of collections deeper than this is an attack, not a map. */
const deepestCollection = 8;

/**
 * Whether a value can be walked as GeoJSON geometry: a known type, coordinates nested as that type nests them, every
 * position two finite degrees on the globe. A hash vouches for bytes, not for sense; and one bad nesting would throw
 * in the middle of an index that other layers need too. `null` is a place that is not published.
 */
export function isWellFormed(value: unknown, collections = 0): value is Geometry | null {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  const { type, coordinates, geometries }: { type?: unknown; coordinates?: unknown; geometries?: unknown } =
    value;
  if (type === 'GeometryCollection')
    return (
      collections < deepestCollection &&
      Array.isArray(geometries) &&
      geometries.every((each) => each !== null && isWellFormed(each, collections + 1))
    );
  const shape = typeof type === 'string' ? shapes.get(type) : undefined;
  return shape !== undefined && isNested(coordinates, shape.depth, shape.least);
}

function isNested(value: unknown, depth: number, least: number): boolean {
  if (depth === 0) return isPosition(value);
  if (!Array.isArray(value) || (depth === 1 && value.length < least)) return false;
  return value.every((inner) => isNested(inner, depth - 1, least));
}

function isPosition(value: unknown): boolean {
  if (!Array.isArray(value) || value.length < 2) return false;
  const pair: readonly unknown[] = value;
  return isDegrees(pair[0], 180) && isDegrees(pair[1], 90);
}

function isDegrees(value: unknown, most: number): boolean {
  return typeof value === 'number' && value >= -most && value <= most;
}
