import { NetworkReader } from '../service/network-reader.js';
import type { ReadRange } from '../service/packed-file.js';
import { failureOf, patientFetch } from './patient-fetch.js';

/** Reads over HTTP. Reasons: `http-404` and the like, `unreachable`, `stalled`, `not-a-file`. */
export function httpRanges(url: string, fetchFile: typeof fetch = patientFetch()): ReadRange {
  return async (first, length) => {
    try {
      const headers = { range: `bytes=${first}-${first + length - 1}` };
      const response = await fetchFile(url, { headers });
      if (!response.ok) return { ok: false, reason: `http-${response.status}` };
      // A server that answers every address with its start page does so with 200.
      if (response.headers.get('content-type')?.includes('text/html'))
        return { ok: false, reason: 'not-a-file' };
      const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
      return {
        ok: true,
        bytes: new Uint8Array(await response.arrayBuffer()),
        whole: response.status === 200,
        totalBytes: total === undefined ? null : Number(total),
        tag: response.headers.get('etag'),
      };
    } catch (error) {
      return { ok: false, reason: failureOf(error) };
    }
  };
}

/** Exact answers from a network's packed lines on the server; only the ranges a question touches are fetched. */
export function networkOverHttp(): NetworkReader {
  return new NetworkReader(httpRanges);
}
