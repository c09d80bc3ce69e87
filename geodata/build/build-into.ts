import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest } from '../../src/catalog/manifest.js';
import type { BuildFolders } from '../import/staged-build.js';
import { ownCityData } from '../cities/cities.js';
import { withOfficialBlocks } from './official-blocks.js';
import { buildArchives, ownTilesFolder } from './archives.js';
import { buildLayers } from './build-layers.js';
import { builtNetwork } from './built-network.js';
import { documentsOf } from './documents.js';
import { bundle, sha256 } from './manifest.js';

/** Builds every layer and the manifest into a folder; the same inputs give the same bytes. @throws what is wrong with them */
export function buildInto({ official, tiles, networkIn }: BuildFolders): Manifest {
  const city = withOfficialBlocks(ownCityData(), official);
  const layers = buildLayers(official, city);
  const network = networkIn === null ? null : builtNetwork(networkIn);
  const archives = buildArchives(ownTilesFolder, city);
  const { files, manifest } = bundle(
    layers,
    documentsOf(layers, city),
    network,
    officialHashes(official),
    Object.fromEntries([...archives].map(([id, { entry }]) => [id, entry])),
  );
  for (const { entry, bytes } of archives.values()) writeFileSync(join(tiles, entry.file), bytes);
  for (const [file, content] of files) {
    mkdirSync(dirname(join(tiles, file)), { recursive: true });
    writeFileSync(join(tiles, file), content);
  }
  return manifest;
}

/** sha-256 of every imported layer's file, by layer: the manifest says what it was built from. */
export function officialHashes(official: string): Map<string, string> {
  const names = existsSync(official) ? readdirSync(official).sort() : [];
  return new Map(
    names
      .filter((name) => name.endsWith('.geojson'))
      .map((name) => [name.replace(/\.geojson$/, ''), sha256(readFileSync(join(official, name)))]),
  );
}
