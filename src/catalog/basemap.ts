/**
 * The base map (基図): streets, water, land use, buildings and places under the layers, in PMTiles archives beside them.
 * What is in the tiles, and from which zoom on, stands here once: the recipe cuts by it, the style draws by it.
 */
export const basemapZooms = { min: 9, max: 15 } as const;
/** Zoom of the one set of tiles that holds the block numbers; the engine enlarges it. */
export const blockZoom = 14;

/** Layers inside the archive. */
export const basemapLayers = [
  'cover',
  'use',
  'water',
  'waterways',
  'buildings',
  'streets',
  'railways',
  'places',
] as const;
export type BasemapLayer = (typeof basemapLayers)[number];

/** Kinds of each layer, with the first zoom they are in the tiles. Layers without kinds hold one. */
export const basemapKinds = {
  /** Land cover (土地被覆) */
  cover: { wood: 9, park: 11, grass: 12, farmland: 12, sand: 11, wetland: 12 },
  /** Land use (土地利用) */
  use: {
    park: 12,
    school: 12,
    hospital: 12,
    cemetery: 12,
    industrial: 11,
    commercial: 12,
    military: 11,
    sports: 13,
    railway: 13,
  },
  /** Water areas (水面) */
  water: { river: 9, lake: 10 },
  /** Courses of water (水路), where no area is known */
  waterways: { river: 10, stream: 13 },
  /** Outlines of buildings (建物) */
  buildings: { building: 15 },
  /** Streets by class (道路) */
  streets: {
    motorway: 9,
    trunk: 9,
    primary: 10,
    secondary: 11,
    tertiary: 12,
    ferry: 10,
    minor: 13,
    service: 14,
    track: 14,
    pedestrian: 14,
    path: 15,
  },
  /** Railways (鉄道) */
  railways: { rail: 10, subway: 11, siding: 14 },
  /** Lasting places (永続的な施設) */
  places: {
    stadium: 13,
    museum: 13,
    university: 13,
    hall: 13,
    mall: 14,
    hospital: 14,
    terminal: 14,
    park: 14,
    shrine: 15,
    library: 15,
    theatre: 15,
    hotel: 15,
    school: 15,
  },
} as const satisfies Readonly<Record<BasemapLayer, Readonly<Record<string, number>>>>;

/** One archive of ground beside the layers; ids are those of the manifest. */
export const groundArchives = ['basemap', 'block-numbers'] as const;
export type GroundArchive = (typeof groundArchives)[number];

/** Layer inside the archive of block numbers. */
export const blockLayer = 'blocks';

/** The credit each of them asks for, as its licence wants it: words, and where they must link to. */
export const groundCredits: Readonly<Record<GroundArchive, { text: string; href: string | null }>> = {
  basemap: { text: '© OpenStreetMap contributors', href: 'https://www.openstreetmap.org/copyright' },
  'block-numbers': {
    text: '「街区レベル位置参照情報」（国土交通省）を加工して作成',
    href: null,
  },
};
