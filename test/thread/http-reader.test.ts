import { describe, expect, it } from 'vitest';
import type { ReadFile } from '../../src/service/read-file.js';
import { httpReader } from '../../src/thread/http-reader.js';

describe('httpReader', () => {
  const answering = (response: () => Response | Promise<Response>): ReadFile =>
    httpReader('https://example.test/tiles', async () => response());

  it('reads bytes', async () => {
    const read = await answering(
      () => new Response('{}', { headers: { 'content-type': 'application/json' } }),
    )('a');
    expect(read).toMatchObject({ ok: true });
    if (read.ok) expect(new TextDecoder().decode(read.bytes)).toBe('{}');
  });

  it('names what went wrong', async () => {
    expect(await answering(() => new Response('', { status: 503 }))('a')).toEqual({
      ok: false,
      reason: 'http-503',
    });
    const page = () => new Response('<html>', { headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(await answering(page)('a')).toEqual({ ok: false, reason: 'not-json' });
    const offline = () => Promise.reject(new TypeError('fetch failed'));
    expect(await answering(offline)('a')).toEqual({ ok: false, reason: 'unreachable' });
  });

  it('asks for the manifest anew and past every cache when told to', async () => {
    const asked: [unknown, unknown][] = [];
    const spy = (async (url: unknown, init?: RequestInit) => {
      asked.push([url, init?.cache]);
      return new Response('{}');
    }) as typeof fetch;
    const read = httpReader('https://example.test/tiles/', spy);
    await read('manifest.json');
    await read('wards.geojson');
    await read('wards.geojson', true);
    expect(asked).toEqual([
      ['https://example.test/tiles/manifest.json', 'no-cache'],
      ['https://example.test/tiles/wards.geojson', 'default'],
      ['https://example.test/tiles/wards.geojson?again', 'reload'],
    ]);
  });
});
