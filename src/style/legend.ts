import type { Category, LayerEntry } from '../catalog/layer-entry.js';
import { over } from './colour.js';
import { fillOpacity, outlineColour, patternOpacity } from './fill-layers.js';
import { flavours, type Theme } from './flavour.js';
import { paintedCategories, type Palette, type Pattern } from './palette.js';

interface LegendBase {
  /** The category's value; null = everything else. */
  value: string | null;
  label: Category['label'];
  /** `#rrggbb` at full strength */
  colour: string;
  /** 0–1, exactly the map's */
  opacity: number;
  /** What is seen through it, to be put beneath: the land of the theme, or the category its areas lie on. */
  ground: string;
  /** `colour` at `opacity` over `ground`: for places that can only show one flat colour. */
  effective: string;
}

/**
 * One line of a legend. Draw it as SVG: an area of `colour` at `opacity` over `ground`, then
 * `patternPaths[item.pattern]` (pattern.ts) in `colour` at `patternOpacity`, then the border; or a line; or the shape of
 * a sign.
 */
export type LegendItem =
  | (LegendBase & {
      kind: 'fill';
      pattern: Pattern;
      patternOpacity: number;
      outline: { colour: string; widthPixels: number; dashed: boolean; opacity: number };
    })
  | (LegendBase & { kind: 'line'; widthPixels: number; dashed: boolean; casing: string | null })
  | (LegendBase & {
      kind: 'point';
      shape: 'circle' | 'square' | 'triangle' | 'diamond';
      radiusPixels: number;
      halo: string;
    });

/** What the colours of a legend depend on. */
export interface LegendOptions {
  theme: Theme;
  palette: Palette;
  /** The reader's opacity of the layer, 0–1. */
  opacity: number;
  /** Whether official data was imported into the layer; without it such data's own categories are left out. */
  official?: boolean;
}

export function legendItems(entry: LayerEntry, options: LegendOptions): LegendItem[] {
  const { theme, palette, opacity, official = false } = options;
  const flavour = flavours[theme];
  const context = { entry, flavour, opacity };
  const { symbol } = entry;
  const listed = paintedCategories(entry, theme, palette).filter(
    ({ category }) => official || !category.officialOnly,
  );
  /** Colour of a category as it is seen on the map, with all that lies beneath it. */
  const seen = (value: string | undefined): string => {
    const one = listed.find(({ category }) => category.value === value);
    if (value === undefined || !one) return flavour.land;
    return over(one.colour, fillOpacity(context, one.category), seen(one.category.liesOn));
  };
  return listed.map(({ category, colour, pattern }) => {
    const strength = fillOpacity(context, category);
    const ground = seen(category.liesOn);
    const base: LegendBase = {
      value: category.value,
      label: category.label,
      colour,
      opacity: strength,
      ground,
      effective: over(colour, strength, ground),
    };
    switch (symbol.kind) {
      case 'fill':
        return {
          ...base,
          kind: 'fill',
          pattern,
          patternOpacity: patternOpacity(context),
          outline: {
            colour: outlineColour(colour, context),
            widthPixels: symbol.outlineWidth,
            dashed: symbol.dashed ?? false,
            opacity,
          },
        };
      case 'line':
        return {
          ...base,
          kind: 'line',
          widthPixels: symbol.width,
          dashed: symbol.dashed ?? false,
          casing: symbol.casing?.[theme] ?? null,
        };
      case 'point':
        return {
          ...base,
          kind: 'point',
          shape: symbol.shape,
          radiusPixels: symbol.radius,
          halo: flavour.halo,
        };
    }
  });
}
