import { runOnPage } from './start-module-worker.js';
import type { StartedWorker } from './supervised-worker.js';

/** What the data thread's script leaves for the page where it runs in one. */
const serve = Symbol.for('mizumichi.serve-data');
type Serve = (port: MessagePort) => void;

/** Call it in the thread's script, when there is a page around. */
export function serveOnPage(expose: Serve): void {
  Object.assign(globalThis, { [serve]: expose });
}

/**
 * The thread's own script, run by the page itself: where there are no threads. Drawing waits while it works, and every
 * answer is the same. The very file of the thread is taken, so that nobody stores it twice.
 * @param address what `import … from './thread.ts?worker&url'` gave
 */
export function startBesidePage(address: string): StartedWorker {
  const { port1, port2 } = new MessageChannel();
  const begin = async () => {
    await runOnPage(address);
    (globalThis as unknown as Record<symbol, Serve>)[serve]?.(port2);
  };
  begin().catch((error: unknown) =>
    port1.dispatchEvent(Object.assign(new Event('error'), { message: String(error) })),
  );
  return { endpoint: port1, end: () => port1.close() };
}
