import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildLayers } from './layers/all-layers.js';
import { bundle } from './layers/manifest.js';
import { documentsOf } from './layers/documents.js';

/** Writes public/tiles: `npm run data`. */
const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'public', 'tiles');
const layers = buildLayers();
const { files, manifest } = bundle(layers, documentsOf(layers));
mkdirSync(folder, { recursive: true });
for (const [file, content] of files) writeFileSync(join(folder, file), content);
for (const [id, entry] of Object.entries(manifest.layers)) {
  console.log(`${id}: ${entry.placed} of ${entry.features} placed, ${(entry.bytes / 1024).toFixed(0)} KiB`);
}
console.log(`data version ${manifest.dataVersion}`);
