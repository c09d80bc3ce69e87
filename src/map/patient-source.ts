import { EtagMismatch, type RangeResponse, type Source } from 'pmtiles';
import { patientFetch } from '../thread/patient-fetch.js';

/**
 * A PMTiles archive over HTTP whose ranges are given up when nothing comes any more; the library's own source waits for
 * ever. Like it, an archive exchanged on the server is noticed by its tag and read anew past the caches.
 */
export class PatientSource implements Source {
  readonly #url: string;
  readonly #fetchFile: typeof fetch;
  #exchanged = false;

  constructor(url: string, fetchFile: typeof fetch = patientFetch()) {
    this.#url = url;
    this.#fetchFile = fetchFile;
  }

  getKey(): string {
    return this.#url;
  }

  async getBytes(
    offset: number,
    length: number,
    signal?: AbortSignal,
    etag?: string,
  ): Promise<RangeResponse> {
    let response = await this.#range(offset, length, signal);
    // An archive smaller than the first question: some servers then tell only how large it is.
    const size = /^bytes \*\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
    if (response.status === 416 && offset === 0 && size !== undefined)
      response = await this.#range(0, Number(size), signal);
    const tag = response.headers.get('etag');
    const newEtag = tag === null || tag.startsWith('W/') ? undefined : tag;
    if (response.status === 416 || (etag && newEtag && newEtag !== etag)) {
      this.#exchanged = true;
      throw new EtagMismatch(`${this.#url} was exchanged on the server`);
    }
    if (response.status >= 300) throw new Error(`${this.#url}: http-${response.status}`);
    const data = await response.arrayBuffer();
    const whole = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
    if (offset === 0 && whole !== undefined && isCutOff(data, Number(whole)))
      throw new Error(`${this.#url} is cut off`);
    // A server without ranges sends everything: that is no answer to this question.
    if (response.status === 200 && data.byteLength > length)
      throw new Error(`${this.#url}: the server knows no ranges`);
    return { data, ...(newEtag !== undefined && { etag: newEtag }) };
  }

  #range(offset: number, length: number, signal?: AbortSignal): Promise<Response> {
    return this.#fetchFile(this.#url, {
      headers: { range: `bytes=${offset}-${offset + length - 1}` },
      // Chrome under Windows mixes up ranges in its cache.
      cache: this.#exchanged ? 'reload' : mixesRanges() ? 'no-store' : 'default',
      ...(signal && { signal }),
    });
  }
}

/** True where an archive's header counts more bytes than the file has. */
function isCutOff(start: ArrayBuffer, size: number): boolean {
  if (start.byteLength < 72) return false;
  const header = new DataView(start);
  const isArchive = header.getUint32(0) === 0x504d_5469 && header.getUint8(7) === 3;
  return isArchive && size < Number(header.getBigUint64(56, true) + header.getBigUint64(64, true));
}

function mixesRanges(): boolean {
  const agent = globalThis.navigator?.userAgent ?? '';
  return agent.includes('Windows') && /Chrome|Chromium|Edg|OPR|Brave/.test(agent);
}
