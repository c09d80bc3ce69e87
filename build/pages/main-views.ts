import { stories, type StoryId } from '../../src/catalog/stories.js';
import type { EmbedMessages } from '../../src/i18n/messages.js';
import type { EmbedOptions } from '../../src/embed/options/embed-options.js';

export type MapViewId = keyof EmbedMessages['views'];

/** The views that have a page, a picture and an oEmbed record of their own. */
export interface MainView {
  id: MapViewId | StoryId;
  options: EmbedOptions;
  /** Pixels an iframe of it should be high at 800 wide. */
  heightPixels: number;
  title(messages: EmbedMessages): string;
}

const maps: Readonly<Record<MapViewId, readonly string[]>> = {
  rainfall: ['priority-districts', 'rainbow-plan'],
  treatment: ['treatment-districts', 'treatment-centres'],
  inundation: ['inundation-zones'],
  shelters: ['shelters'],
};

/** Where a view shows less than the whole city. */
const closeUps: Partial<Record<MapViewId, EmbedOptions['view']>> = {
  inundation: { centre: [130.409, 33.588], zoom: 13.2 },
};

export const mainViews: readonly MainView[] = [
  ...(Object.keys(maps) as MapViewId[]).map((id): MainView => {
    const view = closeUps[id];
    return {
      id,
      options: { route: 'map', layers: maps[id].map((layer) => ({ id: layer })), ...(view ? { view } : {}) },
      heightPixels: 560,
      title: ({ views }) => views[id],
    };
  }),
  ...stories.map(({ id }): MainView => ({
    id,
    options: { route: 'story', story: id },
    heightPixels: 720,
    title: ({ stories: titles }) => titles[id],
  })),
];
