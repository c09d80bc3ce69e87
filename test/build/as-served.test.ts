import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servedPath } from '../../build/as-served.js';

describe('what the preview server serves', () => {
  const outer = mkdtempSync(join(tmpdir(), 'mizumichi-served-'));
  const folder = join(outer, 'dist');
  beforeAll(() => {
    mkdirSync(join(folder, 'view'), { recursive: true });
    for (const name of ['index.html', 'view/a b.html', '.built', '../secret'])
      writeFileSync(join(folder, name), '');
  });
  afterAll(() => rmSync(outer, { recursive: true }));

  it.each([
    ['/', '/'],
    ['/?utm=1', '/'],
    ['/index.html?a#b', '/index.html'],
    ['/view/a%20b.html', '/view/a b.html'],
  ])('%s: %s', (address, path) => {
    expect(servedPath(address, folder)).toBe(path);
  });

  it.each([
    '/nowhere',
    '/nowhere/',
    '/index',
    '/index.html/',
    '/view',
    '/view/',
    '/.built',
    '/%2ebuilt',
    '/../secret',
    '/..%2fsecret',
    '/%2e%2e/secret',
    '/view/..%5c..%5csecret',
    '//index.html',
    '/index.html%00',
    '/%',
    'index.html',
    '*',
  ])('%s: nothing', (address) => {
    expect(servedPath(address, folder)).toBeNull();
  });
});
