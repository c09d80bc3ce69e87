import type { ReadFile } from '../service/read-file.js';
import { failureOf, patientFetch } from './patient-fetch.js';

/** Reads over HTTP from a base address. Reasons: `http-404` and the like, `unreachable`, `stalled`, `not-json`. */
export function httpReader(baseUrl: string, fetchFile: typeof fetch = patientFetch()): ReadFile {
  const base = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
  return async (name, fresh = false, version) => {
    try {
      // The manifest must be today's; what it names is told apart by its hash.
      const cache = fresh ? 'reload' : name === 'manifest.json' ? 'no-cache' : 'default';
      // Our own service worker answers a known address from its store, whatever is asked of caches; it knows no such one.
      const question = fresh ? '?again' : version === undefined ? '' : `?${version}`;
      const response = await fetchFile(base + name + question, { cache });
      if (!response.ok) return { ok: false, reason: `http-${response.status}` };
      // A server that answers every address with its start page does so with 200.
      if (response.headers.get('content-type')?.includes('text/html'))
        return { ok: false, reason: 'not-json' };
      return { ok: true, bytes: new Uint8Array(await response.arrayBuffer()) };
    } catch (error) {
      return { ok: false, reason: failureOf(error) };
    }
  };
}
