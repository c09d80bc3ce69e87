import type { Manifest } from '../catalog/manifest.js';
import type { AppState } from '../state/app-state.svelte.js';
import { stateContext } from '../state/state-context.js';
import type { BatchAnswer, BatchInput } from '../service/batch.js';
import type { SearchResult } from '../search/candidate.js';
import type { WorkbenchState } from './workbench-state.svelte.js';
import type { MapHost } from '../state/map-host.js';
import type { WorkbenchTranslation } from './workbench-translation.svelte.js';

/** What the page's data client answers; the page hands over its own functions. */
export interface WorkbenchServices {
  batch(rows: readonly BatchInput[]): Promise<BatchAnswer[]>;
  search(query: string, limit?: number): Promise<SearchResult | null>;
  /** Where a layer's checked file lies in memory; null when it could not be read. */
  layerAddress(layer: string): Promise<string | null>;
  /** What was built; rejects when nothing could be loaded. */
  manifest(): Promise<Manifest>;
}

export interface WorkbenchContext {
  readonly app: AppState;
  readonly workbench: WorkbenchState;
  readonly translation: WorkbenchTranslation;
  readonly services: WorkbenchServices;
  /** The map, when there is one; it may come later than the workbench. */
  readonly host: MapHost | null;
  /** Says something to a screen reader (and in the status line). */
  announce(text: string): void;
}

export const workbenchContext = stateContext<WorkbenchContext>('Workbench');
