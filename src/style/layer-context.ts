import type { LayerEntry } from '../catalog/layer-entry.js';
import type { Locale } from '../i18n/locale.js';
import type { Basemap } from './basemap.js';
import { flavours, type Flavour, type Theme } from './flavour.js';
import { paintedCategories, type PaintedCategory, type Palette } from './palette.js';

/** Everything the drawing of one entry depends on, worked out once. */
export interface LayerContext {
  entry: LayerEntry;
  painted: readonly PaintedCategory[];
  theme: Theme;
  flavour: Flavour;
  locale: Locale;
  /** 0–1, the reader's choice for the whole layer. */
  opacity: number;
  visibility: 'visible' | 'none';
  source: string;
  labelSource: string;
  /** The layer's area gives way to what lies beneath it when the map is near: streets are read through it. */
  givesWay: boolean;
  /** The reader's device asks for more contrast. */
  strong: boolean;
}

export interface LayerChoices {
  /** Panel layers drawn now. Base layers are always drawn. */
  visible: ReadonlySet<string>;
  /**
   * Panel layers that were drawn at some time: they stay in the style, hidden, so that showing
   * them again fetches nothing. Layers in neither set are left out, and nothing of them is fetched.
   */
  known?: ReadonlySet<string>;
  opacityOf: (id: string) => number;
  palette: Palette;
}

/** Entries that belong into the style at all. */
export function drawnEntries(catalogue: readonly LayerEntry[], choices: LayerChoices): LayerEntry[] {
  return catalogue.filter(({ id, base }) => base || choices.visible.has(id) || choices.known?.has(id));
}

export function layerContext(
  entry: LayerEntry,
  choices: LayerChoices,
  appearance: {
    theme: Theme;
    locale: Locale;
    basemap: Basemap;
    onGround: boolean;
    strongLines?: boolean;
  },
): LayerContext {
  return {
    entry,
    painted: paintedCategories(entry, appearance.theme, choices.palette),
    theme: appearance.theme,
    flavour: flavours[appearance.theme],
    locale: appearance.locale,
    opacity: entry.base ? 1 : choices.opacityOf(entry.id),
    visibility: entry.base || choices.visible.has(entry.id) ? 'visible' : 'none',
    source: entry.id,
    // What a depth is shows in its strength, too: hazards keep theirs.
    givesWay: appearance.onGround && !entry.base && entry.group !== 'hazard',
    strong: appearance.strongLines ?? false,
    labelSource: entry.geometry === 'polygon' ? labelSourceId(entry.id) : entry.id,
  };
}

/** Source of one label point a feature: the engine would label a polygon once a tile. */
export function labelSourceId(layerId: string): string {
  return `${layerId}-labels`;
}
