import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tileAnswers } from '../../src/map/archive-tiles.js';
import { patientTile, patientTiles } from '../../src/map/patient-tiles.js';
import { httpRanges } from '../../src/thread/network-ranges.js';
import { fetchNationalJson, NationalReader } from '../../src/thread/national-reader.js';
import { patientFetch } from '../../src/thread/patient-fetch.js';
import { isStalled } from '../../src/thread/silence.js';
import { nationalRasters } from '../../src/catalog/national.js';
import { basemaps, rasterTiles } from '../../src/style/basemap.js';

/** A body that ends when its request is given up, and never by itself. */
function unfinished(bytes: number, signal: AbortSignal | null | undefined): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      if (bytes > 0) controller.enqueue(new Uint8Array(bytes));
      signal?.addEventListener('abort', () => controller.error(signal.reason));
    },
  });
}
/** Ways to be silent. */
const silences = {
  'nothing at all': null,
  'its headers': 0,
  'half of it': 100,
};
const asked: string[] = [];
function serve(bytes: number | null): void {
  vi.stubGlobal('fetch', (address: string | Request, init?: RequestInit) => {
    asked.push(String(address));
    const { signal } = init ?? {};
    if (bytes !== null) return Promise.resolve(new Response(unfinished(bytes, signal), { status: 206 }));
    return new Promise((_, reject) =>
      signal?.addEventListener('abort', () => reject(signal.reason as Error)),
    );
  });
}

describe.each(Object.entries(silences))('of what is asked comes %s, and then', (_what, bytes) => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    asked.length = 0;
    serve(bytes);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  /** What a promise came to when so many seconds had passed, and whether it was still open before. */
  async function after<Value>(seconds: number, promise: Promise<Value>): Promise<Value | Error> {
    let over = false;
    const outcome = promise
      .catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))))
      .finally(() => (over = true));
    await vi.advanceTimersByTimeAsync((seconds - 2) * 1000);
    expect(over).toBe(false);
    await vi.advanceTimersByTimeAsync(3000);
    return outcome;
  }

  it('a tile of a network is given up, and asked for again the next time', async () => {
    const request = {
      url: `pmtiles://https://map.test/${bytes}.pmtiles/0/0/0`,
      type: 'arrayBuffer' as const,
    };
    const ask = () => after(20, tileAnswers.tile(request, new AbortController()));
    expect(isStalled(await ask())).toBe(true);
    expect(isStalled(await ask())).toBe(true);
    expect(asked).toHaveLength(2);
  });

  it('packed lines are given up by name', async () => {
    expect(await after(20, httpRanges('https://map.test/network.lines')(0, 200))).toEqual({
      ok: false,
      reason: 'stalled',
    });
  });

  it.each(basemaps.flatMap((id) => rasterTiles[id]?.tiles ?? []))(
    'a tile of an online map is given up: %s',
    async (address) => {
      const { url, cache } = patientTiles(address, 'Tile' as never) as { url: string; cache?: RequestCache };
      const asking = patientTile(
        { url, type: 'arrayBuffer', ...(cache && { cache }) },
        new AbortController(),
      );
      expect(isStalled(await after(20, asking))).toBe(true);
      expect(asked).toEqual([address]);
    },
  );

  it.each(nationalRasters.map(({ id }) => id))('a point is unreachable, never dry: %s', async (id) => {
    const reading = new NationalReader().hazard(1, id, [130.4017, 33.5902]);
    expect(await after(8, reading)).toMatchObject({ kind: 'unreachable' });
  });

  it('an address search ends', async () => {
    expect(await after(8, fetchNationalJson('https://msearch.gsi.go.jp/'))).toBeInstanceOf(Error);
  });

  it('and what was given up before is no silence', async () => {
    const own = new AbortController();
    own.abort(new Error('another place'));
    await expect(patientFetch()('https://map.test/a', { signal: own.signal })).rejects.toThrow('another');
  });
});
