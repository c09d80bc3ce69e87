/** docs/hosting/nginx.conf, run by Debian's nginx and asked over real HTTP. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PMTiles } from 'pmtiles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LinePacker } from '../../geodata/network/pack-lines.js';
import { standInItems } from '../../geodata/network/stand-in.js';
import { networkOverHttp } from '../../src/thread/network-ranges.js';

const nginx = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find((path) =>
  existsSync(path),
);
const reason = nginx ? '' : ' (skipped: no nginx on this machine; apt-get install nginx-light)';

describe.skipIf(nginx === undefined)(`nginx serves the page and its network${reason}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'mizumichi-nginx-'));
  const root = join(folder, 'site');
  const packer = new LinePacker();
  for (const item of standInItems({ seed: 1, scale: 0.01 }))
    if (item.layer === 'sewers') packer.add(item.line);
  const lines = packer.pack();
  let server: ChildProcess;
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
    put('tiles/network/network.lines', lines);
    put('tiles/network/network.pmtiles', new Uint8Array(5000));
    const port = await freePort();
    base = `http://127.0.0.1:${port}/`;
    const site = readFileSync(resolve(import.meta.dirname, '../../docs/hosting/nginx.conf'), 'utf8')
      .replace('listen 8080;', `listen 127.0.0.1:${port};`)
      .replace('root /srv/mizumichi;', `root ${root};`);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${folder}/${name};`)
      .join('\n');
    const conf = join(folder, 'nginx.conf');
    writeFileSync(
      conf,
      `daemon off;\nmaster_process off;\npid ${folder}/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n${temporary}\n${site}\n}\n`,
    );
    server = spawn(nginx as string, ['-c', conf, '-p', folder, '-e', 'stderr'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    const ended = new Promise<never>((_, fail) =>
      server.once('exit', (code) => fail(new Error(`nginx ended with ${code}: ${said}`))),
    );
    ended.catch(() => undefined);
    await Promise.race([answering(base), ended]);
  }, 60_000);
  afterAll(() => {
    server.kill();
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

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Until the first answer; the server's own end is what stops the waiting. */
async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((next) => setImmediate(next));
  }
  throw new Error('no answer');
}
