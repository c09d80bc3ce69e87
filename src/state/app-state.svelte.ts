/**
 * CONTRACT AppState: all rune classes of one page in one bundle.
 *   const app = new AppState({ catalogue, opening: { centre, zoom } })     // F6 makes it
 *   appState.provide(app)   in the root component;   appState.use()   anywhere below (throws when absent)
 *   app.layers app.view app.selection app.report app.locale app.theme app.basemap app.load app.online app.route
 *   app.national app.offline app.imported
 * Address bar: `const stop = syncUrl(app, window)` from ./url-sync.svelte.js, once, in the browser.
 * `shareHash(app)` from the same file gives the permanent `#/…?…&v=dataVersion` for links and embeds.
 *
 * CONTRACT MapView (src/map/MapView.svelte, default export; load it with `import()`):
 *   <MapView {app} tilesUrl="./tiles" frame={city.frame} labels={…MapLabels} padding={{ top, right, bottom, left }}
 *            report={app.report.report}
 *            onpick={(position, source, feature) => …} onready={() => …} onfail={(reason) => …} />
 *   - fills its parent (position: absolute; inset: 0), so the parent needs a size and `position: relative`
 *   - onpick's source is 'map' | 'keyboard'; feature is the topmost clickable { layer, id } under the point or null.
 *     The app then calls app.selection.select(position, source, feature); the map itself never writes the selection.
 *   - padding = pixels covered by panels; the map keeps the selected point out of them
 *   - onfail(reason): 'no-webgl' | 'context-lost'; failures of single data files go to app.load.fail(layerId, reason)
 *   - MapLabels is exported from src/map/map-labels.ts: all strings the map shows or speaks
 */
import type { LayerEntry } from '../catalog/layer-entry.js';
import { BasemapState } from './basemap-state.svelte.js';
import { ImportedState } from './imported-state.svelte.js';
import { LayerState } from './layer-state.svelte.js';
import { LoadState } from './load-state.svelte.js';
import { LocaleState } from './locale-state.svelte.js';
import { NationalState } from './national-state.svelte.js';
import { OfflineState } from './offline-state.svelte.js';
import { OnlineState } from './online-state.svelte.js';
import { ReportState } from './report-state.svelte.js';
import { RouteState } from './route-state.svelte.js';
import { SelectionState } from './selection-state.svelte.js';
import { stateContext } from './state-context.js';
import { ThemeState } from './theme-state.svelte.js';
import type { DroppedPart } from './url-state.js';
import { ViewState, type View } from './view-state.svelte.js';

export class AppState {
  readonly layers: LayerState;
  readonly view: ViewState;
  readonly selection = new SelectionState();
  readonly report = new ReportState();
  readonly locale = new LocaleState();
  readonly theme = new ThemeState();
  readonly basemap = new BasemapState();
  readonly load = new LoadState();
  readonly online = new OnlineState();
  readonly national = new NationalState();
  readonly offline = new OfflineState();
  readonly imported = new ImportedState();
  readonly route = new RouteState();
  /** Parts of the opened link that could not be used, named for the reader. */
  linkProblems = $state.raw<readonly DroppedPart[]>([]);

  constructor(options: { catalogue: readonly LayerEntry[]; opening: View }) {
    this.layers = new LayerState(
      options.catalogue,
      (id) => this.load.official.has(id) || this.imported.of(id) !== null,
    );
    this.view = new ViewState(options.opening);
  }
}

export const appState = stateContext<AppState>('AppState');
