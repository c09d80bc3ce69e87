import { booleanPointInPolygon, pointOnFeature } from '@turf/turf';
import { labelPoint } from '../../src/geometry/label-point.js';
import type { Geometry as PlainGeometry } from 'geojson';
import type { City } from '../../src/catalog/city-entry.js';
import { PolygonIndex } from '../../src/geometry/polygon-index.js';
import type { Position } from '../../src/geometry/position.js';
import type { SearchDocument } from '../../src/search/document.js';
import { placeKinds, townKinds } from '../../src/search/document.js';
import type { Geometry } from './feature.js';
import { prefectures } from '../../src/search/prefectures.js';
import type { CityGeometry } from './city-geometry.js';
import type { SearchWords } from './search-words.js';

/** What is read of a built feature. */
export interface SearchedFeature {
  geometry: Geometry | null;
  properties: object | null;
}

export interface SearchSources {
  city: City;
  /** Layer id → its built features; `wards` and `towns` must be there, others may be missing. */
  layers: Readonly<Record<string, readonly SearchedFeature[]>>;
  /** Numbered ways out of stations. */
  exits: CityGeometry['exits'];
  words: SearchWords;
}

type Properties = Readonly<Record<string, unknown>>;
type PlaceRow = SearchDocument['places'][number];

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : null);
const units = (degrees: number | null) => (degrees === null ? null : Math.round(degrees * 1e5));
const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** An English name, or '' where Japanese letters stand in for one. */
const latin = (value: unknown) => (typeof value === 'string' && !/[^\u0020-\u024f]/.test(value) ? value : '');

/** The recipes' geometries are read-only; libraries want the same shape unmarked, and only read it. */
const plain = (geometry: Geometry | null) => geometry as PlainGeometry | null;

/** The point, or a point surely inside an area: its centre, or where that is a bay, the place deepest inside. */
function pointOf({ geometry }: SearchedFeature): Position | null {
  const shape = plain(geometry);
  if (shape === null) return null;
  const point = shape.type === 'Point' ? shape : pointOnFeature(shape).geometry;
  if (shape.type === 'Polygon' || shape.type === 'MultiPolygon') {
    if (!booleanPointInPolygon(point, shape, { ignoreBoundary: true })) return labelPoint(shape);
  }
  const [longitude, latitude] = point.coordinates;
  return longitude === undefined || latitude === undefined ? null : [longitude, latitude];
}

function propertiesOf(
  layers: SearchSources['layers'],
  layer: string,
): { feature: SearchedFeature; properties: Properties }[] {
  return (layers[layer] ?? []).map((feature) => ({
    feature,
    properties: { ...feature.properties },
  }));
}

/** Base name, 丁目 and kind of a town, read from its name where the register left them out. */
function townParts(properties: Properties): {
  base: string;
  chome: number;
  kind: (typeof townKinds)[number];
} {
  const name = text(properties.name);
  const written = /^(.+?)([一二三四五六七八九十]{1,3})丁目$/u.exec(name);
  if (written?.[1] && written[2]) {
    const digits = [...'一二三四五六七八九'];
    const [tens, ones] = written[2].includes('十') ? written[2].split('十') : ['', written[2]];
    const ten = written[2].includes('十') ? 10 * (tens ? digits.indexOf(tens) + 1 : 1) : 0;
    const chome = ten + (ones ? digits.indexOf(ones) + 1 : 0);
    return { base: written[1], chome, kind: '丁目' };
  }
  if (name.startsWith('大字')) return { base: name.slice(2), chome: 0, kind: '大字' };
  return { base: name, chome: 0, kind: text(properties.kind) === '小字' ? '小字' : '町' };
}

function buildTowns(sources: SearchSources, wardNames: readonly string[]): SearchDocument['towns'] {
  const groups = new Map<string, SearchDocument['towns'][number]>();
  // A name is read as its 丁目 are: 原 (はら) has a hamlet of the same sign that is read はる.
  const towns = propertiesOf(sources.layers, 'towns')
    .map(({ properties }) => ({ properties, ...townParts(properties) }))
    .sort((one, other) => townKinds.indexOf(one.kind) - townKinds.indexOf(other.kind));
  for (const { properties, base, chome, kind } of towns) {
    const ward = wardNames.indexOf(text(properties.ward));
    if (ward < 0) throw new Error(`search index: town ${text(properties.id)} lies in no known ward`);
    const key = `${ward} ${base}`;
    const group = groups.get(key) ?? [ward, base, '', '', []];
    groups.set(key, group);
    // A sibling's reading stands for the whole name: 北原二丁目 has none, 北原一丁目 has.
    group[2] ||= text(properties.kana);
    group[3] ||= latin(properties.nameEn)
      .replace(/^Oaza\s+/i, '')
      .replace(/\s*\d+-?ch[oō]me.*$/i, '');
    const longitude = units(number(properties.labelLongitude));
    const latitude = units(number(properties.labelLatitude));
    group[4].push([text(properties.id), chome, townKinds.indexOf(kind), longitude, latitude]);
  }
  const rows = [...groups.values()];
  for (const row of rows) row[4].sort((a, b) => a[2] - b[2] || a[1] - b[1] || inOrder(a[0], b[0]));
  return rows.sort((a, b) => a[0] - b[0] || inOrder(a[1], b[1]));
}

function buildPlaces(
  sources: SearchSources,
  wardNames: readonly string[],
): { layers: string[]; places: PlaceRow[] } {
  const wards = new PolygonIndex((sources.layers.wards ?? []).map(({ geometry }) => plain(geometry)));
  const { placeLayers, fullName, fullNameEn, aliasesOf } = sources.words;
  const present = placeLayers.filter(([layer]) => sources.layers[layer]);
  const places: PlaceRow[] = [];
  present.forEach(([layer, kind], layerIndex) => {
    for (const { feature, properties } of propertiesOf(sources.layers, layer)) {
      // A plan is found as a whole, not by its phases.
      if ('part' in properties && text(properties.part) !== 'whole') continue;
      const position = pointOf(feature);
      const named = wardNames.indexOf(text(properties.ward));
      // An area may reach over several wards; only a point lies in one.
      const isPoint = position !== null && feature.geometry?.type === 'Point';
      const ward = named >= 0 ? named : isPoint ? wards.first(position) : -1;
      // Stations of the neighbour cities are on the map for orientation, not for answers.
      if (kind === 'station' && ward < 0) continue;
      const plan = text(properties.part) === 'whole';
      const name = fullName(layer, text(plan ? properties.plan : properties.name));
      const nameEn = fullNameEn(layer, latin(plan ? properties.planEn : properties.nameEn));
      places.push([
        placeKinds.indexOf(kind),
        layerIndex,
        text(properties.id),
        name,
        nameEn,
        ward >= 0 ? ward : null,
        units(position?.[0] ?? null),
        units(position?.[1] ?? null),
        aliasesOf(layer, name),
      ]);
    }
  });
  return { layers: present.map(([layer]) => layer), places };
}

/** Landmarks stand for the town they are in: its id, and its point. */
function landmarkRows(
  towns: SearchDocument['towns'],
  sources: SearchSources,
  wardNames: readonly string[],
  layer: number,
): PlaceRow[] {
  return sources.words.landmarks.flatMap(({ name, nameEn, ward, town, aliases }) => {
    const { properties } =
      propertiesOf(sources.layers, 'towns').find(
        (one) => text(one.properties.ward) === ward && text(one.properties.name) === town,
      ) ?? {};
    const wardIndex = wardNames.indexOf(ward);
    const id = text(properties?.id);
    const member = towns.flatMap((group) => group[4]).find(([townId]) => townId === id);
    if (!member) return [];
    const kind = placeKinds.indexOf('landmark');
    return [
      [kind, layer, id, name, nameEn, wardIndex, member[3], member[4], [...aliases]] satisfies PlaceRow,
    ];
  });
}

function buildExits(
  sources: SearchSources,
  wardNames: readonly string[],
  places: readonly PlaceRow[],
): SearchDocument['exits'] {
  const groups = new Map<string, SearchDocument['exits'][number]>();
  for (const { station, label, ward, longitude, latitude } of sources.exits) {
    const nameEn = places.find((row) => row[0] === 0 && row[3] === station)?.[4] ?? '';
    const group = groups.get(station) ?? [station, nameEn.replace(/\s+Station$/, ''), []];
    groups.set(station, group);
    const wardIndex = wardNames.indexOf(ward);
    group[2].push([label, wardIndex >= 0 ? wardIndex : null, units(longitude), units(latitude)]);
  }
  return [...groups.values()];
}

/** Middle of the placed towns of a ward, moved to the nearest of them so that it lies on its land. */
function wardPoint(ward: number, towns: SearchDocument['towns']): [number | null, number | null] {
  const placed = towns.flatMap((row) =>
    row[0] === ward
      ? row[4].flatMap(([, , , x, y]) => (x === null || y === null ? [] : [[x, y] as const]))
      : [],
  );
  const meanX = placed.reduce((sum, [x]) => sum + x, 0) / placed.length;
  const meanY = placed.reduce((sum, [, y]) => sum + y, 0) / placed.length;
  const away = ([x, y]: readonly [number, number]) => (x - meanX) ** 2 + (y - meanY) ** 2;
  const [first] = placed;
  if (!first) return [null, null];
  const best = placed.reduce((near, point) => (away(point) < away(near) ? point : near), first);
  return [best[0], best[1]];
}

/**
 * Builds the search document (public/tiles/search.json) from built layers: pure, same input → same output.
 * Throws when a town names an unknown ward; every other lack only makes the document shorter.
 */
export function buildSearchIndex(sources: SearchSources): SearchDocument {
  const wardFeatures = propertiesOf(sources.layers, 'wards').map(({ properties }) => properties);
  const wardNames = wardFeatures.map((properties) => text(properties.name));
  const towns = buildTowns(sources, wardNames);
  const { layers, places } = buildPlaces(sources, wardNames);
  const { city, words } = sources;
  return {
    version: 1,
    city: {
      name: city.name.ja,
      nameEn: city.name.en.replace(/\s+City$/, ''),
      kana: words.city.kana,
      prefecture: words.city.prefecture,
      prefectureEn: words.city.prefectureEn,
      prefectureKana: words.city.prefectureKana,
      operators: [...words.city.operators],
    },
    frame: [...city.frame],
    centre: [...city.centre],
    neighbours: propertiesOf(sources.layers, 'neighbours').map(({ properties }) => {
      const whole = text(properties.name);
      const prefecture = prefectures.find((one) => whole.startsWith(one.name))?.name ?? '';
      const name = whole.slice(prefecture.length).replace(/^.+郡/u, '');
      return [name, latin(properties.nameEn)];
    }),
    layers: { ward: 'wards', town: 'towns', place: [...layers, 'towns'] },
    wards: wardFeatures.map((properties, i) => [
      text(properties.id),
      text(properties.name),
      text(properties.nameEn),
      ...wardPoint(i, towns),
    ]),
    towns,
    places: [...places, ...landmarkRows(towns, sources, wardNames, layers.length)],
    exits: buildExits(sources, wardNames, places),
  };
}
