import type { OfflineState } from '../state/offline-state.svelte.js';

/**
 * Stores the page for use without a network and tells what became of it. A new version waits until the reader
 * takes it; only the window that asked reloads by itself, and its address keeps place and view.
 * @param script address of the service worker
 */
export async function registerServiceWorker(
  state: OfflineState,
  script: string,
  { container, reload }: { container: ServiceWorkerContainer; reload: () => void },
): Promise<void> {
  let controlled = container.controller !== null;
  let asked = false;
  container.addEventListener('controllerchange', () => {
    if (asked) reload();
    else if (controlled) state.announce('taken', reload);
    controlled = true;
  });
  const registration = await container.register(script);
  const offer = (waiting: ServiceWorker) =>
    state.announce('waiting', () => {
      asked = true;
      // The message Workbox's worker understands.
      waiting.postMessage({ type: 'SKIP_WAITING' });
    });
  const watch = (worker: ServiceWorker | null) => {
    const replacesOne = controlled;
    worker?.addEventListener('statechange', () => {
      if (replacesOne && worker.state === 'installed') offer(worker);
      else if (!replacesOne && worker.state === 'activated') state.markReady();
    });
  };
  if (controlled && registration.waiting) offer(registration.waiting);
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
  // Back on the network after the storm: there may be newer data.
  window.addEventListener('online', () => void registration.update().catch(() => undefined));
}
