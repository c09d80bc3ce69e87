import type { Geometry } from 'geojson';
import * as v from 'valibot';
import type { AttributeValue, Attributes, RawFeature } from '../driver/import-driver.js';
import { growExtent, swapAxes, type Extent } from './axes.js';
import { pieces, type ByteSource } from './byte-source.js';
import { crsCode, type DataSet, type DeclaredCrs } from './data-set.js';
import { stemOf } from './formats.js';
import { JsonFeatures, type JsonPiece } from './json-features.js';
import { ReadFailure } from './read-failure.js';

const position = v.pipe(v.array(v.number()), v.minLength(2));
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
const headSchema = v.object({
  crs: v.optional(v.nullable(v.object({ properties: v.object({ name: v.string() }) }))),
});

/** RFC 7946: without a `crs` member the numbers are WGS84 degrees. That is what the format says, not a guess. */
const formatCrs: DeclaredCrs = { epsg: 'EPSG:4326', name: 'GeoJSON (RFC 7946)' };

function parse(bytes: Uint8Array, before = '', after = ''): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ReadFailure('not-utf8');
  }
  try {
    return JSON.parse(before + text + after);
  } catch (error) {
    throw new ReadFailure('unreadable', error instanceof Error ? error.message : 'JSON');
  }
}

/** Flat attributes; nested values become their JSON text. */
export function attributesOf(value: unknown): Attributes {
  if (typeof value !== 'object' || value === null) return new Map();
  // JSON.parse makes `__proto__` an own property, so entries() shows it as any other column.
  return new Map(
    Object.entries(value).map(([key, cell]: [string, unknown]): [string, AttributeValue] => {
      if (cell === null || cell === undefined) return [key, null];
      if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean')
        return [key, cell];
      return [key, textOf(cell)];
    }),
  );
}

/** Nested beyond what the stack can write, a value is nothing that could be shown. */
function textOf(cell: unknown): string | null {
  try {
    return JSON.stringify(cell);
  } catch {
    return null;
  }
}

/** The geometry, or null where it is missing or no GeoJSON geometry. */
export function geometryOf(value: unknown): Geometry | null {
  const result = v.safeParse(geometrySchema, value);
  return result.success ? result.output : null;
}

/** A feature whose geometry is looked at only when asked for: most rows of a prefecture are another city's. */
export function lazyFeature(
  value: unknown,
  geometryFrom: (written: unknown) => Geometry | null,
): RawFeature | null {
  if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'Feature')
    return null;
  const written = 'geometry' in value ? value.geometry : null;
  return {
    attributes: attributesOf('properties' in value ? value.properties : null),
    get geometry() {
      return geometryFrom(written);
    },
  };
}

async function* piecesOf(source: ByteSource): AsyncGenerator<JsonPiece> {
  const walker = new JsonFeatures();
  for await (const piece of pieces(source)) yield* walker.push(piece);
  if (!walker.complete) throw new ReadFailure('truncated');
}

function crsIn(piece: JsonPiece): DeclaredCrs | null {
  const value =
    piece.kind === 'head' ? parse(piece.bytes, '', ']}') : parse(piece.bytes, '{"features":[]', '');
  const result = v.safeParse(headSchema, value);
  const name = result.success ? result.output.crs?.properties.name : undefined;
  return name === undefined ? null : { epsg: crsCode(name), name };
}

const sampledFeatures = 200;

/**
 * A GeoJSON or GeoJSONSeq text as a data set, read in pieces: 200 MB need no more memory than 2.
 * One pass goes ahead to find the columns and a coordinate system that may stand at the very end.
 */
export async function openGeoJson(source: ByteSource): Promise<DataSet> {
  let crs: DeclaredCrs | null = null;
  let seen = 0;
  const fields = new Set<string>();
  for await (const piece of piecesOf(source)) {
    if (piece.kind === 'head' || piece.kind === 'tail') crs = crsIn(piece) ?? crs;
    else if (seen++ < sampledFeatures)
      for (const field of lazyFeature(parse(piece.bytes), geometryOf)?.attributes.keys() ?? [])
        fields.add(field);
  }
  let extent: Extent | null = null;
  return {
    name: stemOf(source.name),
    format: 'geojson',
    encoding: 'UTF-8',
    fields,
    crs: crs ?? formatCrs,
    extent: () => extent,
    async *features({ axes }) {
      for await (const piece of piecesOf(source)) {
        if (piece.kind === 'head' || piece.kind === 'tail') continue;
        const feature = lazyFeature(parse(piece.bytes), (written) => {
          const geometry = geometryOf(written);
          extent = growExtent(extent, geometry);
          return axes === 'north-east' ? swapAxes(geometry) : geometry;
        });
        if (feature) yield feature;
      }
    },
  };
}
