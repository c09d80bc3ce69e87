import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { catalogue } from '../../src/catalog/layers.js';
import { manifestSchema, type Manifest } from '../../src/catalog/manifest.js';
import { siteRoles } from '../../src/report/site-index.js';
import { city } from '../../src/catalog/city.js';
import { httpReader } from '../../src/thread/http-reader.js';
import { patientFetch } from '../../src/thread/patient-fetch.js';
import { Service } from '../../src/service/service.js';
import { parse } from 'valibot';
import { encode, fixtureFiles } from './fixture-files.js';

/** What a server may do to one file; the reason that then names it, null where the file still serves. */
const faults: Record<string, { answer: (good: Uint8Array) => Response | Error; reason: string | null }> = {
  'is not there (404)': { answer: () => new Response('', { status: 404 }), reason: 'http-404' },
  'fails on the server (500)': { answer: () => new Response('', { status: 500 }), reason: 'http-500' },
  'cannot be reached': { answer: () => new TypeError('net::ERR_NAME_NOT_RESOLVED'), reason: 'unreachable' },
  'is truncated': { answer: (good) => json(good.slice(0, good.length / 2)), reason: 'not-json' },
  'is a web page': {
    answer: () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
    reason: 'not-json',
  },
  'is a web page that says it is JSON': {
    answer: () => json(new TextEncoder().encode('<!doctype html>')),
    reason: 'not-json',
  },
  'is of another version': { answer: (good) => json(lengthened(good)), reason: 'hash-mismatch' },
  'has another type than its content': {
    answer: (good) => new Response(good.slice(), { headers: { 'content-type': 'image/png' } }),
    reason: null,
  },
};

const json = (bytes: Uint8Array) =>
  new Response(bytes.slice(), { headers: { 'content-type': 'application/json' } });
const lengthened = (bytes: Uint8Array) => new Uint8Array([...bytes, 0x20]);

const good = fixtureFiles();
const builtIn: Manifest = parse(
  manifestSchema,
  JSON.parse(new TextDecoder().decode(good.get('manifest.json'))),
);

/** The fixture city from a server that does something to one file. */
async function served(damaged: string, answer: (good: Uint8Array) => Response | Error) {
  const asked: string[] = [];
  const fetchFile = (async (address: string) => {
    const name = new URL(address).pathname.split('/').at(-1) as string;
    asked.push(name);
    const bytes = good.get(name) as Uint8Array;
    const response = name === damaged ? answer(bytes) : json(bytes);
    if (response instanceof Error) throw response;
    return response;
  }) as typeof fetch;
  const service = new Service(city, catalogue, builtIn);
  const result = await service.load(httpReader('https://map.test/tiles', fetchFile));
  if (!result.ok) throw new Error(result.reason);
  const report = service.report([130.45, 33.55]);
  if (!report.ok) throw new Error(report.problem);
  return { service, result, report: report.report, asked };
}

const whole = await served('', json);

describe.each(Object.entries(faults))('a file that %s', (_name, { answer, reason }) => {
  it.each(catalogue.filter(({ id }) => good.has(`${id}.geojson`)).map(({ id }) => id))(
    'is named, and everything else answers: %s',
    async (id) => {
      const { result, report, service } = await served(`${id}.geojson`, answer);
      expect(result.failures).toEqual(reason === null ? {} : { [id]: reason });
      const counted = whole.service.table(id);
      expect(service.table(id)).toEqual(reason === null ? counted : null);
      const missing = reason === null ? [] : [{ unavailable: true, layer: id, reason }];
      // Context layers are drawn and searched, never answered from.
      expect(report.unavailable).toEqual(siteRoles.has(roleOf(id)) ? missing : []);
      expect(service.search('東原')?.candidates[0]).toMatchObject({ id: 'town-e' });
    },
  );

  it('is named when it is the list of names, and positions are answered', async () => {
    const { result, report, service } = await served('search.json', answer);
    expect(result.failures).toEqual(reason === null ? {} : { search: reason });
    expect(service.search('東原') === null).toBe(reason !== null);
    expect(report).toEqual(whole.report);
  });

  it('harms nothing when it is the manifest: the one built in vouches for the same files', async () => {
    const other = (bytes: Uint8Array) => answer(bytes.slice());
    const { result, report } = await served('manifest.json', other);
    expect(result.failures).toEqual({});
    expect(report).toEqual(whole.report);
  });
});

const roleOf = (id: string) => catalogue.find((entry) => entry.id === id)?.role ?? '';

/** Ways to be silent: what of a file comes before nothing does any more. */
const silences: Record<string, (good: Uint8Array) => Response | null> = {
  'never begins': () => null,
  'sends its headers and no more': () => silentAfter(new Uint8Array()),
  'sends half and no more': (bytes) => silentAfter(bytes.slice(0, bytes.length / 2)),
};
const silentAfter = (bytes: Uint8Array) =>
  new Response(
    new ReadableStream({
      start: (controller) => {
        if (bytes.length > 0) controller.enqueue(bytes);
      },
    }),
    { headers: { 'content-type': 'application/json' } },
  );

describe.each(Object.entries(silences))('a file that %s', (_name, answer) => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => vi.useRealTimers());

  /** The fixture city from a server that is silent about one file, until it recovers. */
  function silentAbout(name: string) {
    const server = { recovered: false };
    const fetchFile = patientFetch(async (address: unknown) => {
      const file = new URL(String(address)).pathname.split('/').at(-1) as string;
      const bytes = good.get(file) as Uint8Array;
      const silent = file === name && !server.recovered;
      return (silent ? answer(bytes) : json(bytes)) ?? new Promise<Response>(() => undefined);
    });
    const service = new Service(city, catalogue, builtIn);
    const load = async () => {
      let over = false;
      const loading = service
        .load(httpReader('https://map.test/tiles', fetchFile))
        .finally(() => (over = true));
      while (!over) {
        await vi.advanceTimersByTimeAsync(1000);
        // Sums and streams are worked out by Node itself, beside the clock.
        await new Promise((resolve) => setImmediate(resolve));
      }
      const result = await loading;
      if (!result.ok) throw new Error(result.reason);
      return result.failures;
    };
    return { server, service, load };
  }

  it.each([...good.keys()])('is given up by name, and had when the server recovers: %s', async (name) => {
    const { server, service, load } = silentAbout(name);
    const id = name.replace(/\.(geo)?json$/, '');
    // The manifest that was built in vouches for the same files.
    expect(await load()).toEqual(name === 'manifest.json' ? {} : { [id]: 'stalled' });
    const report = service.report([130.45, 33.55]);
    const missing = siteRoles.has(roleOf(id)) ? [{ unavailable: true, layer: id, reason: 'stalled' }] : [];
    expect(report.ok && report.report.unavailable).toEqual(missing);
    if (missing.length === 0) expect(report.ok && report.report).toEqual(whole.report);
    server.recovered = true;
    expect(await load()).toEqual({});
    expect(service.report([130.45, 33.55])).toEqual({ ok: true, report: whole.report });
  });
});

describe('a reading of two versions', () => {
  /** A later version: one more pump station's note, and the manifest that fits. */
  const later = (() => {
    const files = new Map(good);
    const bytes = lengthened(good.get('shelters.geojson') as Uint8Array);
    files.set('shelters.geojson', bytes);
    return files;
  })();

  async function read(first: Map<string, Uint8Array>, fresh: Map<string, Uint8Array>) {
    const asked: string[] = [];
    const service = new Service(city, catalogue);
    const result = await service.load(async (name, again = false) => {
      asked.push(again ? `${name}?again` : name);
      const bytes = (again ? fresh : first).get(name);
      return bytes ? { ok: true, bytes } : { ok: false, reason: 'http-404' };
    });
    return { result, service, asked };
  }
  async function withManifest(files: Map<string, Uint8Array>, dataVersion: string) {
    const { sha256Hex } = await import('../../src/service/sha256.js');
    const manifest = JSON.parse(new TextDecoder().decode(good.get('manifest.json'))) as Manifest;
    for (const entry of Object.values(manifest.layers))
      entry.sha256 = await sha256Hex(files.get(entry.file) as Uint8Array);
    return new Map(files).set('manifest.json', encode({ ...manifest, dataVersion }));
  }

  it('an old file beside a new manifest: asked once past all caches, and then whole', async () => {
    const newer = await withManifest(later, 'aaaaaaaaaaaa');
    const mixed = new Map(newer).set('shelters.geojson', good.get('shelters.geojson') as Uint8Array);
    const { result, asked } = await read(mixed, newer);
    expect(result).toMatchObject({ ok: true, dataVersion: 'aaaaaaaaaaaa', failures: {} });
    // What matched is not fetched twice.
    const twice = asked.filter((name) => asked.includes(`${name}?again`));
    expect(twice.sort()).toEqual(['manifest.json', 'shelters.geojson']);
  });

  it('an old manifest beside a new file: the manifest is renewed, and every file judged by it', async () => {
    const newer = await withManifest(later, 'aaaaaaaaaaaa');
    const mixed = new Map(newer).set('manifest.json', good.get('manifest.json') as Uint8Array);
    const { result } = await read(mixed, newer);
    expect(result).toMatchObject({ ok: true, dataVersion: 'aaaaaaaaaaaa', failures: {} });
  });

  it('found among the layers that come last, it is renewed as a whole all the same', async () => {
    const files = new Map(good);
    files.set('rivers.geojson', lengthened(good.get('rivers.geojson') as Uint8Array));
    files.set('shelters.geojson', lengthened(good.get('shelters.geojson') as Uint8Array));
    const newer = await withManifest(files, 'bbbbbbbbbbbb');
    const mixed = new Map(good).set('rivers.geojson', files.get('rivers.geojson') as Uint8Array);
    const { result, asked } = await read(mixed, newer);
    expect(result).toMatchObject({ ok: true, dataVersion: 'bbbbbbbbbbbb', failures: {} });
    expect(asked).toContain('shelters.geojson?again');
  });

  it('that stays mixed is refused by name, once and for all', async () => {
    const newer = await withManifest(later, 'aaaaaaaaaaaa');
    const mixed = new Map(newer).set('shelters.geojson', good.get('shelters.geojson') as Uint8Array);
    const { result, asked } = await read(mixed, mixed);
    expect(result).toMatchObject({ ok: true, failures: { shelters: 'hash-mismatch' } });
    expect(asked.filter((name) => name === 'shelters.geojson?again')).toHaveLength(1);
  });

  it('hands on only the bytes of the version it answers from', async () => {
    const newer = await withManifest(later, 'aaaaaaaaaaaa');
    const { result } = await read(newer, newer);
    expect(result.ok && result.files.get('shelters.geojson')).toEqual(later.get('shelters.geojson'));
    expect(result.ok && [...result.files.keys()].sort()).toEqual(
      [...newer.keys()].filter((name) => name !== 'manifest.json').sort(),
    );
  });
});

describe('a file that matches and makes no sense', () => {
  it.each([
    ['coordinates nested wrongly', { type: 'Polygon', coordinates: [[130, 33]] }],
    ['coordinates that are words', { type: 'Point', coordinates: ['a', 'b'] }],
    ['an unknown shape', { type: 'Circle', coordinates: [130, 33] }],
  ])('is unreadable by name, and stops no other: %s', async (_name, geometry) => {
    const { createHash } = await import('node:crypto');
    const files = new Map(good);
    const wards = JSON.parse(new TextDecoder().decode(good.get('wards.geojson'))) as {
      features: { geometry: unknown }[];
    };
    (wards.features[0] as { geometry: unknown }).geometry = geometry;
    const bytes = encode(wards);
    const manifest = structuredClone(builtIn);
    (manifest.layers['wards'] as { sha256: string }).sha256 = createHash('sha256')
      .update(bytes)
      .digest('hex');
    files.set('wards.geojson', bytes).set('manifest.json', encode(manifest));
    const service = new Service(city, catalogue);
    const result = await service.load(async (name) => ({ ok: true, bytes: files.get(name) as Uint8Array }));
    expect(result).toMatchObject({ ok: true, failures: { wards: 'not-geojson' } });
    expect(service.report([130.45, 33.55])).toMatchObject({
      report: { unavailable: [{ layer: 'wards' }], treatment: { district: '第二' } },
    });
  });
});
