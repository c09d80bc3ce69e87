/** The architecture of CONTRIBUTING.md: imports go down the tiers, and nothing imports in a circle. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  circlesOf,
  edgesOf,
  folderCircles,
  importsIn,
  localTarget,
  moduleOf,
  readTable,
  wrongTiers,
  type Import,
} from './import-graph.js';

const root = resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const architecture = readTable(read('CONTRIBUTING.md'));
/** What geodata may build on: no module that answers or draws. */
const geodataMayImport = new Set([
  'geometry',
  'i18n',
  'catalog',
  'network',
  'search',
  'hydrology',
  'formats',
]);
/** What of geodata a page may run: reading official data, as long as it needs neither files nor GDAL. */
const importCore = 'geodata/import/';
function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name))
    .map((name) => join(folder, name));
}

function importsOf(file: string): Import[] {
  return importsIn(file, read(file));
}

const files = [...sources('src'), ...sources('build'), ...sources('geodata')];
const imports = files.flatMap(importsOf);
const edges = edgesOf(imports, new Set(files));
const ofPage = imports.filter(({ file }) => file.startsWith('src/'));

describe('architecture', () => {
  it('has every module of src in the table, and no other', () => {
    const modules = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect([...architecture.tiers.keys()].sort()).toEqual(modules.map(({ name }) => name).sort());
  });

  it('sees the imports', () => {
    // Every file but the entries and declarations is imported by another one.
    const imported = new Set(edges.map(({ to }) => to));
    expect(imported.size / files.length).toBeGreaterThan(0.9);
  });

  it('imports only from lower tiers, and sideways only as the table says', () => {
    expect(wrongTiers(edges, architecture)).toEqual([]);
    // An exception nobody needs any more goes out of the table.
    const used = edges.map(({ from, to }) => `${moduleOf(from)} → ${moduleOf(to)}`);
    expect([...architecture.sideways].filter((pair) => !used.includes(pair))).toEqual([]);
  });

  it('has no circle between files', () => {
    expect(circlesOf(edges)).toEqual([]);
  });

  it('has no circle between sibling folders', () => {
    expect(folderCircles(edges)).toEqual([]);
  });

  it('type-checks tiers 0 to 3 without the DOM', () => {
    const { compilerOptions, include } = JSON.parse(read('tsconfig.pure.json')) as {
      compilerOptions: { lib: string[] };
      include: string[];
    };
    expect(compilerOptions.lib.filter((lib) => /dom|worker/i.test(lib))).toEqual([]);
    for (const [name, tier] of architecture.tiers)
      if (tier <= 3) expect(include, name).toContain(`src/${name}/**/*.ts`);
  });

  it('keeps the map engine in one module', () => {
    const wrong = imports.filter(
      ({ file, target, typeOnly }) =>
        target.startsWith('maplibre-gl') && !typeOnly && moduleOf(file) !== 'map',
    );
    expect(wrong).toEqual([]);
  });

  it('builds the page from outside: nothing of src imports build', () => {
    expect(edges.filter(({ from, to }) => from.startsWith('src/') && to.startsWith('build/'))).toEqual([]);
  });

  it('lets no page code reach into geodata but src/importer into the import core, nor geodata into modules that answer or draw', () => {
    const outward = ofPage.filter((entry) => {
      const path = localTarget(entry);
      const module = moduleOf(entry.file);
      if (!path?.startsWith('geodata') || module === 'cli') return false;
      return module !== 'importer' || !path.startsWith(importCore);
    });
    expect(outward).toEqual([]);
    const inward = sources('geodata')
      .flatMap(importsOf)
      .filter((entry) => {
        const path = localTarget(entry);
        const module = path ? moduleOf(path) : null;
        return module !== null && !geodataMayImport.has(module);
      });
    expect(inward).toEqual([]);
  });

  it('keeps files, GDAL and the other modules of geodata out of what the page takes from the import core', () => {
    // The mesh is arithmetic on integers: mending stands on it. What it imports is looked at as well.
    const isCore = (path: string) =>
      path.startsWith(importCore) || path.startsWith(join('geodata', 'mesh', '/'));
    const taken = ofPage.filter((entry) => !entry.typeOnly && moduleOf(entry.file) === 'importer');
    const pending = taken.flatMap((entry) => {
      const path = localTarget(entry);
      return path?.startsWith(importCore) ? [path] : [];
    });
    expect(pending.length).toBeGreaterThan(0);
    const seen = new Set<string>();
    const wrong: string[] = [];
    for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
      const file = path.replace(/\.js$/, '.ts');
      if (seen.has(file)) continue;
      seen.add(file);
      for (const entry of importsOf(file).filter(({ typeOnly }) => !typeOnly)) {
        const next = localTarget(entry);
        if (next === null ? /^node:|^gdal3/.test(entry.target) : next.startsWith('geodata') && !isCore(next))
          wrong.push(`${file} → ${entry.target}`);
        else if (next !== null && isCore(next)) pending.push(next);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('has no place for leftovers', () => {
    const names = [...files, ...sources('geodata')].filter((path) =>
      /\/(utils?|lib|helpers?|types)(\/|\.ts$)/.test(path),
    );
    expect(names).toEqual([]);
  });

  it('reads nothing outside the repository', () => {
    const leaks = [...files, ...sources('geodata')].filter((path) => read(path).includes('../shared'));
    expect(leaks).toEqual([]);
  });
});
