import type { AppState } from './app-state.svelte.js';
import { UrlHistory, type HistoryWindow } from './url-history.js';
import { formatHash, parseHash, type UrlState } from './url-state.js';

export interface SyncWindow extends HistoryWindow {
  addEventListener(type: 'popstate' | 'pagehide', listener: () => void): void;
  removeEventListener(type: 'popstate' | 'pagehide', listener: () => void): void;
}

/** What an absent key of the hash stands for. */
interface Defaults {
  locale: AppState['locale']['locale'];
  theme: AppState['theme']['choice'];
}

/**
 * Reads the hash of the address into the state at once, then keeps both in step. Call it after the defaults are set
 * (locale, theme) and before the first render; `app.linkProblems` then says what could not be used.
 * @returns stops it
 */
export function syncUrl(app: AppState, window: SyncWindow): () => void {
  const defaults: Defaults = { locale: app.locale.locale, theme: app.theme.choice };
  const history = new UrlHistory(window);
  const read = () => {
    history.discard();
    applyHash(app, window.location.hash, defaults);
  };
  read();
  let entry = entryKey(app);
  const stop = $effect.root(() => {
    $effect(() => {
      const hash = formatHash(shortState(app, defaults));
      const next = entryKey(app);
      if (hash === history.current) return;
      if (next === entry) history.replace(hash);
      else history.push(hash);
      entry = next;
    });
  });
  const back = () => {
    read();
    entry = entryKey(app);
  };
  const leave = () => history.flush();
  window.addEventListener('popstate', back);
  window.addEventListener('pagehide', leave);
  return () => {
    stop();
    history.flush();
    window.removeEventListener('popstate', back);
    window.removeEventListener('pagehide', leave);
  };
}

/** The permanent form: no default left out, and the version of the data it was read from. */
export function shareHash(app: AppState): string {
  const state = shortState(app, null);
  const version = app.load.dataVersion;
  return formatHash(version === null ? state : { ...state, dataVersion: version });
}

/** Reads a hash into the state; absent keys mean the defaults, an absent view means "stay". */
export function applyHash(app: AppState, hash: string, defaults: Defaults): void {
  const { state, dropped } = parseHash(hash, app.layers.linkableIds);
  app.linkProblems = dropped;
  app.load.linkedVersion = state.dataVersion ?? null;
  app.locale.locale = state.locale ?? defaults.locale;
  app.theme.choice = state.theme ?? defaults.theme;
  app.basemap.current = state.basemap ?? 'embedded';
  app.layers.palette = state.palette ?? 'official';
  if (state.layers) app.layers.applyChoices(state.layers);
  else app.layers.reset();
  app.national.applyChoices(state.nationals ?? []);
  app.route.go(state.route, { layer: state.tableLayer ?? null });
  if (state.view) {
    app.view.record(state.view);
    app.view.goTo({ ...state.view, animate: false });
  }
  applySelection(app, state);
}

function applySelection(app: AppState, { position, feature, ...state }: UrlState): void {
  const { selection } = app;
  const positionMeters = state.positionMeters ?? null;
  const samePlace = String(selection.position ?? '') === String(position ?? '');
  const sameFeature = selection.feature?.layer === feature?.layer && selection.feature?.id === feature?.id;
  if (samePlace && sameFeature && selection.positionMeters === positionMeters) return;
  if (position) selection.select(position, 'url', feature ?? null, { positionMeters, blockNote: null });
  else if (feature) selection.selectFeature(feature, 'url');
  else selection.clear();
}

function shortState(app: AppState, defaults: Defaults | null): UrlState {
  const { view, selection, layers, national, basemap, route, locale, theme } = app;
  const state: UrlState = { route: route.route };
  if (route.layer !== null) state.tableLayer = route.layer;
  if (selection.position) state.position = selection.position;
  if (selection.position && selection.positionMeters !== null)
    state.positionMeters = selection.positionMeters;
  if (selection.feature) state.feature = selection.feature;
  if (!defaults || view.moved) state.view = { centre: view.centre, zoom: view.zoom };
  if (!defaults || !layers.isDefault) state.layers = layers.choices();
  const nationals = national.choices();
  if (nationals.length > 0) state.nationals = nationals;
  if (layers.palette !== 'official') state.palette = layers.palette;
  if (locale.locale !== defaults?.locale) state.locale = locale.locale;
  if (defaults ? theme.choice !== defaults.theme : theme.choice !== 'system') state.theme = theme.choice;
  if (basemap.current !== 'embedded') state.basemap = basemap.current;
  if (app.load.linkedVersion !== null) state.dataVersion = app.load.linkedVersion;
  return state;
}

/** Two states with the same key share one entry of the history. */
function entryKey(app: AppState): string {
  const { route, selection } = app;
  return JSON.stringify([
    route.route,
    route.layer,
    selection.position,
    selection.positionMeters,
    selection.feature,
  ]);
}
