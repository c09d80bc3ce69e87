import { storyIds } from '../../catalog/stories.js';
import { formatHash, parseHash, type DroppedPart, type DropReason } from '../../state/url-state.js';
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
  const dropped: DroppedPart[] = [];
  const drop = (key: string, value: string, reason: DropReason) => {
    dropped.push({ key: key.slice(0, 80), value: value.slice(0, 80), reason });
  };
  const text = hash.replace(/^#/, '');
  if (text.length > longestHash) {
    drop('hash', text, 'too-long');
    return { options: { route: 'map' }, dropped };
  }
  const { path, query } = split(text);
  const { own, rest } = sort(query, drop);
  const known = [...layerIds];
  const shared = parseHash(`#/?${rest.join('&')}`, known);
  dropped.push(...shared.dropped);

  const options: EmbedOptions = { route: 'map' };
  const name = path.replaceAll('/', '') || 'map';
  const route = embedRoutes.find((candidate) => candidate === name);
  if (route) options.route = route;
  else drop('route', name, 'unknown-value');
  for (const key of sharedKeys) {
    const value = shared.state[key];
    if (value !== undefined) Object.assign(options, { [key]: value });
  }

  const words = (key: 'title' | 'caption', longest: number) => {
    const value = own.get(key)?.trim();
    if (value === undefined || value === '') return;
    if (value.length > longest) drop(key, value, 'too-long');
    options[key] = whole(value.slice(0, longest));
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
  const other = own.get('cl');
  if (other !== undefined) {
    const { state, dropped: lost } = parseHash(`#/?l=${encodeURIComponent(whole(other))}`, known);
    for (const part of lost) drop('cl', part.value, part.reason);
    if (state.layers && state.layers.length > 0) options.compare = state.layers;
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

/** Writes the address of an embed, leading `#` included; `parseEmbedHash` gives the same options back. */
export function formatEmbedHash(options: EmbedOptions): string {
  const { route, title, caption, search, report, compare, story, step, ...shared } = options;
  const pairs: string[] = [];
  const add = (key: OwnKey, value: string | undefined) => {
    if (value !== undefined) pairs.push(`${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`);
  };
  const query = formatHash({ route: 'map', ...shared }).split('?')[1];
  if (query !== undefined) pairs.push(query);
  add('story', story);
  add('step', step === undefined ? undefined : String(step));
  if (compare) pairs.push(`c${formatHash({ route: 'map', layers: compare }).split('?')[1]}`);
  add('search', flag(search));
  add('report', flag(report));
  add('title', title);
  add('caption', caption);
  const path = route === 'map' ? '' : route;
  return `#/${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

/** `/story?a=b`, `?a=b` and `a=b` are all understood: people cut addresses up. */
function split(text: string): { path: string; query: string } {
  const question = text.indexOf('?');
  if (question >= 0) return { path: text.slice(0, question), query: text.slice(question + 1) };
  return text.includes('=') ? { path: '', query: text } : { path: text, query: '' };
}

function sort(query: string, drop: (key: string, value: string, reason: DropReason) => void) {
  const own = new Map<OwnKey, string>();
  const rest: string[] = [];
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=');
    const key = equals < 0 ? pair : pair.slice(0, equals);
    const raw = equals < 0 ? '' : pair.slice(equals + 1);
    const name = ownKeys.find((candidate) => candidate === key);
    if (refusedKeys.includes(key)) drop(key, raw, 'unknown-key');
    else if (!name) rest.push(pair);
    else if (own.has(name)) drop(key, raw, 'repeated');
    else {
      const value = decode(raw);
      if (value === null) drop(key, raw, 'malformed');
      else own.set(name, value);
    }
  }
  return { own, rest: rest.filter((pair) => pair !== '') };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Half a character (a cut, or what somebody sent) cannot be written into an address. */
function whole(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function flag(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? '1' : '0';
}
