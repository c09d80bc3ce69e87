import type { FeatureReference } from '../catalog/feature-reference.js';
import type { Position } from '../geometry/position.js';
import { nationalRasters } from '../catalog/national.js';
import { isLocale, type Locale } from '../i18n/locale.js';
import { basemaps, type Basemap } from '../style/basemap.js';
import {
  joinPairs,
  noteDropped,
  readPairs,
  writtenPair,
  type AddressPair,
  type DropPart,
  type DroppedPart,
  type DropReason,
} from './address-pairs.js';
import { layersText, readLayers, type LayerChoice } from './layer-choice.js';
import { palettes, type Palette } from './layer-state.svelte.js';
import { routes, type Route } from './route-state.svelte.js';
import { themeChoices, type ThemeChoice } from './theme-state.svelte.js';
import type { View } from './view-state.svelte.js';

/**
 * What the hash of the address says: `#/report?p=130.4017,33.5902&c=130.4,33.59&z=14&l=wards,plan.60&lang=en`.
 * Absent = the page's own default. Positions are [longitude, latitude] with at most 6 decimals,
 * the map's centre has 5, zoom 2, opacity whole percents.
 */
export interface UrlState {
  route: Route;
  /** Layer of the tables page (`layer=`). */
  tableLayer?: string;
  /** Centre and zoom of the map (`c=`, `z=`). */
  view?: View;
  /** The selected point (`p=`). */
  position?: Position;
  /** How far the houses of the block at the selected point lie from it (`a=`), whole metres. */
  positionMeters?: number;
  /** The selected feature (`f=layer/id`). */
  feature?: FeatureReference;
  /** Visible layers and their opacities (`l=`); an empty list means none. */
  layers?: readonly LayerChoice[];
  /** National maps that are chosen and their opacities (`n=inland.70`), shown where the reader allows them. */
  nationals?: readonly LayerChoice[];
  /** `cv=safe` */
  palette?: Palette;
  /** `lang=` */
  locale?: Locale;
  /** `theme=` */
  theme?: ThemeChoice;
  /** `b=` */
  basemap?: Basemap;
  /** Data version the link was made with (`v=`), 12 hex digits. */
  dataVersion?: string;
}

export type { DroppedPart };

export interface ParsedHash {
  state: UrlState;
  dropped: DroppedPart[];
}

/** Addresses longer than this are not read at all: no honest link comes near. */
const longestHash = 4000;
const number = /^-?\d{1,3}(?:\.\d{1,12})?$/;
const featureId = /^[\p{L}\p{M}\p{N}_.:()・ー-]{1,120}$/u;
const version = /^[0-9a-f]{12}$/;

const keys = ['c', 'z', 'p', 'a', 'f', 'l', 'n', 'cv', 'lang', 'theme', 'b', 'layer', 'v'] as const;
type Key = (typeof keys)[number];
type Drop = (value: string, reason: DropReason) => undefined;

/**
 * Reads a hash, never throws: what cannot be used is left out and named.
 * @param hash with or without the leading `#`
 * @param layerIds layers that may be named; others are dropped
 */
export function parseHash(hash: string, layerIds: Iterable<string>): ParsedHash {
  const dropped: DroppedPart[] = [];
  const drop = noteDropped(dropped);
  const text = hash.replace(/^#/, '');
  if (text.length > longestHash) {
    drop('hash', text, 'too-long');
    return { state: { route: 'map' }, dropped };
  }
  const question = text.indexOf('?');
  const path = question < 0 ? text : text.slice(0, question);
  const route = readRoute(path, drop);
  const pairs = readPairs(question < 0 ? '' : text.slice(question + 1));
  return { state: { route, ...readState(pairs, layerIds, drop) }, dropped };
}

/**
 * Reads everything but the route; never throws.
 * @param layerIds layers that may be named; others are dropped
 */
export function readState(
  pairs: readonly AddressPair[],
  layerIds: Iterable<string>,
  drop: DropPart,
): Omit<UrlState, 'route'> {
  const values = knownValues(pairs, drop);
  const known = new Set(layerIds);
  const take = <Value>(key: Key, read: (value: string, drop: Drop) => Value | undefined) => {
    const value = values.get(key);
    return value === undefined ? undefined : read(value, (part, reason) => drop(key, part, reason));
  };

  const state: Omit<UrlState, 'route'> = {};
  const centre = take('c', readPosition);
  const zoom = take('z', readZoom);
  if (centre && zoom !== undefined) state.view = { centre, zoom };
  else if (centre) drop('c', values.get('c') ?? '', 'incomplete');
  else if (zoom !== undefined) drop('z', values.get('z') ?? '', 'incomplete');

  assign(state, 'position', take('p', readPosition));
  const meters = take('a', readMeters);
  if (meters !== undefined && !state.position) drop('a', String(meters), 'incomplete');
  else assign(state, 'positionMeters', meters);
  assign(
    state,
    'feature',
    take('f', (value, no) => readFeature(value, known, no)),
  );
  assign(
    state,
    'layers',
    take('l', (value, no) => readLayers(value, known, no)),
  );
  assign(
    state,
    'nationals',
    take('n', (value, no) => readNationals(value, no)),
  );
  assign(state, 'palette', take('cv', oneOf(palettes)));
  assign(
    state,
    'locale',
    take('lang', (value, no) => (isLocale(value) ? value : no(value, 'unknown-value'))),
  );
  assign(state, 'theme', take('theme', oneOf(themeChoices)));
  assign(state, 'basemap', take('b', oneOf(basemaps)));
  assign(
    state,
    'tableLayer',
    take('layer', (value, no) => (known.has(value) ? value : no(value, 'unknown-value'))),
  );
  assign(
    state,
    'dataVersion',
    take('v', (value, no) => (version.test(value) ? value : no(value, 'malformed'))),
  );
  return state;
}

/** Writes a hash, leading `#` included. `parseHash` of it gives the same state back. */
export function formatHash(state: UrlState): string {
  const path = state.route === 'map' ? '' : state.route;
  const query = joinPairs(statePairs(state));
  return `#/${path}${query && `?${query}`}`;
}

/** Everything but the route, in the order of an address. */
export function statePairs(state: Omit<UrlState, 'route'>): AddressPair[] {
  const pairs: AddressPair[] = [];
  const add = (key: Key, value: string | undefined) =>
    value !== undefined && pairs.push(writtenPair(key, value));
  add('p', state.position && position(state.position, 6));
  if (state.position) add('a', state.positionMeters?.toFixed(0));
  if (state.feature && featureId.test(state.feature.id))
    add('f', `${state.feature.layer}/${state.feature.id}`);
  add('c', state.view && position(state.view.centre, 5));
  add('z', state.view && decimals(state.view.zoom, 2));
  add('l', state.layers && layersText(state.layers));
  add(
    'n',
    state.nationals && layersText(state.nationals.map((each) => ({ ...each, id: shortNational(each.id) }))),
  );
  add('cv', state.palette);
  add('lang', state.locale);
  add('theme', state.theme);
  add('b', state.basemap);
  add('layer', state.tableLayer);
  add('v', state.dataVersion);
  return pairs;
}

/** A Map, not an object: `__proto__=…` in a link is then a key like any other. */
function knownValues(pairs: readonly AddressPair[], drop: DropPart): ReadonlyMap<Key, string> {
  const values = new Map<Key, string>();
  for (const { key, raw, value } of pairs) {
    if (!isKey(key)) drop(key, raw, 'unknown-key');
    else if (value === null) drop(key, raw, 'malformed');
    else if (values.has(key)) drop(key, value, 'repeated');
    else values.set(key, value);
  }
  return values;
}

function readRoute(path: string, drop: DropPart): Route {
  const name = path.replace(/^\//, '').replace(/\/$/, '');
  if (name === '') return 'map';
  const route = routes.find((candidate) => candidate === name);
  if (!route) drop('route', name, 'unknown-value');
  return route ?? 'map';
}

function readPosition(value: string, drop: Drop): Position | undefined {
  const [first, second, ...rest] = value.split(',');
  if (first === undefined || second === undefined || rest.length > 0) return drop(value, 'malformed');
  if (!number.test(first) || !number.test(second)) return drop(value, 'malformed');
  const longitude = Number(first);
  const latitude = Number(second);
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) return drop(value, 'out-of-range');
  return [longitude, latitude];
}

function readZoom(value: string, drop: Drop): number | undefined {
  if (!number.test(value)) return drop(value, 'malformed');
  const zoom = Number(value);
  return zoom >= 0 && zoom <= 24 ? zoom : drop(value, 'out-of-range');
}

/** Farther than this no house is from the point of its block. */
const mostMeters = 5000;

function readMeters(value: string, drop: Drop): number | undefined {
  if (!/^[1-9]\d{0,3}$/.test(value)) return drop(value, 'malformed');
  return Number(value) <= mostMeters ? Number(value) : drop(value, 'out-of-range');
}

function readFeature(value: string, known: ReadonlySet<string>, drop: Drop): FeatureReference | undefined {
  const slash = value.indexOf('/');
  const layer = value.slice(0, Math.max(slash, 0));
  const id = value.slice(slash + 1);
  if (slash < 0 || !featureId.test(id)) return drop(value, 'malformed');
  return known.has(layer) ? { layer, id } : drop(value, 'unknown-value');
}

/** Their ids all begin alike; an address has no use for that. */
const shortNational = (id: string) => id.replace(/^national-/, '');
const nationalIds = new Set(nationalRasters.map(({ id }) => shortNational(id)));

function readNationals(value: string, drop: Drop): LayerChoice[] {
  return readLayers(value, nationalIds, drop).map((each) => ({ ...each, id: `national-${each.id}` }));
}

function oneOf<const Value extends string>(values: readonly Value[]) {
  return (text: string, drop: Drop): Value | undefined =>
    values.find((value) => value === text) ?? drop(text, 'unknown-value');
}

function assign<Name extends keyof UrlState>(
  state: Partial<UrlState>,
  name: Name,
  value: UrlState[Name] | undefined,
) {
  if (value !== undefined) state[name] = value;
}

function isKey(text: string): text is Key {
  return (keys as readonly string[]).includes(text);
}

function position([longitude, latitude]: Position, digits: number): string {
  return `${decimals(longitude, digits)},${decimals(latitude, digits)}`;
}

/** Without trailing zeros and without the minus sign of -0. */
function decimals(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)) + 0);
}
