import { threadName } from './silence.js';

/** Where a thread's script lies. @param address what `import … from './thread.ts?worker&url'` gave */
export function workerUrl(address: string): URL {
  return new URL(address, import.meta.url);
}

/**
 * Starts a module worker, also from a page of another origin: there the browser refuses the address
 * itself, so a blob of one line imports it (the page's policy must allow `worker-src blob:`).
 * @param address what `import … from './thread.ts?worker&url'` gave
 * @throws where the browser or the page's policy has no threads
 */
export function startModuleWorker(address: string): Worker {
  const url = workerUrl(address);
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
