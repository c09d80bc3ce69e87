/** `npm ci --omit=dev` is enough for the command line: `dependencies` are what it runs on, and nothing more. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsIn, reachedFrom } from './runtime-imports.js';

const root = resolve(import.meta.dirname, '../..');
const { dependencies } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
/** The command line, what starts it, and the build an import starts. */
const entries = ['scripts/cli.mjs', 'src/cli/main.ts', 'geodata/build.ts'];
const reached = reachedFrom(root, entries);
/** What stays a dependency though the command line never loads it, and why. */
const kept: Record<string, string> = {};

describe('dependencies', () => {
  it('are read from the whole command line', () => {
    expect(reached.files).toBeGreaterThan(200);
    expect(reached.packages.get('gdal3.js'), 'GDAL is found by createRequire').toBeDefined();
    expect(reached.packages.get('tsx'), 'a dynamic import').toEqual([
      'src/formats/node/gdal-in-node.ts',
      'scripts/cli.mjs',
    ]);
    // scripts/cli.mjs starts src/cli/main.ts, which is an entry itself.
    expect(reached.computed).toEqual(['scripts/cli.mjs']);
  });

  it('hold every package the command line loads', () => {
    const lacking = [...reached.packages].filter(([name]) => !(name in dependencies));
    expect(lacking).toEqual([]);
  });

  it('hold nothing that only the page, the build or a test loads', () => {
    const idle = Object.keys(dependencies).filter((name) => !reached.packages.has(name) && !(name in kept));
    expect(idle, 'these belong to devDependencies').toEqual([]);
    expect(Object.keys(kept).filter((name) => reached.packages.has(name))).toEqual([]);
  });
});

describe('imports that run', () => {
  it.each<[code: string, named: string[]]>([
    [`import { a } from 'a';`, ['a']],
    [`import a, { type B } from 'a';`, ['a']],
    [`import 'a/side-effect.css';`, ['a/side-effect.css']],
    [`export { a } from 'a';`, ['a']],
    [`export const b = async () => import('a');`, ['a']],
    [`const home = createRequire(import.meta.url).resolve('a/node');`, ['a/node']],
    [`import type { A } from 'a';`, []],
    [`import { type A } from 'a';`, []],
    [`export type { A } from 'a';`, []],
    [`let a: typeof import('a');`, []],
    [`// import a from 'a';`, []],
  ])('%s', (code, named) => {
    expect(importsIn(code, 'planted.ts')).toEqual({ named, computed: false });
  });

  it('does not overlook one whose name is worked out', () => {
    expect(importsIn('export const a = (name: string) => import(name);', 'planted.ts').computed).toBe(true);
  });
});
