import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogue } from '../src/catalog/layers.js';
import { buildLayers } from './build/build-layers.js';
import { bundle } from './build/manifest.js';
import { documentsOf } from './build/documents.js';
import { builtNetwork } from './build/built-network.js';

/** Writes public/tiles: `npm run data`. */
const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'public', 'tiles');
const layers = buildLayers();
const { files, manifest } = bundle(layers, documentsOf(layers), builtNetwork(folder));
mkdirSync(folder, { recursive: true });
for (const [file, content] of files) writeFileSync(join(folder, file), content);
// An optional layer that was taken away again leaves no file behind.
for (const { id } of catalogue)
  if (!files.has(`${id}.geojson`)) rmSync(join(folder, `${id}.geojson`), { force: true });
for (const [id, entry] of Object.entries(manifest.layers)) {
  console.log(`${id}: ${entry.placed} of ${entry.features} placed, ${(entry.bytes / 1024).toFixed(0)} KiB`);
}
console.log(`data version ${manifest.dataVersion}`);
