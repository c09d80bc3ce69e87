/** OpenStreetMap, in the classes of OpenMapTiles, → kinds of the base map (src/catalog/basemap.ts); null: not drawn. */
type Tags = Readonly<Record<string, string | number | undefined>>;
type Kind = (tags: Tags) => string | null;

const from =
  (table: Readonly<Record<string, string>>): Kind =>
  ({ class: name }) =>
    table[String(name)] ?? null;

const streets = from({
  motorway: 'motorway',
  trunk: 'trunk',
  primary: 'primary',
  secondary: 'secondary',
  tertiary: 'tertiary',
  minor: 'minor',
  service: 'service',
  track: 'track',
  pedestrian: 'pedestrian',
  path: 'path',
  pier: 'path',
  ferry: 'ferry',
});
/** Aisles of car parks and drives to single houses say nothing at the scale of a street. */
const tooSmall = new Set(['parking_aisle', 'driveway']);
export const streetKind: Kind = (tags) => (tooSmall.has(String(tags['service'])) ? null : streets(tags));

/** Sidings and ferries go by the name of the line they belong to, or of a ship: the map does not repeat it. */
export const isNamed = (kind: string): boolean => kind !== 'siding' && kind !== 'ferry';

export const railwayKind: Kind = ({ class: name, service }) =>
  name !== 'rail' && name !== 'subway' ? null : service === undefined ? name : 'siding';

export const waterwayKind = from({ river: 'river', stream: 'stream', drain: 'stream', ditch: 'stream' });
export const areaKind = from({ river: 'river', lake: 'lake' });

const cover = from({ wood: 'wood', grass: 'grass', farmland: 'farmland', sand: 'sand', wetland: 'wetland' });
const parks = new Set(['park', 'garden', 'village_green', 'recreation_ground']);
export const coverKind: Kind = (tags) => (parks.has(String(tags['subclass'])) ? 'park' : cover(tags));

/** Residential land is most of the city, and only parts of it are mapped: not drawn. */
export const useKind = from({
  school: 'school',
  kindergarten: 'school',
  university: 'school',
  college: 'school',
  hospital: 'hospital',
  cemetery: 'cemetery',
  industrial: 'industrial',
  retail: 'commercial',
  commercial: 'commercial',
  military: 'military',
  pitch: 'sports',
  playground: 'sports',
  stadium: 'sports',
  railway: 'railway',
  theme_park: 'park',
  zoo: 'park',
});

/** Shops change; only what lasts is a landmark. By class and subclass, then by class. */
const places: Readonly<Record<string, string>> = {
  'school/school': 'school',
  'college/university': 'university',
  'college/college': 'school',
  'hospital/hospital': 'hospital',
  'town_hall/townhall': 'hall',
  park: 'park',
  place_of_worship: 'shrine',
  museum: 'museum',
  aquarium: 'museum',
  library: 'library',
  theatre: 'theatre',
  mall: 'mall',
  'lodging/hotel': 'hotel',
  ferry_terminal: 'terminal',
  'stadium/stadium': 'stadium',
};
/** Of "public buildings" many are offices of firms; these are what people know as halls. */
const publicHall = /市役所|区役所|県庁|市民センター|市民会館|公会堂|メッセ|国際センター|国際会議場/;
/** Of schools these are lessons in a rented room: they come and go like shops. */
const lessons = /英会話|塾$/;
export const placeKind: Kind = ({ class: name, subclass, name: words }) => {
  // Bookshops share the class of libraries.
  if (subclass === 'books') return null;
  if (name === 'school' && lessons.test(String(words))) return null;
  if (subclass === 'public_building') return publicHall.test(String(words)) ? 'hall' : null;
  return places[`${name}/${subclass}`] ?? places[String(name)] ?? null;
};
