import { formatHash } from '../../state/url-state.js';
import type { LayerChoice } from '../../state/layer-state.svelte.js';
import { parseEmbedHash, type ParsedEmbed } from './embed-hash.js';

/** Attribute of `<mizumichi-map>` → key of the embed's address: both say the same things, read by one codec. */
export const attributeKeys = {
  layers: 'l',
  compare: 'cl',
  centre: 'c',
  zoom: 'z',
  position: 'p',
  feature: 'f',
  palette: 'cv',
  language: 'lang',
  theme: 'theme',
  'data-version': 'v',
  heading: 'title',
  caption: 'caption',
  search: 'search',
  report: 'report',
  story: 'story',
} as const;
export type MapAttribute = keyof typeof attributeKeys;
export const mapAttributes = Object.keys(attributeKeys) as MapAttribute[];

/** Reads an element's attributes; unusable ones are named as in an address. */
export function parseAttributes(
  read: (name: MapAttribute) => string | null,
  layerIds: Iterable<string>,
): ParsedEmbed {
  const pairs = mapAttributes.flatMap((name) => {
    const value = read(name);
    return value === null ? [] : [`${attributeKeys[name]}=${encodeURIComponent(value)}`];
  });
  const parsed = parseEmbedHash(`#/?${pairs.join('&')}`, layerIds);
  return parsed.options.story ? { ...parsed, options: { ...parsed.options, route: 'story' } } : parsed;
}

/** `treatment-districts.60,rainbow-plan`: how `layers` and `compare` are written. */
export function layersText(layers: readonly LayerChoice[]): string {
  return decodeURIComponent(formatHash({ route: 'map', layers }).split('?l=')[1] ?? '');
}
