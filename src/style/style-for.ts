import type { BoundingBox } from '../geometry/position.js';
import type {
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { LayerEntry } from '../catalog/layer-entry.js';
import type { Locale } from '../i18n/locale.js';
import { rasterTiles, type Basemap } from './basemap.js';
import { fillLayers, outlineLayers } from './fill-layers.js';
import { groundArchives, type GroundArchive } from '../catalog/basemap.js';
import { groundThemeOf } from './ground-flavour.js';
import { groundLayers, groundSources, type GroundAddresses } from './ground-layers.js';
import { flavours, type Theme } from './flavour.js';
import { highlightLayers, type Highlight } from './highlight-layers.js';
import { labelLayers } from './label-layers.js';
import {
  drawnEntries,
  labelSourceId,
  layerContext,
  type LayerChoices,
  type LayerContext,
} from './layer-context.js';
import { lineLayers } from './line-layers.js';
import { insideTiles, networkPointLayers, sourceOfLayer } from './tiled-layers.js';
import { nationalLayers, nationalSources, type DrawnNational } from './national-layers.js';
import { pointLayers } from './point-layers.js';
import {
  uncertaintyLayers,
  pinLayers,
  selectionSource,
  selectionSourceOf,
  type SelectedPoint,
} from './selection-layers.js';

export interface StyleOptions {
  catalogue: readonly LayerEntry[];
  /** Where `<id>.geojson` lie, without a slash at the end. */
  tilesUrl: string;
  /** Addresses of layers that lie elsewhere, by layer id. */
  layerUrls?: ReadonlyMap<string, string>;
  /** [west, south, east, north] the base layers cover; around it lies no sea but nothing known. */
  frame: BoundingBox;
  theme: Theme;
  locale: Locale;
  basemap: Basemap;
  layers: LayerChoices;
  /** Address of the label points of a polygon layer, by layer id; layers without one have no words yet. */
  labelUrls?: ReadonlyMap<string, string>;
  /** Archives of the city's own base map, as the engine reads them; without them the simple one of the base layers. */
  ground?: GroundAddresses;
  /** The reader's device asks for more contrast. */
  strongLines?: boolean;
  /** Hazard maps of national services that are drawn now. */
  nationals?: readonly DrawnNational[];
  highlights?: readonly Highlight[];
  selected?: SelectedPoint | null;
  /** Length of colour changes; 0 for readers who asked for less motion. */
  transitionMilliseconds?: number;
}

/**
 * The whole style as a function of the state: the engine is given the next one and applies the
 * difference, so theme, language and switches change without a reload.
 *
 * Draw order, in this one place: sea, base areas, the base map's ground and streets or an online base map, layer areas, national hazard maps, lines and borders,
 * the outline of what is selected, the circle of doubt, dots, words (larger ones win a place), signs (words
 * keep away from them), the pin.
 */
export function styleFor(options: StyleOptions): StyleSpecification {
  const { catalogue, theme, basemap, layers, selected = null } = options;
  const flavour = flavours[theme];
  const ground = groundOf(options);
  const onGround = ground.has('basemap');
  const contexts = drawnEntries(catalogue, layers)
    .filter(({ untilBasemap }) => !onGround || untilBasemap !== 0)
    .map((entry) => layerContext(entry, layers, { ...options, onGround }));
  const wordsOnGround = catalogue
    .filter(({ wordsOnBasemap }) => onGround && wordsOnBasemap)
    .map((entry) => ({
      ...layerContext(entry, layers, { ...options, onGround }),
      visibility: 'visible' as const,
      opacity: 1,
    }));
  const base = contexts.filter(({ entry }) => entry.base);
  const panel = contexts.filter(({ entry }) => !entry.base);
  const online = basemap !== 'embedded';
  // A photograph has no words of its own; the pale map has, and ours would double them.
  const wordy = basemap === 'gsi-pale' ? panel : contexts;
  const labelled = [
    ...wordy.filter(({ entry }) => !onGround || !entry.wordsOnBasemap),
    ...wordsOnGround,
  ].filter(({ entry }) => entry.geometry !== 'polygon' || options.labelUrls?.has(entry.id));
  const {
    ground: land,
    below,
    words,
  } = groundLayers(groundThemeOf(theme, options.strongLines ?? false), options.locale, ground);
  const points = wordy.flatMap(pointLayers);
  const sources = sourcesOf(options, contexts, wordsOnGround, selected);
  return {
    version: 8,
    name: `mizumichi-${theme}`,
    transition: { duration: options.transitionMilliseconds ?? 200, delay: 0 },
    sources,
    layers: insideTiles(
      [
        { id: 'beyond', type: 'background', paint: { 'background-color': flavour.beyond } },
        {
          id: 'sea',
          type: 'fill',
          source: backgroundSource,
          paint: { 'fill-color': flavour.sea, 'fill-antialias': false },
        },
        ...base.filter(({ entry }) => !entry.overGround).flatMap(fillLayers),
        ...land,
        ...base.filter(({ entry }) => entry.overGround).flatMap(fillLayers),
        ...below,
        ...rasterLayers(options),
        ...panel.flatMap(fillLayers),
        ...nationalLayers(options.nationals ?? []),
        ...(online ? base.filter(({ entry }) => entry.role === 'ward') : base).flatMap(outlineLayers),
        ...(online ? panel : contexts).flatMap((context) =>
          lineLayers(context).map((layer) => untilBasemap(layer, context, onGround)),
        ),
        ...panel.flatMap(outlineLayers),
        ...panel.flatMap((context) => networkPointLayers(context, sources)),
        ...highlightsOf(options, contexts),
        ...uncertaintyLayers(flavour),
        ...points.filter(({ type }) => type === 'circle'),
        ...words,
        ...[...labelled].sort(byLabelSize).flatMap(labelLayers),
        ...points.filter(({ type }) => type !== 'circle'),
        ...pinLayers(flavour),
      ],
      sources,
    ),
  };
}

/** The base map's archives that are drawn: none under an online one. */
function groundOf({ basemap, ground = {} }: StyleOptions): ReadonlySet<GroundArchive> {
  return new Set(basemap === 'embedded' ? groundArchives.filter((archive) => archive in ground) : []);
}

/** A line of which the base map has a better one is drawn up to the zoom where that begins. */
function untilBasemap(
  layer: LayerSpecification,
  { entry }: LayerContext,
  onGround: boolean,
): LayerSpecification {
  return onGround && entry.untilBasemap !== undefined ? { ...layer, maxzoom: entry.untilBasemap } : layer;
}

function sourcesOf(
  { tilesUrl, layerUrls, frame, basemap, labelUrls, nationals = [], ground = {} }: StyleOptions,
  contexts: readonly LayerContext[],
  wordsOnly: readonly LayerContext[],
  selected: SelectedPoint | null,
): Record<string, SourceSpecification> {
  const sources: Record<string, SourceSpecification> = { [backgroundSource]: backgroundOf(frame) };
  for (const { entry } of contexts) {
    const data = layerUrls?.get(entry.id) ?? `${tilesUrl}/${entry.id}.geojson`;
    sources[entry.id] = sourceOfLayer(data);
  }
  for (const { entry } of [...contexts, ...wordsOnly]) {
    const labels = entry.geometry === 'polygon' && entry.label ? labelUrls?.get(entry.id) : undefined;
    if (labels !== undefined) sources[labelSourceId(entry.id)] = { type: 'geojson', data: labels };
  }
  if (basemap === 'embedded') Object.assign(sources, groundSources(ground));
  const raster = rasterTiles[basemap];
  if (raster) {
    sources[rasterSourceId(basemap)] = {
      type: 'raster',
      tiles: [raster.tiles],
      tileSize: 256,
      minzoom: raster.minZoom,
      maxzoom: raster.maxZoom,
      attribution: `<a href="${raster.credit.href}">${raster.credit.text}</a>`,
    };
  }
  Object.assign(sources, nationalSources(nationals));
  sources[selectionSource] = selectionSourceOf(selected);
  return sources;
}

const backgroundSource = 'background';

function backgroundOf([west, south, east, north]: StyleOptions['frame']): SourceSpecification {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'geojson', data: { type: 'Polygon', coordinates: [ring] } };
}

/** Source of an online base map; the engine names it when its tiles fail. */
export function rasterSourceId(basemap: Basemap): string {
  return `basemap-${basemap}`;
}

function rasterLayers({ basemap, theme }: StyleOptions): LayerSpecification[] {
  if (!rasterTiles[basemap]) return [];
  const { opacity, brightnessMax, saturation } = flavours[theme].raster;
  return [
    {
      id: 'basemap',
      type: 'raster',
      source: rasterSourceId(basemap),
      paint: {
        'raster-opacity': opacity,
        'raster-brightness-max': brightnessMax,
        'raster-saturation': saturation,
      },
    },
  ];
}

/** Only what is on screen is outlined: an outline around an invisible layer explains nothing. */
function highlightsOf(
  { highlights = [], theme }: StyleOptions,
  contexts: readonly LayerContext[],
): LayerSpecification[] {
  return highlights.flatMap((highlight, index) => {
    const context = contexts.find(({ entry }) => entry.id === highlight.layer);
    if (!context || context.visibility === 'none') return [];
    return highlightLayers(highlight, index, context.entry, flavours[theme]);
  });
}

/** The engine places the last layer's words first. */
function byLabelSize(one: LayerContext, other: LayerContext): number {
  return (one.entry.label?.size ?? 0) - (other.entry.label?.size ?? 0);
}
