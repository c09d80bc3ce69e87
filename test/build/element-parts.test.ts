import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { partsIn, throughModule } from '../../build/element-parts.js';

describe('a part of the element', () => {
  it('asks the module for another part', () => {
    const asked = throughModule('const a=()=>import(`./b-1.js`),c=import("./d-2.js");', 'a.js');
    expect(asked).not.toMatch(/\bimport\(/);
    expect(asked).toMatch(
      /^const a=\(\)=>globalThis\[.*\]\.get\(.*\)\.open\("parts\/b-1\.js"\),c=.*\.open\("parts\/d-2\.js"\);$/,
    );
  });

  it.each([
    'import(name)',
    'import(`./${name}.js`)',
    'import("https://elsewhere.example/x.js")',
    'import("../x.js")',
  ])('does not get through the build with %s', (code) => {
    expect(() => throughModule(code, 'a.js')).toThrow('cannot be checked');
  });
});

describe('what the module is told of its parts', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mizumichi-parts-'));
    for (const kind of ['parts', 'assets']) mkdirSync(join(folder, kind));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const put = (name: string, code: string) => writeFileSync(join(folder, name), code);

  it('is its sum, what it imports and re-exports, and the workers it or those start', () => {
    put('parts/a.js', 'import{b}from"./b.js";export{c}from"./c.js";b();');
    put('parts/b.js', 'export const b=()=>new URL(`../assets/w.js`,import.meta.url)');
    put('parts/c.js', 'export const c=1');
    put('assets/w.js', 'postMessage(1)');
    expect(partsIn(folder)).toEqual({
      'assets/w.js': { integrity: expect.stringMatching(/^sha256-[\w+/]{43}=$/), imports: [], workers: [] },
      'parts/a.js': {
        integrity: expect.any(String),
        imports: ['parts/b.js', 'parts/c.js'],
        workers: ['assets/w.js'],
      },
      'parts/b.js': { integrity: expect.any(String), imports: [], workers: ['assets/w.js'] },
      'parts/c.js': { integrity: expect.any(String), imports: [], workers: [] },
    });
  });

  it.each([
    ['a circle', 'parts/b.js', 'import"./a.js"', 'imports itself'],
    ['a worker of several files', 'assets/w.js', 'import"./v.js"', 'imports other files'],
    ['an import nobody checks', 'parts/b.js', 'import("./c.js")', 'nobody has checked'],
  ])('ends the build with %s', (_what, name, code, reason) => {
    put('parts/a.js', 'import"./b.js"');
    put('parts/b.js', '');
    put('assets/v.js', '');
    put(name, code);
    expect(() => partsIn(folder)).toThrow(reason);
  });
});
