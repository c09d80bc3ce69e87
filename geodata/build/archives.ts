import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { GroundArchive } from '../../src/catalog/basemap.js';
import { archivesSchema, type Manifest } from '../../src/catalog/manifest.js';
import { buildBasemap } from '../basemap/basemap.js';
import { buildBlockNumbers } from '../basemap/block-numbers.js';
import { groundFiles, readGroundFolder } from '../basemap/ground.js';
import type { CityData } from '../cities/city-data.js';
import { ownCityData } from '../cities/cities.js';
import { readRows } from '../tables/read-rows.js';
import { sha256 } from './manifest.js';

type Archives = NonNullable<Manifest['archives']>;
export interface BuiltArchive {
  bytes: Uint8Array;
  entry: Archives[string];
}

const root = join(import.meta.dirname, '..', '..');
/** Where the built files of this repository lie. */
export const ownTilesFolder = join(root, 'public', 'tiles');

const latinName = v.object({ name: v.string(), nameEn: v.string() });

/**
 * The base map and the block numbers of a city. They take half a minute: where what they are made from is what the
 * manifest beside them says, the archive that is there is taken.
 * @param before folder with archives and their manifest
 * @returns none where the city has no ground. @throws what is wrong with the inputs
 */
export function buildArchives(
  before = ownTilesFolder,
  { city, ground }: CityData = ownCityData(),
): Map<GroundArchive, BuiltArchive> {
  const built = new Map<GroundArchive, BuiltArchive>();
  if (!ground) return built;
  const { centre } = city;
  const known = archivesIn(before);
  const add = (id: GroundArchive, files: readonly URL[], asOf: string, build: () => Uint8Array) => {
    const inputs = sha256([...files.map((file) => sha256(readFileSync(file))), recipe()].join('\n'));
    const bytes = unchanged(before, known[id], inputs) ?? build();
    const file = `${id}.pmtiles`;
    built.set(id, { bytes, entry: { file, bytes: bytes.length, sha256: sha256(bytes), inputs, asOf } });
  };
  const { osm, blocks } = ground;
  const names = new URL('names-en.csv', osm.folder);
  add(
    'basemap',
    [...Object.values(groundFiles).map((file) => new URL(file, osm.folder)), names],
    osm.asOf,
    () =>
      buildBasemap(
        readGroundFolder(osm.folder),
        new Map(readRows(names, latinName).map(({ name, nameEn }) => [name, nameEn])),
        { name: `mizumichi ${city.id}: basemap`, asOf: osm.asOf, centre },
      ),
  );
  add('block-numbers', blocks.files, blocks.asOf, () =>
    buildBlockNumbers(blocks.rows(), {
      name: `mizumichi ${city.id}: block numbers`,
      asOf: blocks.asOf,
      centre,
    }),
  );
  return built;
}

/** Sum over the code that makes the archives: another recipe gives other tiles. */
function recipe(): string {
  const folder = join(root, 'geodata', 'basemap');
  const files = readdirSync(folder)
    .filter((name) => name !== 'take-ground.ts')
    .sort()
    .map((name) => join(folder, name));
  const texts = [...files, join(root, 'src', 'catalog', 'basemap.ts')].map((file) =>
    readFileSync(file, 'utf8').replaceAll('\r\n', '\n'),
  );
  return sha256(texts.join('\n'));
}

function archivesIn(folder: string): Archives {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) return {};
  const { archives } = JSON.parse(readFileSync(file, 'utf8')) as { archives?: unknown };
  const read = v.safeParse(archivesSchema, archives);
  return read.success ? read.output : {};
}

function unchanged(folder: string, entry: Archives[string] | undefined, inputs: string): Uint8Array | null {
  if (entry?.inputs !== inputs) return null;
  const file = join(folder, entry.file);
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  return sha256(bytes) === entry.sha256 ? bytes : null;
}
