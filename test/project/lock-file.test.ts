/** package-lock.json installs everywhere, and `npm test` knows whether it has been installed here. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { absent, filled, gaps, type Lock } from '../../scripts/lock-file.mjs';

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(resolve(root, 'package-lock.json'), 'utf8');
const lock = JSON.parse(text) as Lock;
const entries = Object.entries(lock.packages).filter(([path]) => path !== '');

/** The lock without some of its entries. */
function without(...paths: string[]): Lock {
  expect(Object.keys(lock.packages)).toEqual(expect.arrayContaining(paths));
  return {
    ...lock,
    packages: Object.fromEntries(Object.entries(lock.packages).filter(([path]) => !paths.includes(path))),
  };
}

describe('package-lock.json', () => {
  it('has an entry for everything a package may need, on any platform', () => {
    expect(gaps(lock), '`npm run complete-lock` adds them').toEqual([]);
    const systems = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64', 'win32-x64'];
    for (const system of systems) expect(lock.packages).toHaveProperty([`node_modules/@esbuild/${system}`]);
  });

  it('has a sum for every entry', () => {
    expect(entries.length).toBeGreaterThan(500);
    const unsummed = entries.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''));
    expect(unsummed.map(([path]) => path)).toEqual([]);
  });

  it('names no place that packages came from', () => {
    expect(entries.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(readFileSync(resolve(root, '.npmrc'), 'utf8')).toContain('omit-lockfile-registry-resolved=true');
  });

  it('is written for the package.json beside it', () => {
    const project = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    for (const key of ['version', 'license', 'engines', 'dependencies', 'devDependencies'])
      expect(lock.packages['']).toHaveProperty(key, project[key]);
  });
});

describe('a lock with gaps', () => {
  it('names what is lacking and who needs it', () => {
    const path = 'node_modules/@esbuild/darwin-arm64';
    const version = lock.packages['node_modules/esbuild']?.version;
    expect(gaps(without(path))).toEqual([
      {
        ...{ name: '@esbuild/darwin-arm64', range: version, wantedBy: 'node_modules/esbuild' },
        ...{ optional: true, dev: false },
      },
    ]);
  });

  it('sees a package that only a nested one needs', () => {
    const nested: Lock = {
      packages: {
        '': { dependencies: { a: '1' } },
        'node_modules/a': { dependencies: { b: '1' } },
        'node_modules/a/node_modules/b': { dependencies: { c: '1', d: '1' } },
        'node_modules/a/node_modules/c': {},
        'node_modules/x/node_modules/d': {},
      },
    };
    expect(gaps(nested)).toMatchObject([{ name: 'd', wantedBy: 'node_modules/a/node_modules/b' }]);
  });

  it.each([
    'node_modules/@esbuild/darwin-arm64',
    'node_modules/@rolldown/binding-wasm32-wasi',
    'node_modules/@rollup/rollup-linux-x64-musl',
    'node_modules/fsevents',
    'node_modules/lightningcss-win32-x64-msvc',
  ])('gets %s back as npm writes it', (path) => {
    const broken = without(path);
    const [gap] = gaps(broken);
    // What a registry says of a package is what npm makes an entry of.
    const { integrity = '', dev: _dev, optional: _optional, ...facts } = lock.packages[path] ?? {};
    const whole = filled(broken, gap as NonNullable<typeof gap>, { ...facts, dist: { integrity } });
    expect(`${JSON.stringify(whole, null, 2)}\n`).toBe(text);
  });
});

describe('what is installed', () => {
  const optional = entries.filter((entry) => entry[1].optional).map(([path]) => path);
  const development = entries.filter(([, entry]) => entry.dev ?? entry.devOptional).map(([path]) => path);

  it('is enough when only other platforms’ binaries are absent', () => {
    expect(optional.length).toBeGreaterThan(50);
    expect(absent(lock, without(...optional), { development: true })).toEqual([]);
  });

  it('is enough for the command line without what builds and tests', () => {
    const installed = without(...development);
    expect(absent(lock, installed, { development: false })).toEqual([]);
    expect(absent(lock, installed, { development: true })).toContain('node_modules/vite');
  });

  it('is not enough when a package is absent or of another version', () => {
    const path = 'node_modules/valibot';
    expect(absent(lock, without(path), { development: false })).toEqual([path]);
    const other = { packages: { ...lock.packages, [path]: { ...lock.packages[path], version: '0.0.1' } } };
    expect(absent(lock, other, { development: false })).toEqual([path]);
  });
});
