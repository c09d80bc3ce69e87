/** docs/hosting/nginx.conf, run by Debian's nginx and asked over real HTTP. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PMTiles } from 'pmtiles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LinePacker } from '../../geodata/network/pack-lines.js';
import { standInItems } from '../../geodata/network/stand-in.js';
import { networkOverHttp } from '../../src/thread/network-ranges.js';
import { cacheControlFor, isReadFromElsewhere } from '../../build/caching.js';
import { errorPolicy } from '../../build/policy.js';
import { nginx, nginxReason, runNginx, type RunningServer } from './run-nginx.js';

/** One file of every rule of caching. */
const rules = [
  { path: 'index.html', ranges: false },
  { path: 'embed.html', ranges: false },
  { path: 'sw.js', ranges: false },
  { path: 'assets/index-0a1b2c3d.js', ranges: false },
  { path: 'element/mizumichi-map.js', ranges: false },
  { path: 'tiles/manifest.json', ranges: true },
  { path: 'tiles/search.json', ranges: true },
  { path: 'tiles/towns.geojson', ranges: true },
  { path: 'tiles/blocks/chuo.json', ranges: true },
  { path: 'tiles/basemap.pmtiles', ranges: true },
  { path: 'tiles/network/network.lines', ranges: true },
  { path: 'tiles/network/network.pmtiles', ranges: true },
];

const provokedStatuses = [403, 404, 410, 429, 500, 502, 503, 504];
/** A server that fails when told to: nothing else of the configuration changes. */
const provoked = (text: string) =>
  text.replace(
    'server_tokens off;',
    `$&\n${provokedStatuses.map((status) => `if ($arg_provoke = ${status}) { return ${status}; }`).join('\n')}`,
  );

describe.skipIf(nginx === undefined)(`nginx serves the page and its network${nginxReason}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'mizumichi-nginx-'));
  const root = join(folder, 'site');
  const packer = new LinePacker();
  for (const item of standInItems({ seed: 1, scale: 0.01 }))
    if (item.layer === 'sewers') packer.add(item.line);
  const lines = packer.pack();
  let server: RunningServer;
  let base = '';

  beforeAll(async () => {
    const put = (name: string, content: string | Uint8Array) => {
      mkdirSync(join(root, name, '..'), { recursive: true });
      writeFileSync(join(root, name), content);
    };
    put('index.html', '<!doctype html><title>みずみち</title>');
    put('assets/index-0a1b2c3d.js', `/* ${'x'.repeat(4000)} */`);
    put(
      'tiles/towns.geojson',
      JSON.stringify({ type: 'FeatureCollection', features: [], note: 'x'.repeat(4000) }),
    );
    put('tiles/manifest.json', '{}');
    put('tiles/search.json', '{}');
    put('tiles/blocks/chuo.json', '{}');
    put('embed.html', '<!doctype html>');
    put('element/mizumichi-map.js', '/* */');
    put('sw.js', '/* */');
    for (const hidden of ['.built', '.git/config', 'assets/.htaccess', 'tiles/.DS_Store'])
      put(hidden, 'secret');
    put('.well-known/acme-challenge/token', 'proof');
    put('tiles/network/network.lines', lines);
    put('tiles/network/network.pmtiles', new Uint8Array(5000));
    put('tiles/basemap.pmtiles', new Uint8Array(5000));
    server = await runNginx(root, provoked);
    ({ base } = server);
  }, 60_000);
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives exactly the range that was asked for, unpacked, readable from other origins', async () => {
    const response = await fetch(`${base}tiles/network/network.lines`, {
      headers: { range: 'bytes=100-199', 'accept-encoding': 'gzip' },
    });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes 100-199/${lines.length}`);
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-expose-headers')).toContain('Content-Range');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(lines.slice(100, 200));
    const beyond = await fetch(`${base}tiles/network/network.lines`, {
      headers: { range: `bytes=${lines.length}-` },
    });
    expect(beyond.status).toBe(416);
  });

  it('answers the nearest sewer from a part of the file', async () => {
    const answer = await networkOverHttp().nearest(`${base}tiles/network/network.lines`, [130.4, 33.585]);
    expect(answer).toMatchObject({ ok: true, value: { name: expect.stringMatching(/^[PC]\d+$/) } });
  });

  it.each(['', ...rules.map(({ path }) => path)])('keeps no error about /%s', async (path) => {
    for (const status of provokedStatuses) {
      const response = await fetch(`${base}${path}?provoke=${status}`);
      expect([response.status, response.headers.get('cache-control')]).toEqual([status, 'no-store']);
      expect(response.headers.get('content-security-policy')).toBe(errorPolicy);
    }
    const written = await fetch(`${base}${path}`, { method: 'POST' });
    expect([written.status, written.headers.get('cache-control')]).toEqual([405, 'no-store']);
    const missing = await fetch(`${base}${path.replace(/[^/]*$/, 'none$&')}`);
    expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'no-store']);
  });

  it.each(rules)('keeps $path as its rule says, whole, in part and unchanged', async ({ path, ranges }) => {
    const kept = cacheControlFor(`/${path}`);
    const get = (headers: Record<string, string>) => fetch(`${base}${path}`, { headers });
    const whole = await get({});
    const answer = (response: Response) => [response.status, response.headers.get('cache-control')];
    expect(answer(whole)).toEqual([200, kept]);
    expect(answer(await get({ 'if-none-match': whole.headers.get('etag') ?? '' }))).toEqual([304, kept]);
    expect(answer(await get({ range: 'bytes=0-0' }))).toEqual([ranges ? 206 : 200, kept]);
    const beyond = await get({ range: 'bytes=99999999-' });
    // nginx has written the first line before it finds out; whoever reads both keeps nothing.
    expect(answer(beyond)).toEqual(ranges ? [416, `${kept}, no-store`] : [200, kept]);
    // Said twice, a leave for all would be none.
    expect(beyond.headers.get('access-control-allow-origin')).toBe(
      isReadFromElsewhere(`/${path}`) ? '*' : null,
    );
  });

  it.each(['.built', '%2ebuilt', '.git/config', 'assets/.htaccess', 'tiles/.DS_Store'])(
    'hides /%s',
    async (path) => {
      expect((await fetch(base + path)).status).toBe(404);
    },
  );

  it('lists no folder, has no second name for the page and leads to nothing outside', async () => {
    for (const path of ['assets/', 'assets', 'tiles/', 'index', 'index.html/', 'assets/index.html'])
      expect((await fetch(base + path)).status, path).toBe(404);
    for (const path of [
      '..%2findex.html',
      '%2e%2e%2f%2e%2e%2fetc/passwd',
      'assets/..%2f..%2f..%2fetc/passwd',
    ]) {
      const response = await fetch(base + path);
      expect([400, 404], path).toContain(response.status);
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('leaves what renews a certificate alone', async () => {
    expect(await (await fetch(`${base}.well-known/acme-challenge/token`)).text()).toBe('proof');
  });

  it('lets a browser ask whether it may send a range', async () => {
    const response = await fetch(`${base}tiles/network/network.pmtiles`, { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toContain('Range');
  });

  it('packs text, and keeps by name what can never change', async () => {
    const script = await fetch(`${base}assets/index-0a1b2c3d.js`, { headers: { 'accept-encoding': 'gzip' } });
    expect(script.headers.get('content-encoding')).toBe('gzip');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-type')).toContain('javascript');
    const towns = await fetch(`${base}tiles/towns.geojson`, { headers: { 'accept-encoding': 'gzip' } });
    expect(towns.headers.get('content-encoding')).toBe('gzip');
    expect(towns.headers.get('content-type')).toContain('geo+json');
    const manifest = await fetch(`${base}tiles/manifest.json`);
    expect(manifest.headers.get('cache-control')).toBe('no-cache');
    const again = await fetch(`${base}tiles/manifest.json`, {
      headers: { 'if-none-match': manifest.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('calls a missing file missing, and an archive that is none by its name', async () => {
    expect((await fetch(`${base}tiles/nowhere.geojson`)).status).toBe(404);
    const archive = new PMTiles(`${base}tiles/network/network.pmtiles`);
    await expect(archive.getHeader()).rejects.toThrow(/magic/);
  });
});
