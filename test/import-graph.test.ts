/** The rules of the architecture on small planted graphs: each must refuse what it is there for. */
import { describe, expect, it } from 'vitest';
import {
  circlesOf,
  edgesOf,
  folderCircles,
  importsIn,
  readTable,
  siblingEdges,
  wrongTiers,
  type Edge,
} from './import-graph.js';

const edges = (...pairs: (readonly [from: string, to: string])[]): Edge[] =>
  pairs.map(([from, to]) => ({ from, to }));

/** Sources by path, as a graph. */
function graph(sources: Readonly<Record<string, string>>): Edge[] {
  const imports = Object.entries(sources).flatMap(([file, text]) => importsIn(file, text));
  return edgesOf(imports, new Set(Object.keys(sources)));
}

describe('the imports of a source', () => {
  it.each([
    ['a value', `import { a } from './b.js';`],
    ['a type', `import type { A } from './b.js';`],
    ['several lines', `import {\n  a,\n  type B,\n} from './b.js';`],
    ['a side effect', `import './b.js';`],
    ['what is handed on', `export * from './b.js';`],
    ['a type handed on', `export type { A } from './b.js';`],
    ['later', `const later = () => import('./b.js');`],
    ['a type in its place', `type A = import('./b.js').A;`],
    ['a worker', `new Worker(new URL('./b.ts', import.meta.url), { type: 'module' });`],
    ['a worker’s address', `import address from './b.ts?worker&url';`],
    ['a component’s script', `<script lang="ts">\n  import { a } from './b.js';\n</script>`],
    ['a component’s markup', `{#await import('./b.js') then { default: B }}<B />{/await}`],
  ])('are seen: %s', (_name, text) => {
    expect(graph({ 'src/x/a.ts': text, 'src/x/b.ts': '' })).toEqual(edges(['src/x/a.ts', 'src/x/b.ts']));
  });

  it('leave out packages, and what a comment only names', () => {
    const text = `// as in import of './b.js'\nimport { a } from 'b';\nimport data from './b.json';`;
    expect(graph({ 'src/x/a.ts': text, 'src/x/b.ts': '' })).toEqual([]);
  });
});

describe('tiers', () => {
  const architecture = readTable(`
| tier | modules | may import |
| --- | --- | --- |
| T0 | \`src/ground\` | libraries |
| T1 | \`src/wall\` \`src/door\` | T0 |
| T2 | \`src/roof\` \`src/chimney\` \`src/flag\` | T0–T1; \`src/flag\` also \`src/roof\` and \`src/chimney\`; only \`src/roof\` tiles |
`);

  it('are read from the table', () => {
    expect(Object.fromEntries(architecture.tiers)).toEqual({
      ...{ ground: 0, wall: 1, door: 1, roof: 2, chimney: 2, flag: 2 },
    });
    expect([...architecture.sideways]).toEqual(['flag → roof', 'flag → chimney']);
  });

  it.each([
    ['down', 'src/roof/a.ts', 'src/ground/b.ts'],
    ['inside a module', 'src/roof/a.ts', 'src/roof/inner/b.ts'],
    ['sideways as the table says', 'src/flag/a.ts', 'src/chimney/b.ts'],
  ])('allow an import %s', (_name, from, to) => {
    expect(wrongTiers(edges([from, to]), architecture)).toEqual([]);
  });

  it.each([
    ['up', 'src/ground/a.ts', 'src/wall/b.ts'],
    ['sideways', 'src/wall/a.ts', 'src/door/b.ts'],
    ['against the table’s direction', 'src/roof/a.ts', 'src/flag/b.ts'],
    ['from a module without a tier', 'src/cellar/a.ts', 'src/ground/b.ts'],
    ['to a module without a tier', 'src/roof/a.ts', 'src/cellar/b.ts'],
  ])('refuse an import %s', (_name, from, to) => {
    expect(wrongTiers(edges([from, to]), architecture)).toEqual([`${from} → ${to}`]);
  });
});

describe('circles', () => {
  it('of two files are found, though one of them takes a type only', () => {
    const found = graph({
      'src/x/a.ts': `import { b } from './b.js';`,
      'src/x/b.ts': `import type { A } from './a.js';`,
      'src/x/c.ts': `import { a } from './a.js';`,
    });
    expect(circlesOf(found)).toEqual([['src/x/a.ts', 'src/x/b.ts']]);
  });

  it('of many files are found whole, and each apart', () => {
    const found = edges(['a', 'b'], ['b', 'c'], ['c', 'd'], ['d', 'b'], ['e', 'f'], ['f', 'e'], ['d', 'e']);
    expect(circlesOf(found)).toEqual([
      ['b', 'c', 'd'],
      ['e', 'f'],
    ]);
  });

  it('of a file with itself are found', () => {
    expect(circlesOf(edges(['a', 'a'], ['a', 'b']))).toEqual([['a']]);
  });

  it('are none where two ways lead to one file', () => {
    expect(circlesOf(edges(['a', 'b'], ['a', 'c'], ['b', 'd'], ['c', 'd'], ['a', 'd']))).toEqual([]);
  });

  it('of sibling folders are found, though no two files form one', () => {
    const found = edges(
      ['src/x/read/a.ts', 'src/x/write/b.ts'],
      ['src/x/write/deep/c.ts', 'src/x/read/d.ts'],
      ['src/x/main.ts', 'src/x/read/a.ts'],
    );
    expect(circlesOf(found)).toEqual([]);
    expect(folderCircles(found)).toEqual([['src/x/read', 'src/x/write']]);
  });

  it('of folders are looked for at every depth', () => {
    const found = edges(
      ['src/x/deep/one/a.ts', 'src/x/deep/two/b.ts'],
      ['src/x/deep/two/c.ts', 'src/x/deep/three/d.ts'],
      ['src/x/deep/three/e.ts', 'src/x/deep/one/f.ts'],
    );
    expect(folderCircles(found)).toEqual([['src/x/deep/one', 'src/x/deep/three', 'src/x/deep/two']]);
  });

  it('are none between a folder and the files it lies beside', () => {
    const found = edges(['src/x/list.ts', 'src/x/entries/a.ts'], ['src/x/entries/b.ts', 'src/x/field.ts']);
    expect(siblingEdges(found, 'src/x')).toEqual([]);
    expect(folderCircles(found)).toEqual([]);
  });
});
