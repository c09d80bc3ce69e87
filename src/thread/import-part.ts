import { patientFetch } from './patient-fetch.js';
import { SilenceClock, Stalled, silenceMilliseconds } from './silence.js';

/** Addresses that have come whole, or are on their way. */
const arrivals = new Map<string, Promise<void>>();

/**
 * Resolves when the file at this address is in the browser's cache; rejects when it does not come, with
 * {@link Stalled} where nothing came for too long. Asked again, it tries again.
 */
export function arrive(address: string, fetchFile: typeof fetch = patientFetch()): Promise<void> {
  const known = arrivals.get(address);
  if (known) return known;
  const coming = (async () => {
    const response = await fetchFile(address);
    if (!response.ok) throw new Error(`${address}: http-${response.status}`);
    await response.arrayBuffer();
  })();
  arrivals.set(address, coming);
  coming.catch(() => arrivals.delete(address));
  return coming;
}

/**
 * Every `import()` of the built page, its threads and the element goes through here (build/patient-imports.ts puts the
 * call around it). A browser cannot break off an import, nor ask again for one that hangs or failed: it keeps the
 * address for as long as the page lives. So the part's files are fetched first, patiently, and imported only when they
 * are in the browser's cache; a part that did not come can then be asked for again.
 * @param files of the part, relative to `base`: scripts and style sheets that are not there yet
 */
export async function importPart<Part>(
  load: () => Promise<Part>,
  files: readonly string[] = [],
  base = '',
  fetchFile?: typeof fetch,
): Promise<Part> {
  const begun = performance.now();
  await Promise.all(files.map((file) => arrive(new URL(file, base).href, fetchFile)));
  const loading = load();
  if (files.length === 0) return loading;
  // A server that forbids keeping makes the browser ask a second time, as slowly as the first.
  const milliseconds = silenceMilliseconds() + 3 * (performance.now() - begun);
  return new Promise<Part>((resolve, reject) => {
    const clock = new SilenceClock(() => reject(new Stalled(files.join(' '))), milliseconds);
    clock.restart();
    loading.then(resolve, reject).finally(() => clock.stop());
  });
}
