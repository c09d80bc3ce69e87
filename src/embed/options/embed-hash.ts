import { storyIds } from '../../catalog/stories.js';
import {
  joinPairs,
  noteDropped,
  readPairs,
  wholeCharacters,
  writtenPair,
  type AddressPair,
  type DropPart,
  type DroppedPart,
} from '../../state/address-pairs.js';
import { layersText, readLayers } from '../../state/layer-choice.js';
import { readState, statePairs } from '../../state/url-state.js';
import { embedRoutes, maximumCaptionLength, maximumTitleLength, type EmbedOptions } from './embed-options.js';

/** Keys an embed has beside those of the full map (`src/state/url-state.ts` reads the rest). */
const ownKeys = ['title', 'caption', 'search', 'report', 'cl', 'story', 'step'] as const;
type OwnKey = (typeof ownKeys)[number];
/** Keys of the full map that an embed does not follow: no third party's tiles, no tables. */
const refusedKeys = ['b', 'layer'];

const sharedKeys = [
  'view',
  'position',
  'feature',
  'layers',
  'palette',
  'locale',
  'theme',
  'dataVersion',
] as const satisfies readonly (keyof EmbedOptions)[];

const longestHash = 8000;
/** Of the keys an embed shares with the full map together, and of the compared layers: as long as a map's address. */
const longestShared = 4000;

export interface ParsedEmbed {
  options: EmbedOptions;
  /** Parts of the address that could not be used, named for the reader. */
  dropped: DroppedPart[];
}

/**
 * Reads what an embed is to show, never throws: what cannot be used is left out and named.
 * @param hash `#/?l=…&title=…`, `#/story?story=…`, with or without `#` and `/`
 * @param layerIds layers that may be named
 */
export function parseEmbedHash(hash: string, layerIds: Iterable<string>): ParsedEmbed {
  const text = hash.replace(/^#/, '');
  if (text.length > longestHash) return tooLong(text);
  const { path, query } = split(text);
  return parsePairs(path.replaceAll('/', '') || 'map', readPairs(query), layerIds);
}

/** The same of pairs that stand in no address: attributes of the element. */
export function parseEmbedPairs(pairs: readonly AddressPair[], layerIds: Iterable<string>): ParsedEmbed {
  const text = `/?${joinPairs(pairs)}`;
  return text.length > longestHash ? tooLong(text) : parsePairs('map', pairs, layerIds);
}

function tooLong(text: string): ParsedEmbed {
  const dropped: DroppedPart[] = [];
  noteDropped(dropped)('hash', text, 'too-long');
  return { options: { route: 'map' }, dropped };
}

function parsePairs(
  routeName: string,
  pairs: readonly AddressPair[],
  layerIds: Iterable<string>,
): ParsedEmbed {
  const dropped: DroppedPart[] = [];
  const drop = noteDropped(dropped);
  const known = new Set(layerIds);
  const { own, shared } = sort(pairs, drop);

  const options: EmbedOptions = { route: 'map' };
  const state = readShared(shared, known, drop);
  const route = embedRoutes.find((candidate) => candidate === routeName);
  if (route) options.route = route;
  else drop('route', routeName, 'unknown-value');
  for (const key of sharedKeys) {
    const value = state?.[key];
    if (value !== undefined) Object.assign(options, { [key]: value });
  }

  const words = (key: 'title' | 'caption', longest: number) => {
    const value = own.get(key)?.trim();
    if (value === undefined || value === '') return;
    if (value.length > longest) drop(key, value, 'too-long');
    options[key] = wholeCharacters(value.slice(0, longest));
  };
  words('title', maximumTitleLength);
  words('caption', maximumCaptionLength);
  const toggle = (key: 'search' | 'report') => {
    const value = own.get(key);
    if (value === undefined) return;
    if (value === '1' || value === 'true' || value === '') options[key] = true;
    else if (value === '0' || value === 'false') options[key] = false;
    else drop(key, value, 'unknown-value');
  };
  toggle('search');
  toggle('report');
  const compared = own.get('cl');
  if (compared !== undefined) {
    if (compared.length > longestShared) drop('cl', compared, 'too-long');
    else {
      const layers = readLayers(compared, known, (part, reason) => drop('cl', part, reason));
      if (layers.length > 0) options.compare = layers;
    }
  }
  const story = own.get('story');
  if (story !== undefined) {
    const id = storyIds.find((candidate) => candidate === story);
    if (id) options.story = id;
    else drop('story', story, 'unknown-value');
  }
  const step = own.get('step');
  if (step !== undefined) {
    if (/^\d{1,2}$/.test(step)) options.step = Number(step);
    else drop('step', step, 'malformed');
  }
  return { options, dropped };
}

function readShared(pairs: readonly AddressPair[], known: ReadonlySet<string>, drop: DropPart) {
  const text = joinPairs(pairs);
  if (text.length > longestShared) return drop('hash', text, 'too-long');
  return readState(pairs, known, drop);
}

/** Writes the address of an embed, leading `#` included; `parseEmbedHash` gives the same options back. */
export function formatEmbedHash(options: EmbedOptions): string {
  const { route, title, caption, search, report, compare, story, step, ...shared } = options;
  const pairs = statePairs(shared);
  const add = (key: OwnKey, value: string | undefined) => {
    if (value !== undefined) pairs.push(writtenPair(key, value));
  };
  add('story', story);
  add('step', step === undefined ? undefined : String(step));
  add('cl', compare && layersText(compare));
  add('search', flag(search));
  add('report', flag(report));
  add('title', title);
  add('caption', caption);
  const path = route === 'map' ? '' : route;
  return `#/${path}${pairs.length > 0 ? `?${joinPairs(pairs)}` : ''}`;
}

/** `/story?a=b`, `?a=b` and `a=b` are all understood: people cut addresses up. */
function split(text: string): { path: string; query: string } {
  const question = text.indexOf('?');
  if (question >= 0) return { path: text.slice(0, question), query: text.slice(question + 1) };
  return text.includes('=') ? { path: '', query: text } : { path: text, query: '' };
}

function sort(pairs: readonly AddressPair[], drop: DropPart) {
  const own = new Map<OwnKey, string>();
  const shared: AddressPair[] = [];
  for (const pair of pairs) {
    const { key, raw, value } = pair;
    const name = ownKeys.find((candidate) => candidate === key);
    if (refusedKeys.includes(key)) drop(key, raw, 'unknown-key');
    else if (!name) shared.push(pair);
    else if (own.has(name)) drop(key, raw, 'repeated');
    else if (value === null) drop(key, raw, 'malformed');
    else own.set(name, value);
  }
  return { own, shared };
}

function flag(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? '1' : '0';
}
