import { writtenPair } from '../../state/address-pairs.js';
import { attributeKeys, mapAttributes, type MapAttribute } from './attribute-names.js';
import { parseEmbedPairs, type ParsedEmbed } from './embed-hash.js';

/** Reads an element's attributes; unusable ones are named as in an address. */
export function parseAttributes(
  read: (name: MapAttribute) => string | null,
  layerIds: Iterable<string>,
): ParsedEmbed {
  const pairs = mapAttributes.flatMap((name) => {
    const value = read(name);
    return value === null ? [] : [writtenPair(attributeKeys[name], value)];
  });
  const parsed = parseEmbedPairs(pairs, layerIds);
  return parsed.options.story ? { ...parsed, options: { ...parsed.options, route: 'story' } } : parsed;
}
