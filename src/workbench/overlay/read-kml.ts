import { decodeText } from './decode-text.js';
import { stemOf } from './formats.js';
import { OverlayFailure, type OverlayNote } from './overlay.js';
import type { RawLayer } from './raw-layer.js';
import { childrenNamed, childText, descendantsNamed, parseXml, type XmlElement } from './xml.js';
import { listZip, unzipEntry } from './zip.js';

/** KML, or KMZ (a zip with a KML inside). Name, description and ExtendedData become fields. Throws OverlayFailure. */
export function readKml(bytes: Uint8Array, fileName: string): RawLayer {
  const packed = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const { text, encoding } = decodeText(packed ? unpack(bytes) : bytes);
  const root = parseXml(text);
  if (!root) {
    const whole = /<\/(\w+:)?kml>\s*$/i.test(text);
    throw new OverlayFailure(whole ? { reason: 'unreadable', detail: 'XML' } : { reason: 'truncated' });
  }
  const features = descendantsNamed(root, 'Placemark').map(placemark);
  const notes: OverlayNote[] = encoding === 'utf-8' ? [] : [{ reason: 'encoding', encoding }];
  return {
    name: stemOf(fileName),
    fileName,
    format: packed ? 'kmz' : 'kml',
    crs: { kind: 'epsg', epsg: 4326, how: 'format', declared: null },
    features,
    notes,
  };
}

function unpack(bytes: Uint8Array): Uint8Array {
  const entry = listZip(bytes).find(({ name }) => name.toLowerCase().endsWith('.kml'));
  if (!entry) throw new OverlayFailure({ reason: 'zip-nothing-known' });
  return unzipEntry(bytes, entry);
}

function placemark(element: XmlElement): { geometry: unknown; properties: Record<string, string> } {
  const properties: [string, string][] = [];
  for (const name of ['name', 'description']) {
    const text = childText(element, name);
    if (text) properties.push([name, text]);
  }
  for (const extended of childrenNamed(element, 'ExtendedData')) {
    for (const data of childrenNamed(extended, 'Data'))
      properties.push([data.attributes.get('name') ?? 'data', childText(data, 'value') ?? '']);
    for (const data of descendantsNamed(extended, 'SimpleData'))
      properties.push([data.attributes.get('name') ?? 'data', data.text.trim()]);
  }
  return { geometry: geometryIn(element), properties: Object.fromEntries(properties) };
}

function geometryIn(element: XmlElement): unknown {
  const found = element.children.map(geometry).filter((value) => value !== null);
  return found[0] ?? null;
}

function geometry(element: XmlElement): unknown {
  switch (element.name) {
    case 'Point':
      return { type: 'Point', coordinates: coordinates(element)[0] ?? null };
    case 'LineString':
      return { type: 'LineString', coordinates: coordinates(element) };
    case 'LinearRing':
      return { type: 'LineString', coordinates: coordinates(element) };
    case 'Polygon':
      return {
        type: 'Polygon',
        coordinates: ['outerBoundaryIs', 'innerBoundaryIs']
          .flatMap((name) => childrenNamed(element, name))
          .flatMap((boundary) => childrenNamed(boundary, 'LinearRing'))
          .map(coordinates),
      };
    case 'MultiGeometry':
      return multi(element.children.map(geometry).filter((value) => value !== null));
    case 'Track':
      return {
        type: 'LineString',
        coordinates: childrenNamed(element, 'coord').map((coord) =>
          coord.text.trim().split(/\s+/).map(Number),
        ),
      };
    default:
      return null;
  }
}

/** Parts of one kind become MultiPoint, MultiLineString or MultiPolygon; mixed ones stay a collection. */
function multi(parts: unknown[]): unknown {
  const typed = parts as { type: string; coordinates: unknown }[];
  const type = typed[0]?.type;
  if (type && /^(Point|LineString|Polygon)$/.test(type) && typed.every((part) => part.type === type))
    return { type: `Multi${type}`, coordinates: typed.map((part) => part.coordinates) };
  return { type: 'GeometryCollection', geometries: parts };
}

function coordinates(element: XmlElement): number[][] {
  const text = childText(element, 'coordinates') ?? '';
  return text
    .split(/\s+/)
    .filter((tuple) => tuple !== '')
    .map((tuple) => tuple.split(',').map((value) => (value === '' ? NaN : Number(value))));
}
