import type { FeatureReference } from '../catalog/feature-reference.js';
import type { Position } from '../geometry/position.js';
import type { CandidateKind } from './candidate.js';
import type { SearchDocument, TownKind } from './document.js';
import { placeKinds, townKinds } from './document.js';
import type { PlacesDocument } from './places-document.js';
import { kanjiNumber } from './numerals.js';
import { placeKey } from './place-key.js';
import { soundOfKana, soundOfRomaji } from './phonetic.js';
import { exitKey, exitLabelEn, exitSound, stationSpellings, withoutOwnerAndNotes } from './spellings.js';

export interface Ward {
  id: string;
  name: string;
  nameEn: string;
  /** Place in the document, the order ties are broken in. */
  order: number;
  position: Position | null;
  /** Sound of the name without 区 (Chuo). */
  sound: string;
}

export interface Town {
  id: string;
  name: string;
  nameEn: string;
  chome: number | null;
  kind: TownKind;
  position: Position | null;
}

/** All towns of one ward that share a base name: 天神一丁目 … 天神五丁目. */
export interface TownGroup {
  ward: Ward;
  base: string;
  nameEn: string;
  sounds: readonly string[];
  towns: readonly Town[];
  byChome: ReadonlyMap<number, Town>;
  /** Those without 丁目, in the order 町, 大字, 小字. */
  plain: readonly Town[];
}

/** Anything but a town: station, exit, facility, shelter, district, landmark. */
export interface Place {
  id: string;
  kind: Exclude<CandidateKind, 'coordinates' | 'city' | 'ward' | 'town' | 'block'>;
  name: string;
  nameEn: string;
  ward: Ward | null;
  position: Position | null;
  featureRef: FeatureReference | null;
  keys: readonly string[];
  sounds: readonly string[];
  /** Of an underground area (地下街): the numbered exits of the subway stations it lies at. */
  exits?: readonly Place[];
}

export interface Gazetteer {
  wards: readonly Ward[];
  groups: readonly TownGroup[];
  places: readonly Place[];
}

const positionOf = (longitude: number | null, latitude: number | null): Position | null =>
  longitude === null || latitude === null ? null : [longitude / 1e5, latitude / 1e5];

const unique = (values: Iterable<string>) => [...new Set(values)].filter((value) => value !== '');

function townName(base: string, chome: number, kind: TownKind): string {
  if (chome > 0) return `${base}${kanjiNumber(chome)}丁目`;
  return kind === '大字' ? `大字${base}` : base;
}

function readGroup(row: SearchDocument['towns'][number], wards: readonly Ward[]): TownGroup {
  const [wardIndex, base, kana, romaji, members] = row;
  const ward = wards[wardIndex];
  if (!ward) throw new RangeError(`search document: town ${base} names ward ${wardIndex}, which is missing`);
  const towns = members.map(([id, chome, kindIndex, longitude, latitude]): Town => {
    const kind = townKinds[kindIndex] ?? '町';
    const name = townName(base, chome, kind);
    const nameEn = romaji === '' ? '' : chome > 0 ? `${romaji} ${chome}-chome` : romaji;
    const position = positionOf(longitude, latitude);
    return { id, name, nameEn, chome: chome > 0 ? chome : null, kind, position };
  });
  const rank = (town: Town) => ['町', '大字', '小字'].indexOf(town.kind);
  const plain = towns.filter((town) => town.chome === null).sort((a, b) => rank(a) - rank(b));
  const byChome = new Map(
    towns.flatMap((town) => (town.chome === null ? [] : [[town.chome, town] as const])),
  );
  const sounds = unique([soundOfKana(kana.replace(/\s/g, '')) ?? '', soundOfRomaji(romaji)]);
  return { ward, base, nameEn: romaji, sounds, towns, byChome, plain };
}

/** Fukuoka City Hall is also just City Hall. */
function romajiOf(kind: Place['kind'], nameEn: string, { city }: SearchDocument): string[] {
  const bare = nameEn.replace(new RegExp(`^${city.nameEn}\\s+`), '');
  return kind === 'landmark' && bare !== nameEn ? [nameEn, bare] : [nameEn];
}

function readPlace(
  row: SearchDocument['places'][number],
  document: SearchDocument,
  wards: readonly Ward[],
): Place {
  const [kindIndex, layerIndex, id, name, nameEn, wardIndex, longitude, latitude, aliases] = row;
  const kind = placeKinds[kindIndex] ?? 'landmark';
  const layer = document.layers.place[layerIndex] ?? '';
  const written = [name, ...aliases];
  // 福岡市役所 without the city would be the end of every 区役所.
  const short =
    kind === 'landmark' ? [] : written.map((text) => withoutOwnerAndNotes(text, document.city.name));
  const spellings =
    kind === 'station'
      ? stationSpellings(written, nameEn)
      : { name, nameEn, names: [...written, ...short], romaji: romajiOf(kind, nameEn, document) };
  return {
    id: `${layer}:${id}`,
    kind,
    name: spellings.name,
    nameEn: spellings.nameEn,
    ward: wardIndex === null ? null : (wards[wardIndex] ?? null),
    position: positionOf(longitude, latitude),
    featureRef: { layer, id },
    keys: unique(spellings.names.map(placeKey)),
    sounds: unique(nameEn === '' ? [] : spellings.romaji.map(soundOfRomaji)),
  };
}

/** `天神`, `1` → 天神駅1番出口; keys are brought to the one form {@link exitKey} gives a query. */
function readExits(group: SearchDocument['exits'][number], wards: readonly Ward[]): Place[] {
  const [station, stationEn, exits] = group;
  return exits.map(([label, wardIndex, longitude, latitude]): Place => {
    const numbered = /\d/.test(label);
    const labelEn = exitLabelEn(label);
    return {
      id: `exit:${station}:${label}`,
      kind: 'exit',
      name: `${station}${numbered ? `${label}番` : label}出入口`,
      nameEn: stationEn === '' ? '' : `${stationEn} Exit ${labelEn}`,
      ward: wardIndex === null ? null : (wards[wardIndex] ?? null),
      position: positionOf(longitude, latitude),
      featureRef: null,
      keys: [exitKey(placeKey(`${station}${label}出口`))],
      sounds: stationEn === '' ? [] : [exitSound(stationEn, labelEn)],
    };
  });
}

/** Places from OpenStreetMap: each found by its own name, its English one and those people give it. */
function readNamedPlaces(
  { places, areas }: PlacesDocument,
  exits: readonly Place[],
  wards: readonly Ward[],
  city: string,
): Place[] {
  const stationsOf = new Map(areas);
  return places.map(([name, nameEn, ward, longitude, latitude, aliases], at): Place => {
    const written = [name, ...aliases];
    const latin = written.filter((text) => /^[\u0020-\u024f]+$/.test(text));
    const stations = stationsOf.get(name);
    const leading = exits.filter(({ id }) => stations?.some((station) => id.startsWith(`exit:${station}:`)));
    return {
      ...(stations && { exits: leading }),
      id: `place:${name}:${at}`,
      kind: 'place',
      name,
      nameEn,
      ward: wards.find((one) => one.name === ward) ?? null,
      position: positionOf(longitude, latitude),
      featureRef: null,
      // 福岡市役所 without the city would be the end of every 区役所.
      keys: unique(
        [
          ...written,
          ...written.map((text) => withoutOwnerAndNotes(text, city)).filter((text) => text !== '役所'),
        ].map(placeKey),
      ),
      sounds: unique([nameEn, ...latin].map(soundOfRomaji)),
    };
  });
}

/** Unpacks the search document. Throws RangeError when rows contradict each other. */
export function readGazetteer(document: SearchDocument, named: PlacesDocument | null = null): Gazetteer {
  const wards = document.wards.map(([id, name, nameEn, longitude, latitude], order): Ward => {
    const sound = soundOfRomaji(nameEn.replace(/[\s-]*(ku|ward)$/i, ''));
    return { id, name, nameEn, order, position: positionOf(longitude, latitude), sound };
  });
  const exits = document.exits.flatMap((group) => readExits(group, wards));
  return {
    wards,
    groups: document.towns.map((row) => readGroup(row, wards)),
    places: [
      ...document.places.map((row) => readPlace(row, document, wards)),
      ...exits,
      ...(named ? readNamedPlaces(named, exits, wards, document.city.name) : []),
    ],
  };
}
