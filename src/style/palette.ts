import type { Category, LayerEntry } from '../catalog/layer-entry.js';
import type { Theme } from './flavour.js';

/** `official`: the catalogue's own colours; `safe`: apart for every kind of colour vision, with patterns. */
export const palettes = ['official', 'safe'] as const;
export type Palette = (typeof palettes)[number];

export const patterns = ['none', 'diagonal', 'dots', 'cross'] as const;
export type Pattern = (typeof patterns)[number];

/** One category as it is painted in a theme and palette. */
export interface PaintedCategory {
  category: Category;
  /** `#rrggbb` */
  colour: string;
  pattern: Pattern;
}

/** Paul Tol's "light" scheme (personal.sron.nl/~pault): fills that stay apart for colour-blind readers. */
const safeFills = ['#77aadd', '#ee8866', '#eedd88', '#ffaabb', '#44bb99', '#99ddff', '#bbcc33', '#dddddd'];
/** His "vibrant" scheme, for small signs on light ground. */
const safeSigns = ['#0077bb', '#ee7733', '#009988', '#cc3311', '#33bbee', '#ee3377', '#888888'];

/** ColorBrewer's YlGnBu (colorbrewer2.org), light to dark: an order that every kind of colour vision sees. */
const safeOrder = ['#ffffd9', '#edf8b1', '#c7e9b4', '#7fcdbb', '#41b6c4', '#1d91c0', '#225ea8', '#0c2c84'];

/**
 * The categories of a layer with the colours and patterns they are drawn in, in legend order.
 * A layer of one category keeps its colour: there is nothing in it to be told apart. So does the
 * base map, whose rivers should stay blue.
 */
export function paintedCategories(entry: LayerEntry, theme: Theme, palette: Palette): PaintedCategory[] {
  const { categories, kind, byRange } = entry.symbol;
  const safe = palette === 'safe' && categories.length > 1 && !entry.base;
  const colours = byRange ? safeOrder : kind === 'fill' || theme === 'dark' ? safeFills : safeSigns;
  // Ranges leave the cross to what lies in none of them.
  const cycle = byRange ? patterns.slice(0, -1) : patterns;
  return categories.map((category, index) => ({
    category,
    colour:
      safe && !(byRange && category.value === null)
        ? (colours[index % colours.length] as string)
        : category.colour[theme],
    pattern:
      category.pattern ?? (safe && kind === 'fill' ? (cycle[index % cycle.length] as Pattern) : 'none'),
  }));
}
