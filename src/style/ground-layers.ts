import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  LineLayerSpecification,
  SourceSpecification,
  SymbolLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import {
  basemapKinds,
  blockLayer,
  groundArchives,
  groundCredits,
  type BasemapLayer,
  type GroundArchive,
} from '../catalog/basemap.js';
import type { Locale } from '../i18n/locale.js';
import { groundFlavours, type GroundFlavour, type GroundTheme } from './ground-flavour.js';
import { fonts, romanised } from './label-layers.js';
import { markerName } from './marker.js';

/** Addresses of the archives that are drawn, by their id. */
export type GroundAddresses = Readonly<Partial<Record<GroundArchive, string>>>;

/** Source of an archive; the engine names it when its tiles fail. */
export function groundSourceId(archive: GroundArchive): string {
  return `ground-${archive}`;
}

export function groundSources(addresses: GroundAddresses): Record<string, SourceSpecification> {
  return Object.fromEntries(
    groundArchives.flatMap((archive) => {
      const url = addresses[archive];
      if (url === undefined) return [];
      const attribution = groundCredits[archive].text;
      return [[groundSourceId(archive), { type: 'vector', url, attribution } as const]];
    }),
  );
}

/** Zoom from which block numbers are written. */
const blockNumbersFrom = 16;

type Expression = ExpressionSpecification;
const kind: Expression = ['get', 'kind'];
const level: Expression = ['get', 'level'];
const onBridge: Expression = ['==', level, 'bridge'];
const inTunnel: Expression = ['==', level, 'tunnel'];

/** A value by kind; kinds that are not named get the last one. */
function byKind(values: Readonly<Record<string, string | number>>, rest: string | number): Expression {
  return ['match', kind, ...Object.entries(values).flat(), rest] as unknown as Expression;
}

/** Pixels at zooms, growing as the ground does. */
function growing(stops: readonly (readonly [zoom: number, pixels: Expression | number])[]): Expression {
  return ['interpolate', ['exponential', 1.5], ['zoom'], ...stops.flat()] as unknown as Expression;
}

/** Widths of streets at zooms 10, 12, 14, 16 and 18, in pixels. */
const widths: Readonly<Record<string, readonly [number, number, number, number, number]>> = {
  motorway: [0.9, 1.8, 3.4, 8, 20],
  trunk: [0.7, 1.5, 3.2, 9, 24],
  primary: [0.5, 1.2, 2.8, 8.4, 22],
  secondary: [0.4, 1, 2.3, 7.2, 20],
  tertiary: [0.3, 0.7, 1.9, 6.4, 18],
  minor: [0, 0.3, 0.9, 4, 13],
  service: [0, 0, 0.4, 1.8, 7],
  pedestrian: [0, 0, 0.5, 2.4, 8],
  track: [0, 0, 0.4, 1.2, 4],
};
const widthZooms = [10, 12, 14, 16, 18] as const;

/** @param seam pixels more than the street itself, on both sides together */
function streetWidth(seam: number): Expression {
  return growing(
    widthZooms.map((zoom, at) => {
      const narrowest = zoom < 14 ? 0 : seam;
      const wide = Object.entries(widths).map(([name, pixels]) => {
        const width = pixels[at] as number;
        return [name, width === 0 ? 0 : Math.round((width + narrowest) * 100) / 100] as const;
      });
      const slip: Expression = ['case', ['==', ['get', 'ramp'], true], 0.6, 1];
      return [zoom, ['*', slip, byKind(Object.fromEntries(wide), 0)]] as const;
    }),
  );
}

/** The wider street lies on top where two meet. */
const streetOrder = byKind(
  { motorway: 8, trunk: 7, primary: 6, secondary: 5, tertiary: 4, minor: 3, service: 1, track: 0 },
  2,
);
function streetColour(
  colours: Readonly<Record<'motorway' | 'trunk' | 'main' | 'minor', string>>,
): Expression {
  return byKind(
    {
      motorway: colours.motorway,
      trunk: colours.trunk,
      primary: colours.main,
      secondary: colours.main,
      tertiary: colours.main,
    },
    colours.minor,
  );
}

/**
 * The base map (基図) of a theme and a language: `ground` is what the land is like, `below` lies over it and under every
 * layer's area, `words` over all of them. A pure function; `styleFor` puts each where it belongs.
 */
export function groundLayers(
  theme: GroundTheme,
  locale: Locale,
  archives: ReadonlySet<GroundArchive> = new Set(groundArchives),
): { ground: LayerSpecification[]; below: LayerSpecification[]; words: LayerSpecification[] } {
  const flavour = groundFlavours[theme];
  const basemap = archives.has('basemap');
  return {
    ground: basemap ? landAreas(flavour) : [],
    below: basemap ? [...waters(flavour), ...lines(flavour)] : [],
    words: [
      ...(archives.has('block-numbers') ? [blockNumbers(flavour)] : []),
      ...(basemap ? words(flavour, locale) : []),
    ],
  };
}

const source = groundSourceId('basemap');
/** Names a layer and the part of the tiles it draws. */
const of = (id: string, layer: BasemapLayer) => ({ id: `ground/${id}`, source, 'source-layer': layer });
const firstZoom = (layer: BasemapLayer) => Math.min(...Object.values<number>(basemapKinds[layer]));

function area(id: 'cover' | 'use' | 'water', colour: Expression | string): LayerSpecification {
  return {
    ...of(id, id),
    type: 'fill',
    minzoom: firstZoom(id),
    // The extract is cut at the edges of tiles: smoothed edges would show where.
    paint: { 'fill-color': colour, 'fill-antialias': false },
  };
}

function landAreas(flavour: GroundFlavour): LayerSpecification[] {
  return [
    area('cover', byKind(flavour.cover, flavour.cover.grass)),
    area('use', byKind(flavour.use, flavour.use.railway)),
  ];
}

/** Water and buildings. A course lies under the water whose middle it is: a line in it would say nothing. */
function waters(flavour: GroundFlavour): LayerSpecification[] {
  return [
    {
      ...of('waterways', 'waterways'),
      type: 'line',
      minzoom: firstZoom('waterways'),
      filter: ['!', inTunnel],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': flavour.waterway,
        'line-width': growing([
          [10, byKind({ river: 0.8 }, 0)],
          [14, byKind({ river: 1.8 }, 0.7)],
          [18, byKind({ river: 6 }, 3)],
        ]),
      },
    },
    area('water', flavour.water),
    {
      ...of('culverts', 'waterways'),
      type: 'line',
      minzoom: 15,
      filter: inTunnel,
      paint: { 'line-color': flavour.waterway, 'line-width': 1, 'line-dasharray': [2, 2] },
    },
    {
      ...of('buildings', 'buildings'),
      type: 'fill',
      minzoom: 15,
      paint: {
        'fill-color': flavour.building,
        'fill-outline-color': flavour.buildingEdge,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 15, 0.4, 16, 1],
      },
    },
  ];
}

function lines(flavour: GroundFlavour): LayerSpecification[] {
  const streets = (
    id: string,
    filter: FilterSpecification,
    paint: NonNullable<LineLayerSpecification['paint']>,
    minzoom = firstZoom('streets'),
  ): LayerSpecification => ({
    ...of(id, 'streets'),
    type: 'line',
    minzoom,
    filter,
    layout: { 'line-cap': 'butt', 'line-join': 'round', 'line-sort-key': streetOrder },
    paint,
  });
  const isWide: Expression = ['!', ['match', kind, ['path', 'ferry'], true, false]];
  const ground: FilterSpecification = ['all', isWide, ['!', inTunnel]] as unknown as FilterSpecification;
  const raised: FilterSpecification = ['all', isWide, onBridge] as unknown as FilterSpecification;
  const casing = { 'line-color': streetColour(flavour.casing), 'line-width': streetWidth(1.4) };
  const surface = { 'line-color': streetColour(flavour.street), 'line-width': streetWidth(0) };
  const rounded = (layer: LayerSpecification): LayerSpecification =>
    ({ ...layer, layout: { ...layer.layout, 'line-cap': 'round' } }) as LayerSpecification;
  return [
    streets('ferries', ['==', kind, 'ferry'], {
      'line-color': flavour.ferry,
      'line-width': 1,
      'line-dasharray': [5, 4],
    }),
    {
      ...of('subways', 'railways'),
      type: 'line',
      minzoom: 12,
      filter: ['==', kind, 'subway'],
      paint: {
        'line-color': flavour.subway,
        'line-width': growing([
          [12, 1],
          [18, 3],
        ]),
        'line-dasharray': [3, 2],
      },
    },
    streets('tunnels', ['all', isWide, inTunnel] as unknown as FilterSpecification, {
      'line-color': streetColour(flavour.casing),
      'line-width': streetWidth(0),
      'line-opacity': 0.35,
      'line-dasharray': [1.5, 1],
    }),
    streets(
      'paths',
      ['==', kind, 'path'],
      {
        'line-color': flavour.street.path,
        'line-width': growing([
          [15, 0.6],
          [18, 2],
        ]),
        'line-dasharray': [2.5, 1.5],
      },
      15,
    ),
    rounded(streets('streets-casing', ground, casing, 12)),
    rounded(streets('streets', ground, surface)),
    {
      ...of('railways', 'railways'),
      type: 'line',
      minzoom: 10,
      filter: ['all', ['!=', kind, 'subway'], ['!', inTunnel]] as unknown as FilterSpecification,
      paint: {
        'line-color': flavour.rail,
        'line-width': growing([
          [10, byKind({ siding: 0 }, 0.8)],
          [14, byKind({ siding: 0.6 }, 1.8)],
          [18, byKind({ siding: 1.6 }, 5)],
        ]),
      },
    },
    {
      ...of('railways-gaps', 'railways'),
      type: 'line',
      minzoom: 13.5,
      filter: ['all', ['==', kind, 'rail'], ['!', inTunnel]] as unknown as FilterSpecification,
      paint: {
        'line-color': flavour.railGap,
        'line-width': growing([
          [13.5, 0.8],
          [18, 3.2],
        ]),
        'line-dasharray': [5, 5],
      },
    },
    // Over the railways and rivers they cross.
    streets('bridges-casing', raised, casing, 13),
    rounded(streets('bridges', raised, surface, 13)),
  ];
}

/** The name for a reader of the language: the Latin one where there is one, else what the signs say. */
function nameIn(locale: Locale): Expression {
  return romanised[locale]
    ? ['to-string', ['coalesce', ['get', 'nameEn'], ['get', 'name']]]
    : ['to-string', ['get', 'name']];
}

function blockNumbers(flavour: GroundFlavour): LayerSpecification {
  return {
    id: 'ground/block-numbers',
    type: 'symbol',
    source: groundSourceId('block-numbers'),
    'source-layer': blockLayer,
    minzoom: blockNumbersFrom,
    layout: {
      'text-field': ['get', 'number'],
      'text-font': fonts.regular,
      'text-size': ['interpolate', ['linear'], ['zoom'], blockNumbersFrom, 10.5, 18, 13],
      'text-padding': 6,
    },
    paint: haloed(flavour, flavour.words.block),
  };
}

function haloed(
  flavour: GroundFlavour,
  colour: string | Expression,
): NonNullable<SymbolLayerSpecification['paint']> {
  return {
    'text-color': colour,
    'text-halo-color': flavour.halo,
    'text-halo-width': flavour.haloWidth,
    'text-halo-blur': 0.3,
  };
}

/** The least zoom at which a kind is named; the tiles hold it a little earlier. */
const placesFrom = {
  stadium: 13.5,
  museum: 14,
  university: 13.5,
  hall: 14,
  terminal: 14,
  mall: 14.5,
  hospital: 15,
  park: 15,
  shrine: 15.5,
  library: 15.5,
  theatre: 15.5,
  school: 15,
  hotel: 16.5,
} as const satisfies Readonly<Record<keyof typeof basemapKinds.places, number>>;

/** The smaller comes first: the least that a place of its kind matters to who finds their way. */
const placeOrder = byKind(
  {
    hall: 1,
    university: 2,
    stadium: 2,
    museum: 3,
    hospital: 3,
    terminal: 3,
    mall: 4,
    park: 5,
    school: 6,
    hotel: 9,
  },
  7,
);

function words(flavour: GroundFlavour, locale: Locale): LayerSpecification[] {
  const along = (
    id: string,
    layer: BasemapLayer,
    minzoom: number,
    filter: FilterSpecification,
    colour: string,
    size: Expression | number,
  ): LayerSpecification => ({
    ...of(id, layer),
    type: 'symbol',
    minzoom,
    filter: ['all', ['has', 'name'], filter] as unknown as FilterSpecification,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 380,
      'text-field': nameIn(locale),
      'text-font': fonts.regular,
      'text-size': size,
      'text-letter-spacing': romanised[locale] ? 0.02 : 0.1,
      'text-max-angle': 35,
      'text-padding': 8,
    },
    paint: haloed(flavour, colour),
  });
  const streetNames = (id: string, minzoom: number, kinds: readonly string[], size: number) =>
    along(
      id,
      'streets',
      minzoom,
      [
        'all',
        ['match', kind, kinds, true, false],
        ['!=', ['get', 'ramp'], true],
      ] as unknown as FilterSpecification,
      flavour.words.street,
      ['interpolate', ['linear'], ['zoom'], minzoom, size, 18, size + 2.5],
    );
  return [
    {
      ...of('places', 'places'),
      type: 'symbol',
      minzoom: 13.5,
      filter: ['>=', ['zoom'], byKind(placesFrom, 17)] as unknown as FilterSpecification,
      layout: {
        'symbol-sort-key': placeOrder,
        'icon-image': markerName('circle'),
        'icon-size': 0.24,
        'text-field': nameIn(locale),
        'text-font': fonts.regular,
        'text-size': ['interpolate', ['linear'], ['zoom'], 13.5, 10.5, 18, 12.5],
        'text-variable-anchor': ['top', 'bottom', 'right', 'left'],
        'text-radial-offset': 0.5,
        'text-max-width': 8,
        'text-padding': 6,
      },
      paint: {
        ...haloed(flavour, placeColour(flavour)),
        'icon-color': placeColour(flavour),
        'icon-halo-color': flavour.halo,
        'icon-halo-width': 1,
      },
    },
    along('railway-names', 'railways', 14, ['!=', kind, 'siding'], flavour.words.rail, 10),
    streetNames('minor-names', 15.5, ['minor', 'pedestrian', 'service', 'path', 'track'], 10.5),
    streetNames('street-names', 14, ['secondary', 'tertiary'], 10.5),
    streetNames('main-street-names', 12.5, ['motorway', 'trunk', 'primary'], 10.5),
    along('water-names', 'waterways', 12, ['==', kind, 'river'], flavour.words.water, [
      'interpolate',
      ['linear'],
      ['zoom'],
      12,
      10.5,
      18,
      14,
    ]),
    along('stream-names', 'waterways', 15, ['==', kind, 'stream'], flavour.words.water, 10.5),
  ];
}

function placeColour({ words: colours }: GroundFlavour): Expression {
  return byKind({ park: colours.green, hospital: colours.health }, colours.place);
}

/** How a kind of the base map is drawn at about 1:25,000 (zoom 14) without the engine; null: not at all. */
export function groundInk(
  theme: GroundTheme,
  layer: BasemapLayer,
  kindName: string,
): { colour: string; widthPixels: number | null } | null {
  const flavour = groundFlavours[theme];
  const colourOf = (colours: Readonly<Record<string, string>>) => colours[kindName];
  const area = (colour: string | undefined) => (colour === undefined ? null : { colour, widthPixels: null });
  switch (layer) {
    case 'cover':
      return area(colourOf(flavour.cover));
    case 'use':
      return area(colourOf(flavour.use));
    case 'water':
      return area(flavour.water);
    case 'waterways':
      return { colour: flavour.waterway, widthPixels: kindName === 'river' ? 1.8 : 0.7 };
    case 'railways':
      return kindName === 'siding' ? null : { colour: flavour.rail, widthPixels: 1.6 };
    case 'streets': {
      const width = widths[kindName]?.[2];
      if (width === undefined) return null;
      const { motorway, trunk, main, minor } = flavour.casing;
      const colours: Readonly<Record<string, string>> = {
        motorway,
        trunk,
        primary: main,
        secondary: main,
        tertiary: main,
      };
      // On paper a street is one line, in the colour of its seam.
      return { colour: colours[kindName] ?? minor, widthPixels: Math.max(0.6, width * 0.7) };
    }
    case 'buildings':
    case 'places':
      return null;
  }
}
