import { wholeWithin, type ByteSource } from '../byte-source.js';
import { stemOf } from '../format-table.js';
import type { Limits } from '../limits.js';
import type { RawFeature, RawLayer } from '../raw-layer.js';
import { ReadFailure } from '../read-failure.js';
import { readZipDirectory, requireUnpackable } from '../zip/zip-directory.js';
import { unzipWhole } from '../zip/unzip.js';
import { decodeText } from '../decode-text.js';
import { kmlGeometry } from './kml-geometry.js';
import { childrenNamed, childText, descendantsNamed, elementsNamed, type XmlElement } from './xml.js';

/**
 * KML, or KMZ (a zip with a KML inside): its Placemarks. Name, description and ExtendedData become columns, all of
 * them text. GDAL's own KML driver here drops ExtendedData. @throws ReadFailure
 */
export async function openKml(source: ByteSource, limits: Limits): Promise<RawLayer> {
  const head = await source.read(0, 2);
  const packed = head[0] === 0x50 && head[1] === 0x4b;
  const bytes = packed ? await kmlInside(source, limits) : await wholeWithin(source, limits);
  const { text, encoding } = decodeText(bytes);
  const fields = new Set<string>();
  // A text cut off or damaged is known before anything of it is used.
  for (const { attributes } of placemarksOf(text)) for (const field of attributes.keys()) fields.add(field);
  return {
    name: stemOf(source.name),
    fileName: source.name,
    format: packed ? 'kmz' : 'kml',
    encoding,
    fields,
    // KML knows WGS84 degrees only.
    crs: { epsg: 4326, name: null, from: 'format', oldDatum: false },
    featureCount: null,
    extent: null,
    notes: encoding === 'UTF-8' ? [] : [{ reason: 'encoding', encoding }],
    async *features() {
      yield* placemarksOf(text);
    },
    convertWithGdal: null,
  };
}

async function kmlInside(source: ByteSource, limits: Limits): Promise<Uint8Array> {
  const entry = (await readZipDirectory(source, limits)).find(({ path }) => /\.kml$/i.test(path));
  if (!entry) throw new ReadFailure({ reason: 'zip-nothing-readable', entries: source.name });
  requireUnpackable([entry], { ...limits, unpackedBytes: limits.wholeBytes });
  return unzipWhole(source, entry);
}

/** Placemarks of a KML text, one at a time. @throws ReadFailure where the text breaks */
export function* placemarksOf(text: string): Generator<RawFeature> {
  if (text.trim() === '') throw new ReadFailure({ reason: 'file-empty' });
  for (const element of elementsNamed(text, 'Placemark'))
    yield { attributes: attributesOf(element), geometry: kmlGeometry(element) };
}

function attributesOf(element: XmlElement): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const name of ['name', 'description']) {
    const text = childText(element, name);
    if (text) attributes.set(name, text);
  }
  for (const extended of childrenNamed(element, 'ExtendedData').flatMap(({ children }) => children)) {
    if (extended.name === 'Data')
      attributes.set(extended.attributes.get('name') ?? 'data', childText(extended, 'value') ?? '');
    for (const data of descendantsNamed(extended, 'SimpleData'))
      attributes.set(data.attributes.get('name') ?? 'data', data.text.trim());
  }
  return attributes;
}
