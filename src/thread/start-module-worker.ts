import { arrive } from './import-part.js';
import { threadName } from './silence.js';

/** What is used of a worker. */
export interface ModuleWorker extends EventTarget {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  terminate(): void;
  addEventListener: Worker['addEventListener'];
  removeEventListener: Worker['removeEventListener'];
}

// The element has all of this from src/embed/element/start-checked-worker.ts: there no script runs unchecked.

/**
 * Starts a module worker, also from a page of another origin: there the browser refuses the address
 * itself, so a blob of one line imports it (the page's policy must allow `worker-src blob:`).
 * @param address what `import … from './thread.ts?worker&url'` gave
 * @throws where the browser or the page's policy has no threads
 */
export function startModuleWorker(address: string): ModuleWorker {
  const url = new URL(address, import.meta.url);
  const options = { type: 'module', name: threadName() } as const;
  if (url.origin === location.origin) return new Worker(url, options);
  const local = URL.createObjectURL(
    new Blob([`import ${JSON.stringify(url.href)};`], { type: 'text/javascript' }),
  );
  try {
    return new Worker(local, options);
  } finally {
    URL.revokeObjectURL(local);
  }
}

/** Resolves when the script of a worker can be had, rejects when it does not come. */
export async function workerArrives(address: string): Promise<void> {
  await arrive(workerAddress(address));
}

/**
 * A thread whose script hangs tells nobody: this one is started when its script is there. Rejects when the script does
 * not come, or where there are no threads.
 */
export async function startArrivedWorker(address: string): Promise<ModuleWorker> {
  await workerArrives(address);
  return startModuleWorker(address);
}

/** Runs the script of a worker in the page itself. */
export async function runOnPage(address: string): Promise<void> {
  await workerArrives(address);
  await import(/* @vite-ignore */ workerAddress(address));
}

/** Where a library is to start a worker of its own from. */
export function workerAddress(address: string): string {
  return new URL(address, import.meta.url).href;
}
