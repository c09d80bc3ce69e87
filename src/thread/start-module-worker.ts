/** What is used of a worker. */
export interface ModuleWorker extends EventTarget {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  terminate(): void;
  addEventListener: Worker['addEventListener'];
  removeEventListener: Worker['removeEventListener'];
}

/**
 * Starts a module worker, also from a page of another origin: there the browser refuses the address
 * itself, so a blob of one line imports it (the page's policy must allow `worker-src blob:`).
 * @param address what `import … from './thread.ts?worker&url'` gave
 */
export function startModuleWorker(address: string): ModuleWorker {
  const url = new URL(address, import.meta.url);
  if (url.origin === location.origin) return new Worker(url, { type: 'module' });
  const local = URL.createObjectURL(
    new Blob([`import ${JSON.stringify(url.href)};`], { type: 'text/javascript' }),
  );
  try {
    return new Worker(local, { type: 'module' });
  } finally {
    URL.revokeObjectURL(local);
  }
}

/** Where a library is to start a worker of its own from. The element starts it from a checked copy. */
export function workerAddress(address: string): string {
  return address;
}
