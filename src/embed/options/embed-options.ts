import type { StoryId } from '../../catalog/stories.js';
import type { LayerChoice } from '../../state/layer-state.svelte.js';
import type { UrlState } from '../../state/url-state.js';

/** Pages of embed.html. */
export const embedRoutes = ['map', 'story', 'maker'] as const;
export type EmbedRoute = (typeof embedRoutes)[number];

/** The part of the full map's address that an embed shares with it, letter for letter. */
type Shared = Pick<
  UrlState,
  'view' | 'position' | 'feature' | 'layers' | 'palette' | 'locale' | 'theme' | 'dataVersion'
>;

/**
 * What one embed shows. Absent = the catalogue's or the reader's own default.
 * Positions are [longitude, latitude] in degrees.
 */
export interface EmbedOptions extends Shared {
  route: EmbedRoute;
  /** Words of whoever embeds the map, above and below it; plain text. */
  title?: string;
  caption?: string;
  /** A search box above the map. */
  search?: boolean;
  /** A tap on the map answers for that point, in words. */
  report?: boolean;
  /** Layers of the right half of a comparison; `layers` is the left. */
  compare?: readonly LayerChoice[];
  /** The story told, and the step it opens with (0 = the first). */
  story?: StoryId;
  step?: number;
}

export const maximumTitleLength = 120;
export const maximumCaptionLength = 400;
