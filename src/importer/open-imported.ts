import type { ImportedState } from '../state/imported-state.svelte.js';
import { listenToOtherTabs } from '../state/other-tabs.js';
import type { DataClient } from '../thread/client.js';
import { startImportClient } from './import-client.js';
import { ImportStore } from './import-store.js';
import { ImportedLayers } from './imported-layers.js';

/**
 * Imported layers of this page, kept by this browser and followed as long as the page lives.
 * @param onchange another tab has imported a layer or taken one away, and answers here may be others now
 */
export function openImported(
  state: ImportedState,
  client: DataClient,
  tilesUrl: string,
  onchange: () => void,
): ImportedLayers {
  const store = new ImportStore();
  const look = () =>
    void imported.sync().then(
      (isChanged) => {
        if (isChanged) onchange();
      },
      // The data thread is gone: the page says that by itself.
      () => undefined,
    );
  const tabs = listenToOtherTabs('mizumichi-import', look);
  store.onlate = look;
  const imported = new ImportedLayers({
    ...{ state, client, store, tilesUrl },
    startImport: startImportClient,
    tell: tabs.tell,
  });
  return imported;
}
