import type { ByteSource } from '../byte-source.js';
import { parseCrsName } from '../crs/crs-code.js';
import { crsByEpsg } from '../crs/crs.js';
import { stemOf } from '../format-table.js';
import type { Limits } from '../limits.js';
import type { DeclaredCrs, RawFeature, RawLayer } from '../raw-layer.js';
import { ReadFailure } from '../read-failure.js';
import { encodingOf, utf8Pieces, type Encoding } from '../decode-text.js';
import { JsonFeatures, type JsonPiece } from './json-features.js';

/** RFC 7946: without a `crs` member the numbers are WGS84 degrees. That is what the format says, not a guess. */
const formatCrs: DeclaredCrs = { epsg: 4326, name: null, from: 'format', oldDatum: false };

const geometryTypes = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);

function parse(bytes: Uint8Array, before = '', after = ''): unknown {
  try {
    return JSON.parse(before + new TextDecoder().decode(bytes) + after);
  } catch (error) {
    throw new ReadFailure({ reason: 'unreadable', detail: error instanceof Error ? error.message : 'JSON' });
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const member = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;

/** An element of `features`, whatever it is. JSON.parse makes `__proto__` an own property: a column like any other. */
export function jsonFeature(value: unknown): RawFeature {
  const properties = member(value, 'properties');
  return {
    attributes: new Map(isObject(properties) ? Object.entries(properties) : []),
    geometry: member(value, 'geometry'),
  };
}

/** Lists in lists: beyond anything a program writes, and each would be copied into the one around it. */
const deepestList = 16;

/** What stands at the root of a text: a collection, a feature, a bare geometry, or a list of them. */
function featuresOf(value: unknown, depth = 0): RawFeature[] {
  if (Array.isArray(value)) {
    if (depth >= deepestList) throw new ReadFailure({ reason: 'no-features' });
    return value.flatMap((each) => featuresOf(each, depth + 1));
  }
  const type = member(value, 'type');
  const features = member(value, 'features');
  if (type === 'FeatureCollection') return Array.isArray(features) ? features.map(jsonFeature) : [];
  if (type === 'Feature') return [jsonFeature(value)];
  if (typeof type === 'string' && geometryTypes.has(type))
    return [{ attributes: new Map(), geometry: value }];
  if (type === 'Topology') throw new ReadFailure({ reason: 'unreadable', detail: 'TopoJSON' });
  throw new ReadFailure({ reason: 'no-features' });
}

async function* piecesOf(source: ByteSource, encoding: Encoding, limits: Limits): AsyncGenerator<JsonPiece> {
  const walker = new JsonFeatures(limits);
  for await (const piece of utf8Pieces(source, encoding)) yield* walker.push(piece);
  if (!walker.complete) throw new ReadFailure({ reason: 'truncated' });
}

/** The older form (2008) may carry `crs: { properties: { name: "urn:ogc:def:crs:EPSG::6670" } }`. */
function crsIn(value: unknown): DeclaredCrs | null {
  const crs = member(value, 'crs');
  if (!isObject(crs)) return null;
  const name = member(member(crs, 'properties'), 'name');
  if (typeof name !== 'string') return { epsg: null, name: null, from: 'file', oldDatum: false };
  const epsg = parseCrsName(name);
  const oldDatum = epsg !== null && crsByEpsg(epsg)?.datum === 'tokyo';
  return { epsg, name, from: 'file', oldDatum };
}

function crsOfPiece({ kind, bytes }: JsonPiece): DeclaredCrs | null {
  if (kind === 'feature') return null;
  if (kind === 'head') return crsIn(parse(bytes, '', ']}'));
  return crsIn(kind === 'tail' ? parse(bytes, '{"features":[]', '') : parse(bytes));
}

/** True where the root says that it is a collection. */
function isCollection({ kind, bytes }: JsonPiece): boolean {
  if (kind !== 'head' && kind !== 'tail') return false;
  const root = kind === 'head' ? parse(bytes, '', ']}') : parse(bytes, '{"features":[]', '');
  return member(root, 'type') === 'FeatureCollection';
}

const sampledFeatures = 200;

/**
 * GeoJSON (RFC 7946, or the 2008 form with `crs`) or one object a line (GeoJSONSeq), read in pieces: 200 MB need no
 * more memory than 2. A first pass finds the columns and a coordinate system that may stand at the very end.
 * @throws ReadFailure
 */
export async function openGeoJson(source: ByteSource, limits: Limits): Promise<RawLayer> {
  const encoding = await encodingOf(source);
  let crs: DeclaredCrs | null = null;
  let seen = 0;
  let filled = false;
  let collection = false;
  let ofFeatures = false;
  const fields = new Set<string>();
  for await (const piece of piecesOf(source, encoding, limits)) {
    filled = true;
    crs = crsOfPiece(piece) ?? crs;
    collection ||= isCollection(piece);
    if ((piece.kind !== 'feature' && piece.kind !== 'root') || seen >= sampledFeatures) continue;
    seen++;
    const value = parse(piece.bytes);
    ofFeatures ||= piece.kind === 'root' || member(value, 'type') === 'Feature';
    for (const { attributes } of piece.kind === 'root' ? featuresOf(value) : [jsonFeature(value)])
      for (const field of attributes.keys()) fields.add(field);
  }
  if (!filled) throw new ReadFailure({ reason: 'file-empty' });
  // Esri's JSON has `features` too, but none that is a Feature.
  if (!collection && !ofFeatures) throw new ReadFailure({ reason: 'no-features' });
  return {
    name: stemOf(source.name),
    fileName: source.name,
    format: 'geojson',
    encoding,
    fields,
    crs: crs ?? formatCrs,
    featureCount: null,
    extent: null,
    notes: encoding === 'UTF-8' ? [] : [{ reason: 'encoding', encoding }],
    async *features() {
      for await (const { kind, bytes } of piecesOf(source, encoding, limits)) {
        if (kind === 'feature') yield jsonFeature(parse(bytes));
        else if (kind === 'root') yield* featuresOf(parse(bytes));
      }
    },
    convertWithGdal: null,
  };
}
