import { wholeWithin, type ByteSource } from '../byte-source.js';
import { stemOf } from '../format-table.js';
import type { Limits } from '../limits.js';
import type { RawFeature, RawLayer } from '../raw-layer.js';
import { ReadFailure } from '../read-failure.js';
import { readZipDirectory, requireUnpackable, type ZipEntry } from '../zip/zip-directory.js';
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
  const texts = packed ? await textsInside(source, limits) : [decodeText(await wholeWithin(source, limits))];
  const fields = new Set<string>();
  // A text cut off or damaged is known before anything of it is used.
  for (const { text } of texts)
    for (const { attributes } of placemarksOf(text)) for (const field of attributes.keys()) fields.add(field);
  const encoding = texts.find((each) => each.encoding !== 'UTF-8')?.encoding ?? 'UTF-8';
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
      for (const { text } of texts) yield* placemarksOf(text);
    },
    convertWithGdal: null,
  };
}

/** Every KML of a KMZ, the one called doc.kml first: that is the main one, and it may only point to the others. */
async function textsInside(source: ByteSource, limits: Limits): Promise<ReturnType<typeof decodeText>[]> {
  const isMain = ({ path }: ZipEntry) => /^doc\.kml$/i.test(path);
  const entries = (await readZipDirectory(source, limits))
    .filter(({ path }) => /\.kml$/i.test(path))
    .sort((one, other) => Number(isMain(other)) - Number(isMain(one)));
  if (entries.length === 0) throw new ReadFailure({ reason: 'zip-nothing-readable', entries: source.name });
  requireUnpackable(entries, { ...limits, unpackedBytes: limits.wholeBytes });
  const texts = [];
  for (const entry of entries) texts.push(decodeText(await unzipWhole(source, entry)));
  return texts;
}

/** Placemarks of a KML text, one at a time. @throws ReadFailure where the text breaks */
export function* placemarksOf(text: string): Generator<RawFeature> {
  if (text.trim() === '') throw new ReadFailure({ reason: 'file-empty' });
  // One inside another is against the rules, and read all the same.
  for (const element of elementsNamed(text, 'Placemark'))
    for (const placemark of [element, ...descendantsNamed(element, 'Placemark')])
      yield { attributes: attributesOf(placemark), geometry: kmlGeometry(placemark) };
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
