import type { CatalogText } from '../i18n/catalog-text.js';
import type { ReportRole } from './properties.js';

export type GeometryKind = 'polygon' | 'line' | 'point';

/** Groups of the layer panel, in the order they are shown. */
export const layerGroups = ['treatment', 'rainfall', 'hazard', 'facility', 'base'] as const;
export type LayerGroup = (typeof layerGroups)[number];

/** Unit of a field's number; formatted by src/i18n. */
export type Unit = 'ha' | 'mm/h' | 'm' | 'mm' | 'm3' | 'm3/day' | 'm3/min' | 'people' | null;

/** One property shown in popup, table, CSV and print, in this order. */
export interface Field {
  property: string;
  label: CatalogText;
  unit?: Unit;
  /** Turns coded values into words: `{ storm: 'shared.purposes.storm', … }` */
  values?: Readonly<Record<string, CatalogText>>;
}

/** A swatch of the legend and a paint of the map, from one place. Colours are `#rrggbb`. */
export interface Swatch {
  light: string;
  dark: string;
}

interface SymbolCommon {
  /** Property whose value picks the category; without it (and `byRange`) the first category paints everything. */
  by?: string;
  /** Instead of `by`: two properties holding a range; the first category with a range around it is picked. */
  byRange?: { min: string; max: string };
  categories: readonly Category[];
}
export interface Category {
  /** Value of `by`, or a name of its own; null = everything else. */
  value: string | null;
  /** With `byRange`: the ranges it stands for, each [lowest, highest]; highest null = no upper limit. */
  within?: readonly (readonly [min: number, max: number | null])[];
  label: CatalogText;
  colour: Swatch;
  /** Fill pattern as a second sign beside colour. */
  pattern?: 'none' | 'diagonal' | 'dots' | 'cross';
  /** Where it differs from the symbol's own. */
  fillOpacity?: number;
  /** Value of the category its areas lie on: seen through them, so the legend puts it beneath too. */
  liesOn?: string;
  /** Only imported official data can be of it: the legend leaves it out where there is none. */
  officialOnly?: boolean;
}
export type LayerSymbol =
  | (SymbolCommon & { kind: 'fill'; fillOpacity: number; outlineWidth: number; dashed?: boolean })
  | (SymbolCommon & { kind: 'line'; width: number; dashed?: boolean; casing?: Swatch })
  | (SymbolCommon & {
      kind: 'point';
      radius: number;
      shape: 'circle' | 'square' | 'triangle' | 'diamond';
      minZoom?: number;
    });

/**
 * A layer is this entry and one data file, `public/tiles/<id>.geojson`.
 * Map, legend, panel, popup, table, search, export and tests loop over the catalogue.
 */
export interface LayerEntry {
  id: string;
  group: LayerGroup;
  geometry: GeometryKind;
  /** What the report makes of the layer. Several layers may share `context`, and `section`. */
  role: ReportRole;
  /**
   * With role `section`: how the site report answers from it, under `sections` with the values of its `fields`.
   * `areas`: those that hold the place or miss it by less than their accuracy; `nearest`: the `count` (3) nearest.
   */
  section?: { kind: 'areas' | 'nearest'; count?: number };
  title: CatalogText;
  /** One or two plain sentences: what it shows and what it must not be taken for. */
  description: CatalogText;
  symbol: LayerSymbol;
  /** Drawn when nobody chose otherwise. */
  visible: boolean;
  /** 0–1, multiplied into the symbol's own opacity. */
  opacity: number;
  fields: readonly Field[];
  /** Label drawn from this property, from this zoom on. */
  label?: { property: string; propertyEn?: string; minZoom: number; size: number };
  /** Several features may have one outline between them (`sharedOutlines`), which is drawn once, under all names. */
  sharedOutlines?: boolean;
  /** Clicking it selects it; base layers stay quiet. */
  clickable: boolean;
  /** Part of the base map: always on, not in the panel. */
  base?: boolean;
  /** Of the base map's own archive there is something better from this zoom on: not drawn from there. 0: never beside it. */
  untilBasemap?: number;
  /** On the base map its words are drawn although the layer is not: they say where one is. */
  wordsOnBasemap?: boolean;
  /** Its areas lie over the ground of the base map, whose extract ends at the edges of tiles and not at the city's. */
  overGround?: boolean;
  /** There is a data file only where somebody imported one: its absence is no failure, and the layer is not offered. */
  optional?: boolean;
}
