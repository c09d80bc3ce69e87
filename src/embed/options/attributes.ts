import { formatHash } from '../../state/url-state.js';
import type { LayerChoice } from '../../state/layer-state.svelte.js';
import { attributeKeys, mapAttributes, type MapAttribute } from './attribute-names.js';
import { parseEmbedHash, type ParsedEmbed } from './embed-hash.js';

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
