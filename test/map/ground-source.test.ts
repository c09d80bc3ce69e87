import { describe, expect, it, vi } from 'vitest';
import { KeptOrServed } from '../../src/map/ground-source.js';
import { PatientSource } from '../../src/map/patient-source.js';
import { areKept, dropArchives, keepArchives } from '../../src/thread/kept-archives.js';

const url = 'https://map.example/tiles/basemap.pmtiles?0123456789ab';
const bytes = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);
/** sha-256 of `bytes` */
const sha256 = '66840dda154e8a113c31dd0ad32f7f3a366a80e8136979d8f5a101d3d29d6f72';

/** As much of a browser's stores as is used. */
function fakeCaches() {
  const named = new Map<string, Map<string, Response>>();
  const open = (name: string) => {
    const files = named.get(name) ?? new Map<string, Response>();
    named.set(name, files);
    return Promise.resolve({
      keys: () => Promise.resolve([...files.keys()].map((each) => ({ url: each }))),
      match: (key: string) => Promise.resolve(files.get(key)?.clone()),
      put: (key: string, response: Response) => Promise.resolve(void files.set(key, response)),
      delete: (key: string | { url: string }) =>
        Promise.resolve(files.delete(typeof key === 'string' ? key : key.url)),
    });
  };
  return {
    open,
    match: (key: string, { cacheName }: { cacheName: string }) =>
      Promise.resolve(named.get(cacheName)?.get(key)?.clone()),
    delete: (name: string) => Promise.resolve(named.delete(name)),
  };
}

const serve = (body: Uint8Array<ArrayBuffer>, status = 200) =>
  (() => Promise.resolve(new Response(body, { status }))) as typeof fetch;
const unreachable = { getKey: () => url, getBytes: () => Promise.reject(new Error('asked the server')) };

describe('an archive this device keeps', () => {
  it('is read from the store once it is whole, and from the server before and after', async () => {
    vi.stubGlobal('caches', fakeCaches());
    const archive = { url, bytes: bytes.length, sha256 };
    const source = new KeptOrServed(url, unreachable);
    await expect(source.getBytes(2, 3)).rejects.toThrow('asked the server');
    expect(await keepArchives([archive], serve(bytes))).toBe(true);
    expect(await areKept([archive])).toBe(true);
    expect(new Uint8Array((await source.getBytes(2, 3)).data)).toEqual(bytes.slice(2, 5));
    await dropArchives();
    await expect(source.getBytes(2, 3)).rejects.toThrow('asked the server');
    vi.unstubAllGlobals();
  });

  it('is not kept damaged, missing, or where nothing can be kept; older versions go', async () => {
    const store = fakeCaches();
    vi.stubGlobal('caches', store);
    const old = await store.open('basemap');
    await old.put('https://map.example/tiles/basemap.pmtiles?older', new Response(bytes));
    const archive = { url, bytes: bytes.length, sha256 };
    expect(await keepArchives([archive], serve(bytes.slice(1)))).toBe(false);
    expect(await keepArchives([archive], serve(bytes, 404))).toBe(false);
    expect(await (await store.open('basemap')).keys()).toEqual([]);
    vi.stubGlobal('caches', undefined);
    expect(await keepArchives([archive], serve(bytes))).toBe(false);
    expect(await areKept([archive])).toBe(false);
    vi.unstubAllGlobals();
  });
});

describe('an archive that is cut off', () => {
  const header = new Uint8Array(127);
  header.set(new TextEncoder().encode('PMTiles'));
  header[7] = 3;
  // Tiles of 1000 bytes from byte 127 on.
  new DataView(header.buffer).setBigUint64(56, 127n, true);
  new DataView(header.buffer).setBigUint64(64, 1000n, true);
  const answer = (size: number) =>
    (() =>
      Promise.resolve(
        new Response(header, { status: 206, headers: { 'content-range': `bytes 0-126/${size}` } }),
      )) as typeof fetch;

  it('is found out by its own header', async () => {
    await expect(new PatientSource(url, answer(600)).getBytes(0, 127)).rejects.toThrow('cut off');
    expect((await new PatientSource(url, answer(1127)).getBytes(0, 127)).data.byteLength).toBe(127);
  });
});
