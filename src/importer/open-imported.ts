import type { ImportedState } from '../state/imported-state.svelte.js';
import type { DataClient } from '../thread/client.js';
import { startImportClient } from './import-client.js';
import { ImportStore } from './import-store.js';
import { ImportedLayers } from './imported-layers.js';

/** Imported layers of this page, kept by this browser. */
export function openImported(state: ImportedState, client: DataClient, tilesUrl: string): ImportedLayers {
  return new ImportedLayers({
    state,
    client,
    store: new ImportStore(),
    startImport: startImportClient,
    tilesUrl,
  });
}
