import { existsSync, realpathSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBuilt } from './checks/built-layers.js';
import { districtLines } from './checks/districts.js';
import { fileLines } from './checks/files.js';
import { halfStateLines } from './checks/half-state.js';
import { siteLines } from './checks/known-sites.js';
import { placeLines } from './checks/places.js';
import { planLines } from './checks/plans.js';
import { shapeLines } from './checks/shapes.js';
import { townLines } from './checks/towns.js';
import { networkFolder } from '../src/catalog/network.js';
import type { CheckLine } from './tables/sum-check.js';
import { ownCityData } from './cities/cities.js';
import { withOfficialBlocks } from './build/official-blocks.js';
import { officialFolder } from './import/official-layer.js';

export type { CheckLine } from './tables/sum-check.js';

/**
 * Every promise of the city's built layers, one line each: file name → bytes in, lines out.
 * When a file cannot be read, only that is said.
 * @param official imported files they were built from
 */
export function checkFiles(
  bytes: ReadonlyMap<string, Uint8Array>,
  official: string | null = null,
): CheckLine[] {
  const read = readBuilt(bytes);
  if (!read.ok) return read.lines;
  const city = official === null ? ownCityData() : withOfficialBlocks(ownCityData(), official);
  return [
    ...[fileLines, shapeLines, districtLines, planLines, placeLines, siteLines].flatMap((lines) =>
      lines(read.built, city.checks),
    ),
    ...townLines(read.built, city),
  ];
}

const ownTiles = join(import.meta.dirname, '..', 'public', 'tiles');

/**
 * Promises of the city's folder, of its town table and of the layers built in a folder (public/tiles).
 * @param official imported files they must be built from; null = another folder's, of which nothing is known
 */
export async function runChecks(
  tilesFolder: string,
  official: string | null = isOwn(tilesFolder) ? officialFolder : null,
): Promise<CheckLine[]> {
  const names = await readdir(tilesFolder, { recursive: true }).catch(() => []);
  const vouched = names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(geojson|json|pmtiles)$/.test(name) && !name.startsWith(`${networkFolder}/`))
    .sort();
  const bytes = new Map<string, Uint8Array>();
  for (const name of vouched) bytes.set(name, await readFile(join(tilesFolder, name)));
  return [
    ...ownCityData().folderLines(),
    ...halfStateLines(tilesFolder, official),
    ...checkFiles(bytes, official),
  ];
}

const isOwn = (folder: string): boolean =>
  existsSync(folder) && existsSync(ownTiles) && realpathSync(folder) === realpathSync(ownTiles);
