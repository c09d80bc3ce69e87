import type { RangeResponse, Source } from 'pmtiles';
import { keptArchive } from '../thread/kept-archives.js';

/** An archive this device may keep whole: read from there where it is, else by ranges from the server. */
export class KeptOrServed implements Source {
  readonly #url: string;
  readonly #served: Source;

  constructor(url: string, served: Source) {
    this.#url = url;
    this.#served = served;
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
    const kept = await keptArchive(this.#url);
    if (kept === null) return this.#served.getBytes(offset, length, signal, etag);
    return { data: await kept.slice(offset, offset + length).arrayBuffer() };
  }
}
