import { storyIds, type StoryId } from '../../catalog/stories.js';
import type { Locale } from '../../i18n/locale.js';
import type { LayerChoice } from '../../state/layer-state.svelte.js';
import type { Palette } from '../../state/layer-state.svelte.js';
import type { ThemeChoice } from '../../state/theme-state.svelte.js';
import type { View } from '../../state/view-state.svelte.js';
import { maximumCaptionLength, maximumTitleLength, type EmbedOptions } from '../options/embed-options.js';

export const makerKinds = ['map', 'story', 'compare'] as const;
export type MakerKind = (typeof makerKinds)[number];

/** What somebody composes: the answers of the form, and the options they come to. */
export class MakerState {
  kind = $state<MakerKind>('map');
  layers = $state.raw<readonly LayerChoice[]>([]);
  compare = $state.raw<readonly LayerChoice[]>([]);
  story = $state<StoryId>(storyIds[0]);
  title = $state('');
  caption = $state('');
  /** null: the reader's own. */
  language = $state<Locale | null>(null);
  theme = $state<ThemeChoice>('system');
  palette = $state<Palette>('official');
  search = $state(false);
  report = $state(true);
  heightPixels = $state(560);
  /** The element's code takes this build of the module and no other. */
  pinned = $state(false);
  /** The extent, once the map of the preview was moved. */
  view = $state.raw<View | null>(null);

  constructor(start: EmbedOptions, defaults: readonly LayerChoice[]) {
    this.layers = start.layers ?? defaults;
    this.compare = start.compare ?? [];
    if (start.compare) this.kind = 'compare';
    if (start.story) {
      this.kind = 'story';
      this.story = start.story;
    }
    this.title = start.title ?? '';
    this.caption = start.caption ?? '';
    this.language = start.locale ?? null;
    this.theme = start.theme ?? 'system';
    this.palette = start.palette ?? 'official';
    this.search = start.search ?? false;
    this.report = start.report ?? true;
    this.view = start.view ?? null;
  }

  /** @param dataVersion what the code is to remember; null while unknown */
  options(dataVersion: string | null): EmbedOptions {
    const { kind, title, caption, language, theme, palette, view } = this;
    const words = {
      ...(title.trim() === '' ? {} : { title: title.trim().slice(0, maximumTitleLength) }),
      ...(caption.trim() === '' ? {} : { caption: caption.trim().slice(0, maximumCaptionLength) }),
    };
    const appearance = {
      ...(language === null ? {} : { locale: language }),
      ...(theme === 'system' ? {} : { theme }),
      ...(palette === 'official' ? {} : { palette }),
      ...(dataVersion === null ? {} : { dataVersion }),
    };
    if (kind === 'story') return { route: 'story', story: this.story, ...appearance };
    return {
      route: 'map',
      layers: this.layers,
      ...(kind === 'compare' && this.compare.length > 0 ? { compare: this.compare } : {}),
      ...(view === null ? {} : { view }),
      ...(this.search ? { search: true } : {}),
      ...(this.report && kind === 'map' ? { report: true } : {}),
      ...words,
      ...appearance,
    };
  }
}

/** The list with a layer switched; order is the catalogue's. */
export function withLayer(
  choices: readonly LayerChoice[],
  id: string,
  on: boolean,
  order: readonly string[],
): LayerChoice[] {
  const rest = choices.filter((choice) => choice.id !== id);
  const next = on ? [...rest, { id }] : rest;
  return next.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

/** The list with one layer's opacity set; `own` is the catalogue's, which is not written. */
export function withOpacity(
  choices: readonly LayerChoice[],
  id: string,
  opacity: number,
  own: number,
): LayerChoice[] {
  return choices.map((choice) => (choice.id !== id ? choice : opacity === own ? { id } : { id, opacity }));
}
