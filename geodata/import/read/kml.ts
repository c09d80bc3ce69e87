import type { Geometry, Position } from 'geojson';
import type { AttributeValue, RawFeature } from '../driver/import-driver.js';
import { growExtent, type Extent } from './axes.js';
import { wholeOf, type ByteSource } from './byte-source.js';
import type { DataSet } from './data-set.js';
import { degreesReader } from './degrees.js';
import { decodeText } from './decode-text.js';
import { stemOf } from './formats.js';
import { limits, mebibytes } from './limits.js';
import { ReadFailure } from './read-failure.js';

type Simple = Exclude<Geometry, { type: 'GeometryCollection' }>;

/**
 * Tags, CDATA and text of an XML; comments and instructions are passed over, entities of a DTD are not known.
 * The last way is a sign that begins nothing: reading stops there, or a file of such signs would be searched to its
 * end for each of them.
 */
const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!DOCTYPE[^<>[]*(?:\[[^\]]*\][^<>]*)?>|<(\/)?([^\s<>/!?]+)((?:\s[^<>]*?)?)(\/)?>|([^<]+)|(<)/g;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name: string) => {
    // Own names only: `&constructor;` is no sign.
    if (name) return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole;
    const code = hex ? parseInt(String(hex), 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function positions(text: string): Position[] {
  return text
    .trim()
    .split(/\s+/)
    .filter((tuple) => tuple !== '')
    .map((tuple) => {
      const [x, y] = tuple.split(',');
      return [Number(x ?? NaN), Number(y ?? NaN)];
    });
}

/** What is being built while a Placemark is open. */
interface Placemark {
  attributes: Map<string, AttributeValue>;
  geometries: Simple[];
  rings: Position[][];
}

const onlyPositions = (run: readonly Position[]) =>
  run.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y));

function geometryFrom({ geometries }: Placemark): Geometry | null {
  const [only] = geometries;
  if (geometries.length <= 1) return only ?? null;
  const polygons = geometries.flatMap((part) => (part.type === 'Polygon' ? [part.coordinates] : []));
  const lines = geometries.flatMap((part) => (part.type === 'LineString' ? [part.coordinates] : []));
  if (polygons.length === geometries.length) return { type: 'MultiPolygon', coordinates: polygons };
  if (lines.length === geometries.length) return { type: 'MultiLineString', coordinates: lines };
  return { type: 'GeometryCollection', geometries };
}

/** Placemarks of a KML text with their name, ExtendedData (Data and SchemaData) and geometry. */
export function* placemarksOf(text: string): Generator<RawFeature> {
  let mark: Placemark | null = null;
  const path: string[] = [];
  const fields: string[] = [];
  let content = '';
  for (const match of text.matchAll(token)) {
    const [, cdata, closing, tag, given = '', selfClosing, words, stray] = match;
    if (stray !== undefined) throw new ReadFailure('unreadable', `XML, character ${match.index + 1}`);
    if (cdata !== undefined) content += cdata;
    else if (words !== undefined) content += plain(words);
    if (tag === undefined) continue;
    const name = tag.slice(tag.indexOf(':') + 1);
    if (closing === undefined) {
      content = '';
      if (name === 'Placemark') mark = { attributes: new Map(), geometries: [], rings: [] };
      if (name === 'Data' || name === 'SimpleData')
        fields.push(plain(/\sname\s*=\s*["']([^"']*)["']/.exec(given)?.[1] ?? ''));
      if (name === 'Polygon' && mark) mark.rings = [];
      if (selfClosing === undefined) path.push(name);
      if (selfClosing === undefined || !mark) continue;
    } else path.pop();
    if (!mark) continue;
    const parent = path.at(-1);
    if (name === 'Placemark') {
      yield { attributes: mark.attributes, geometry: geometryFrom(mark) };
      mark = null;
    } else if (name === 'SimpleData' || name === 'value')
      mark.attributes.set(fields.at(-1) ?? '', content.trim());
    else if ((name === 'name' || name === 'description') && parent === 'Placemark')
      mark.attributes.set(name, content.trim());
    else if (name === 'coordinates') addCoordinates(mark, parent ?? '', positions(content));
    else if (name === 'Polygon' && mark.rings.length > 0)
      mark.geometries.push({ type: 'Polygon', coordinates: mark.rings });
    if (name === 'Data' || name === 'SimpleData') fields.pop();
    content = '';
  }
}

function addCoordinates(mark: Placemark, parent: string, run: Position[]): void {
  if (parent === 'LinearRing') mark.rings.push(run);
  else if (parent === 'LineString') mark.geometries.push({ type: 'LineString', coordinates: run });
  else if (parent === 'Point' && run[0] && onlyPositions(run))
    mark.geometries.push({ type: 'Point', coordinates: run[0] });
}

/** A KML file as a data set. GDAL's own KML driver here drops ExtendedData, so it is read by hand. */
export async function openKml(source: ByteSource): Promise<DataSet> {
  if (source.size > limits.wholeBytes)
    throw new ReadFailure(
      'file-too-large',
      `${mebibytes(source.size)} MiB > ${mebibytes(limits.wholeBytes)} MiB`,
    );
  const { text, encoding } = decodeText(await wholeOf(source));
  if (!/<\/(\w+:)?kml\s*>\s*$/.test(text)) throw new ReadFailure('truncated');
  const fields = new Set<string>();
  for (const { attributes } of placemarksOf(text)) for (const field of attributes.keys()) fields.add(field);
  let extent: Extent | null = null;
  return {
    name: stemOf(source.name),
    format: 'kml',
    encoding,
    fields,
    // KML knows WGS84 degrees only.
    crs: { epsg: 'EPSG:4326', name: 'KML' },
    extent: () => extent,
    async *features(reading) {
      const read = degreesReader(reading);
      for (const feature of placemarksOf(text)) {
        extent = growExtent(extent, feature.geometry);
        yield { ...feature, geometry: read(feature.geometry) };
      }
    },
  };
}
