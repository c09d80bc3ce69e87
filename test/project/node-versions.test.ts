/** The versions of Node.js are said once, in package.json: everything else agrees with it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import semver from 'semver';
import { describe, expect, it } from 'vitest';
import { inRange } from '../../scripts/ensure.mjs';
import type { Lock } from '../../scripts/lock-file.mjs';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(resolve(root, name), 'utf8');
const { engines, devDependencies } = JSON.parse(read('package.json')) as {
  engines: { node: string };
  devDependencies: Record<string, string>;
};

describe('the supported versions of Node.js', () => {
  it('are 20.19, 22 and 24', () => {
    for (const version of ['20.19.0', '22.13.0', '22.99.0', '24.0.0'])
      expect(semver.satisfies(version, engines.node), version).toBe(true);
    for (const version of ['18.20.0', '20.18.3', '21.7.0', '22.12.0', '23.11.0'])
      expect(semver.satisfies(version, engines.node), version).toBe(false);
  });

  it('are supported by every package: no engine warning', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as Lock;
    const narrower = Object.entries(packages).filter(
      ([, { engines: own }]) => own?.node !== undefined && !semver.subset(engines.node, own.node),
    );
    expect(narrower.map(([path, { engines: own }]) => `${path}: ${own?.node}`)).toEqual([]);
  });

  it('are told apart before anything is installed as semver tells them', () => {
    for (let major = 16; major < 30; major++)
      for (const minor of [0, 5, 12, 13, 18, 19, 20]) {
        const version = `${major}.${minor}.0`;
        for (const range of [engines.node, '>=20.19', '^22.13.0', '>=24'])
          expect(inRange(version, range), `${version} in ${range}`).toBe(semver.satisfies(version, range));
      }
  });

  it('have .nvmrc among them, with an npm that writes the whole lock file', () => {
    const version = semver.coerce(read('.nvmrc').trim());
    expect(semver.satisfies(version ?? '', engines.node)).toBe(true);
    // npm 10, which comes with Node.js 22, drops `libc` from the entries.
    expect(version?.major).toBeGreaterThanOrEqual(24);
  });

  it('are typed as the oldest of them', () => {
    const oldest = semver.minVersion(engines.node);
    expect(semver.minVersion(devDependencies['@types/node'] ?? '')?.major).toBe(oldest?.major);
  });
});
