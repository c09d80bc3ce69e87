import { readBlockDocument, type BlockDocument } from '../../src/catalog/block-document.js';
import { blockDocumentId } from '../../src/catalog/block-files.js';
import type { Geometry as PlainGeometry } from 'geojson';
import { placesDocumentId } from '../../src/catalog/block-files.js';
import { PolygonIndex } from '../../src/geometry/polygon-index.js';
import { buildPlaces, type NamedPlaces } from '../recipes/places-osm.js';
import { boundingBoxOf } from '../../src/geometry/bounding-box.js';
import type { BoundingBox } from '../../src/geometry/position.js';
import type { CityData } from '../cities/city-data.js';
import { ownCityData } from '../cities/cities.js';
import { buildBlocks } from '../recipes/blocks.js';
import type { Feature } from '../recipes/feature.js';
import { buildSearchIndex } from '../recipes/search-index.js';

/** A file beside the layers, and what the manifest says of it. */
export interface BuiltDocument {
  text: string;
  /** Where it holds many things of one source: how many, whose and as of when. */
  facts?: { entries: number; asOf: string; source: string; bbox: BoundingBox | null };
}

/** Files beside the layers: id → `public/tiles/<id>.json`. The same layers give the same bytes. */
export function documentsOf(
  layers: ReadonlyMap<string, readonly Feature[]>,
  { city, search, blocks, places, readGeometry, documents }: CityData = ownCityData(),
): Map<string, BuiltDocument> {
  const { exits } = readGeometry();
  const index = buildSearchIndex({ city, layers: Object.fromEntries(layers), exits, words: search });
  return new Map([
    ['search', { text: `${JSON.stringify(index)}\n` }],
    ...placesDocument(layers, places()),
    ...blockDocuments(layers, blocks()),
    ...[...documents()].map(([id, text]) => [id, { text }] as const),
  ]);
}

/** Places from OpenStreetMap, in a file of their own: their licence asks for it. */
function placesDocument(
  layers: ReadonlyMap<string, readonly Feature[]>,
  named: NamedPlaces | null,
): [string, BuiltDocument][] {
  if (!named) return [];
  const wards = layers.get('wards') ?? [];
  const areas = new PolygonIndex(wards.map(({ geometry }) => geometry as PlainGeometry | null));
  const document = buildPlaces(
    named,
    areas,
    wards.map(({ properties }) => properties.name),
  );
  const { asOf, source, places } = document;
  const facts = { entries: places.length, asOf, source, bbox: null };
  return [[placesDocumentId, { text: `${JSON.stringify(document)}\n`, facts }]];
}

/** A document a ward, for whoever asks for an address there. */
function blockDocuments(
  layers: ReadonlyMap<string, readonly Feature[]>,
  blocks: ReturnType<CityData['blocks']>,
): [string, BuiltDocument][] {
  if (!blocks) return [];
  const propertiesOf = (layer: string) =>
    (layers.get(layer) ?? []).map(({ properties }) => properties as unknown as Record<string, string>);
  const towns = propertiesOf('towns').map(({ id = '', name = '', nameEn = '', ward = '', kind = '' }) => {
    return { id, name, nameEn, ward, kind };
  });
  const { documents } = buildBlocks(towns, blocks.rows, blocks.credit);
  return propertiesOf('wards').flatMap(({ name = '', nameEn = '' }): [string, BuiltDocument][] => {
    const packed = documents.get(name);
    if (!packed) return [];
    const document = { ...packed, ...blocks.ofWard?.get(name) };
    const { count, asOf, source } = document;
    const facts = { entries: count, asOf, source, bbox: boxOfBlocks(document) };
    return [[blockDocumentId(nameEn), { text: `${JSON.stringify(document)}\n`, facts }]];
  });
}

function boxOfBlocks(document: BlockDocument): BoundingBox | null {
  const read = readBlockDocument(document);
  if (!read.ok) throw new Error(`blocks of ${document.ward}: ${read.reason}`);
  return boundingBoxOf(read.ward.towns.flatMap(({ blocks }) => blocks.map(({ position }) => position)));
}
