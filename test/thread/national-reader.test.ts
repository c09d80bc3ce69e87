import { afterEach, describe, expect, it, vi } from 'vitest';
import { nationalRasters } from '../../src/catalog/national.js';
import { fetchNationalJson, NationalReader } from '../../src/thread/national-reader.js';

const id = nationalRasters[0]!.id;
const place = [130.4017, 33.5902] as const;

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A network that answers nothing until it is cut off. */
function silentNetwork(): { url: string; init: RequestInit }[] {
  const asked: { url: string; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    asked.push({ url, init });
    return new Promise((_, reject) => {
      const stop = () => reject(new DOMException('cut off', 'AbortError'));
      if (init.signal?.aborted) stop();
      else init.signal?.addEventListener('abort', stop);
    });
  });
  return asked;
}

describe('NationalReader', () => {
  it('stores nothing and says nothing of itself', async () => {
    const asked = silentNetwork();
    const reader = new NationalReader();
    const answer = reader.hazard(1, id, place);
    reader.stop(2);
    await answer;
    expect(asked[0]?.init).toMatchObject({
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
  });

  it('cuts off the questions of older turns, and leaves those of its own', async () => {
    const asked = silentNetwork();
    const reader = new NationalReader();
    const old = reader.hazard(1, id, place);
    const sibling = reader.elevation(1, place);
    expect(asked.map(({ init }) => init.signal?.aborted)).toEqual([false, false]);
    void reader.hazard(2, id, place);
    expect(await old).toMatchObject({ kind: 'unreachable', reason: 'AbortError' });
    expect(await sibling).toEqual({ kind: 'unreachable' });
    expect(asked.find(({ init }) => !init.signal?.aborted)).toBeDefined();
    // A question that comes late, for a point nobody looks at, never reaches the network alive.
    expect(await reader.hazard(1, id, place)).toMatchObject({ kind: 'unreachable' });
  });

  it('tells no such tile from no answer', async () => {
    const reader = new NationalReader();
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
    expect(await reader.hazard(1, id, place)).toMatchObject({ kind: 'no-data' });
    expect(await reader.elevation(1, place)).toEqual({ kind: 'no-data' });
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 503 })));
    expect(await reader.hazard(1, id, place)).toMatchObject({ kind: 'unreachable', reason: 'HTTP 503' });
    expect(await reader.elevation(1, place)).toEqual({ kind: 'unreachable' });
  });

  it('refuses a map that is none', () => {
    expect(() => new NationalReader().hazard(1, 'wards', place)).toThrow('no national layer');
  });
});

describe('the address search', () => {
  it('rejects what is no answer', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 500 })));
    await expect(fetchNationalJson('https://example.test')).rejects.toThrow('HTTP 500');
  });
});
