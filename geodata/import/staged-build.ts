import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../src/catalog/layers.js';
import type { Exchange } from '../disk/journal.js';

/** Where a build reads and writes. */
export interface BuildFolders {
  /** The imported layers, as they shall be. */
  official: string;
  /** Where the new files go; it is there already. */
  tiles: string;
  /** A folder with `network/`, or null for none. */
  networkIn: string | null;
}

/** Last of all, for it vouches for the others. */
const lastFile = 'manifest.json';

/** The built files of a folder into another's place; layers that are no longer made go. */
export function exchangeOfBuild(from: string, tiles: string): Exchange {
  const names = filesBelow(from).sort((a, b) => Number(a === lastFile) - Number(b === lastFile));
  const made = new Set(names);
  // An optional layer that was taken away again leaves no file behind.
  const gone = made.has(lastFile)
    ? catalogue.map(({ id }) => `${id}.geojson`).filter((name) => !made.has(name))
    : [];
  return {
    moves: names.map((name) => ({ from: join(from, name), to: join(tiles, name) })),
    removes: gone.map((name) => join(tiles, name)),
  };
}

function filesBelow(folder: string, prefix = ''): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(folder, join(prefix, entry.name)) : [join(prefix, entry.name)],
  );
}

/** Makes a folder with the imported layers of another but one, without copying where the disk allows it. */
export function withLayersOf(official: string, folder: string, except: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of existsSync(official) ? readdirSync(official) : []) {
    if (!name.endsWith('.geojson') || name === except) continue;
    const [from, to] = [join(official, name), join(folder, name)];
    try {
      linkSync(from, to);
    } catch {
      copyFileSync(from, to);
    }
  }
}
