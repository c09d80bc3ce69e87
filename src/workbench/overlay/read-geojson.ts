import { decodeText } from './decode-text.js';
import { stemOf } from './formats.js';
import { OverlayFailure, type OverlayNote } from './overlay.js';
import type { DeclaredCrs, RawLayer } from './raw-layer.js';

const geometryTypes = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);

/** GeoJSON (RFC 7946, or the 2008 form with `crs`), one object a line too. Throws OverlayFailure. */
export function readGeoJson(bytes: Uint8Array, fileName: string): RawLayer {
  const { text, encoding } = decodeText(bytes);
  const value = parse(text);
  const notes: OverlayNote[] = encoding === 'utf-8' ? [] : [{ reason: 'encoding', encoding }];
  const crs = Array.isArray(value) ? defaultCrs : declaredCrs(value);
  return { name: stemOf(fileName), fileName, format: 'geojson', crs, features: featuresOf(value), notes };
}

function parse(text: string): unknown {
  const body = text.replace(/^\uFEFF/, '').trim();
  if (body === '') throw new OverlayFailure({ reason: 'empty-file' });
  try {
    return JSON.parse(body);
  } catch (error) {
    const lines = jsonLines(body);
    if (lines) return lines;
    if (!/[}\]]$/.test(body)) throw new OverlayFailure({ reason: 'truncated' });
    throw new OverlayFailure({ reason: 'unreadable', detail: error instanceof Error ? error.message : '' });
  }
}

/** RFC 8142 puts it before every text. */
const recordSeparator = String.fromCharCode(0x1e);

/** One feature a line (newline-delimited GeoJSON), with or without record separators. */
function jsonLines(body: string): unknown[] | null {
  const lines = body.split(/\r?\n/).map((line) => line.replaceAll(recordSeparator, '').trim());
  const filled = lines.filter((line) => line !== '');
  if (filled.length < 2) return null;
  try {
    return filled.map((line) => JSON.parse(line) as unknown);
  } catch {
    return null;
  }
}

function featuresOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(featuresOf);
  if (typeof value !== 'object' || value === null) throw new OverlayFailure({ reason: 'no-features' });
  const { type, features } = value as { type?: unknown; features?: unknown };
  if (type === 'FeatureCollection') return Array.isArray(features) ? (features as unknown[]) : [];
  if (type === 'Feature') return [value];
  if (typeof type === 'string' && geometryTypes.has(type)) return [{ geometry: value, properties: {} }];
  if (type === 'Topology') throw new OverlayFailure({ reason: 'unreadable', detail: 'TopoJSON' });
  throw new OverlayFailure({ reason: 'no-features' });
}

const defaultCrs: DeclaredCrs = { kind: 'epsg', epsg: 4326, how: 'format', declared: null };

/** RFC 7946 is WGS84; the older form may carry `crs: { properties: { name: "urn:ogc:def:crs:EPSG::6670" } }`. */
function declaredCrs(value: unknown): DeclaredCrs {
  const crs = (value as { crs?: unknown } | null)?.crs;
  if (typeof crs !== 'object' || crs === null) return defaultCrs;
  const name = (crs as { properties?: { name?: unknown } }).properties?.name;
  if (typeof name !== 'string') return { kind: 'unknown', declared: null };
  if (/CRS84h?$/i.test(name)) return { kind: 'epsg', epsg: 4326, how: 'file', declared: name };
  const epsg = /EPSG:{1,2}[\d.]*:?(\d{4,5})$/i.exec(name)?.[1];
  return epsg
    ? { kind: 'epsg', epsg: Number(epsg), how: 'file', declared: name }
    : { kind: 'unknown', declared: name };
}
