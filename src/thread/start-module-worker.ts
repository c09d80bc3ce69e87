/**
 * Starts a module worker, also from a page of another origin: there the browser refuses the address
 * itself, so a blob of one line imports it (the page's policy must allow `worker-src blob:`).
 * @param address what `import … from './thread.ts?worker&url'` gave
 */
export function startModuleWorker(address: string): Worker {
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
