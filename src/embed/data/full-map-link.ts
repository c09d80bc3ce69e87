import type { AppState } from '../../state/app-state.svelte.js';
import { formatHash, type UrlState } from '../../state/url-state.js';

/**
 * The address of the full map showing what the embed shows now, with the version of the data it was read from.
 * @param mapUrl the full map's page, without a hash
 */
export function fullMapLink(mapUrl: string, app: AppState, page: Partial<UrlState> = {}): string {
  const { view, selection, layers, locale, theme, load } = app;
  const state: UrlState = {
    route: 'map',
    view: { centre: view.centre, zoom: view.zoom },
    layers: layers.choices(),
    locale: locale.locale,
  };
  if (layers.palette !== 'official') state.palette = layers.palette;
  if (theme.choice !== 'system') state.theme = theme.choice;
  if (selection.position) state.position = selection.position;
  if (selection.feature) state.feature = selection.feature;
  if (load.dataVersion !== null) state.dataVersion = load.dataVersion;
  return mapUrl + formatHash({ ...state, ...page });
}
