/** The floors of the house: imports go down only, rooms of one floor never import each other. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const floors: Record<string, number> = {
  geometry: 0,
  i18n: 0,
  hydrology: 0,
  catalog: 1,
  network: 1,
  report: 2,
  search: 2,
  style: 2,
  'report-text': 3,
  service: 3,
  thread: 4,
  state: 4,
  map: 5,
  ui: 5,
  workbench: 5,
  importer: 5,
  app: 6,
  embed: 6,
  cli: 6,
};
/** Who may import whom on the same floor: the importer shows parts of the page and reads with the bench's GDAL. */
const sideways = new Set(['importer → ui', 'importer → workbench']);
/** What geodata may build on: no room that answers or draws. */
const geodataMayImport = new Set(['geometry', 'i18n', 'catalog', 'search', 'hydrology']);
/** What of geodata a page may run: reading official data, as long as it needs neither files nor GDAL. */
const importCore = 'geodata/import/';

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name))
    .map((name) => join(folder, name));
}

interface Import {
  file: string;
  target: string;
  /** `import type` costs nothing at run time. */
  typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found: Import[] = [];
  const pattern =
    /(?:^|\n|;|>)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+\s+from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;
  for (const match of text.matchAll(pattern)) {
    const target = match[2] ?? match[3];
    if (target) found.push({ file, target, typeOnly: Boolean(match[1]) });
  }
  return found;
}

function roomOf(path: string): string | null {
  const parts = path.split('/');
  return parts[0] === 'src' && parts.length > 2 ? (parts[1] ?? null) : null;
}

function localTarget({ file, target }: Import): string | null {
  return target.startsWith('.') ? relative(root, resolve(root, dirname(file), target)) : null;
}

const all = sources('src').flatMap(importsOf);

describe('architecture', () => {
  it('knows every room of src', () => {
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(rooms.map((room) => room.name).filter((name) => !(name in floors))).toEqual([]);
  });

  it('sees imports at all', () => {
    expect(all.length).toBeGreaterThan(50);
  });

  it('imports only from lower floors', () => {
    const wrong = all.flatMap((entry) => {
      const from = roomOf(entry.file);
      const path = localTarget(entry);
      const to = path ? roomOf(path) : null;
      if (!from || !to || from === to || sideways.has(`${from} → ${to}`)) return [];
      return (floors[to] ?? 99) < (floors[from] ?? -1) ? [] : [`${entry.file} → ${path}`];
    });
    expect(wrong).toEqual([]);
  });

  it('keeps the map engine in one room', () => {
    const wrong = all.filter(
      (entry) => entry.target.startsWith('maplibre-gl') && !entry.typeOnly && roomOf(entry.file) !== 'map',
    );
    expect(wrong).toEqual([]);
  });

  it('lets no page code reach into geodata but src/importer into the import core, nor geodata into rooms that answer or draw', () => {
    const outward = all.filter((entry) => {
      const path = localTarget(entry);
      const room = roomOf(entry.file);
      if (!path?.startsWith('geodata') || room === 'cli') return false;
      return room !== 'importer' || !path.startsWith(importCore);
    });
    expect(outward).toEqual([]);
    const inward = sources('geodata')
      .flatMap(importsOf)
      .filter((entry) => {
        const path = localTarget(entry);
        const room = path ? roomOf(path) : null;
        return room !== null && !geodataMayImport.has(room);
      });
    expect(inward).toEqual([]);
  });

  it('keeps files, GDAL and the other rooms of geodata out of what the page takes from the import core', () => {
    // The mesh is arithmetic on integers: mending stands on it. What it imports is looked at as well.
    const isCore = (path: string) =>
      path.startsWith(importCore) || path.startsWith(join('geodata', 'mesh', '/'));
    const taken = all.filter((entry) => !entry.typeOnly && roomOf(entry.file) === 'importer');
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

  it('has no room for leftovers', () => {
    const names = [...sources('src'), ...sources('geodata')].filter((path) =>
      /\/(utils?|lib|helpers?|types)(\/|\.ts$)/.test(path),
    );
    expect(names).toEqual([]);
  });

  it('reads nothing outside the repository', () => {
    const leaks = [...sources('src'), ...sources('geodata')].filter((path) =>
      readFileSync(join(root, path), 'utf8').includes('../shared'),
    );
    expect(leaks).toEqual([]);
  });
});
