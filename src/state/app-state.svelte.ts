import type { LayerEntry } from '../catalog/layer-entry.js';
import { BasemapState } from './basemap-state.svelte.js';
import { ImportedState } from './imported-state.svelte.js';
import { GroundState } from './ground-state.svelte.js';
import { LayerState } from './layer-state.svelte.js';
import { LoadState } from './load-state.svelte.js';
import { LocaleState } from './locale-state.svelte.js';
import { NationalLayers } from './national-layers.svelte.js';
import { OfflineState } from './offline-state.svelte.js';
import { NetworkStatus } from './network-status.svelte.js';
import { ReportState } from './report-state.svelte.js';
import { RouteState } from './route-state.svelte.js';
import { SelectionState } from './selection-state.svelte.js';
import { stateContext } from './state-context.js';
import { ThemeState } from './theme-state.svelte.js';
import type { DroppedPart } from './url-state.js';
import { ViewState, type View } from './view-state.svelte.js';

/**
 * All rune classes of one page in one bundle: provided by the root component, used anywhere below it.
 * `syncUrl` (url-sync.svelte.ts) ties it to the address bar.
 */
export class AppState {
  readonly layers: LayerState;
  readonly view: ViewState;
  readonly selection = new SelectionState();
  readonly report = new ReportState();
  readonly locale = new LocaleState();
  readonly theme = new ThemeState();
  readonly basemap = new BasemapState();
  readonly load = new LoadState();
  readonly ground = new GroundState();
  readonly networkStatus = new NetworkStatus();
  readonly national = new NationalLayers();
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
