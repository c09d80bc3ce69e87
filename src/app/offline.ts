import type { OfflineState } from '../state/offline-state.svelte.js';

/**
 * Stores the page for use without a network and tells what became of it. A new version waits until the reader
 * takes it; only the window that asked reloads by itself, and its address keeps place and view.
 * @param script address of the service worker
 */
export async function keepOffline(
  state: OfflineState,
  script: string,
  { container, reload }: { container: ServiceWorkerContainer; reload: () => void },
): Promise<void> {
  const first = container.controller === null;
  let asked = false;
  container.addEventListener('controllerchange', () => {
    if (asked) reload();
    else if (!first) state.announce('taken', reload);
  });
  const registration = await container.register(script);
  const offer = (waiting: ServiceWorker) =>
    state.announce('waiting', () => {
      asked = true;
      // The message Workbox's worker understands.
      waiting.postMessage({ type: 'SKIP_WAITING' });
    });
  if (registration.waiting && !first) offer(registration.waiting);
  const watch = (worker: ServiceWorker | null) =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && container.controller) offer(worker);
      else if (worker.state === 'activated' && first) state.becameReady();
    });
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
  // Back on the network after the storm: there may be newer data.
  window.addEventListener('online', () => void registration.update().catch(() => undefined));
}
