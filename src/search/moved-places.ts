import type { FeatureCollection } from 'geojson';
import type { SearchDocument } from './document.js';

type PlaceRow = SearchDocument['places'][number];
const units = (degrees: number) => Math.round(degrees * 1e5);
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/**
 * The search document where layers of points were replaced on this device: what they hold is found where it is now, what
 * they no longer hold is not found, and what is new in them is. A landmark goes by its town and stays.
 * @param replaced layers by id; of layers with areas only the names are searched, which stay
 */
export function withMovedPlaces(
  document: SearchDocument,
  replaced: Readonly<Record<string, FeatureCollection>>,
): SearchDocument {
  const { place: layers, town } = document.layers;
  const kinds = new Map(document.places.map((row) => [row[1], row[0]]));
  const wards = document.wards.map(([, name]) => name);
  const known = new Map(document.places.map((row) => [`${row[1]} ${row[2]}`, row]));
  const moved = layers.flatMap((layer, at) => {
    const features = replaced[layer]?.features.filter(({ geometry }) => geometry?.type === 'Point');
    return features && features.length > 0 && layer !== town ? [{ at, layer, features }] : [];
  });
  if (moved.length === 0) return document;
  const rowsOf = ({ at, layer }: (typeof moved)[number]): PlaceRow[] =>
    (replaced[layer]?.features ?? []).flatMap(({ properties, geometry }): PlaceRow[] => {
      const id = textOf(properties?.['id']);
      const name = textOf(properties?.['name']);
      const before = known.get(`${at} ${id}`);
      const kind = kinds.get(at);
      if (id === '' || name === '' || kind === undefined) return [];
      const [x, y] = geometry?.type === 'Point' ? geometry.coordinates : [];
      const place = [x === undefined ? null : units(x), y === undefined ? null : units(y)] as const;
      if (before) return [[...before.slice(0, 6), ...place, before[8]] as PlaceRow];
      const ward = wards.indexOf(textOf(properties?.['ward']));
      const nameEn = textOf(properties?.['nameEn']);
      return [[kind, at, id, name, nameEn, ward < 0 ? null : ward, ...place, []]];
    });
  // Each layer's rows stay together where they stood.
  const rows = new Map(moved.map((each) => [each.at, rowsOf(each)]));
  const places = document.places.flatMap((row): PlaceRow[] => {
    const own = rows.get(row[1]);
    if (!own) return [row];
    return own.splice(0);
  });
  return { ...document, places };
}
