import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Manifest } from '../src/catalog/manifest.js';
import { buildInto } from './build/build-into.js';
import { rebuildTiles } from './build/rebuild.js';
import { endInASentence, unforeseen } from './disk/end-in-a-sentence.js';
import { exchangeFiles } from './disk/exchange-files.js';
import { holderText } from './disk/lock.js';
import { officialFolder, workFolderOf } from './import/official-layer.js';
import { exchangeOfBuild } from './import/staged-build.js';

/**
 * `npm run data` writes public/tiles, whole or not at all. An import that holds the lock itself has it built elsewhere:
 * `build.ts --official DIR --tiles DIR [--network-in DIR]`.
 */
const { values } = parseArgs({
  options: { official: { type: 'string' }, tiles: { type: 'string' }, 'network-in': { type: 'string' } },
});
const say = (text: string) => void process.stderr.write(`${text}\n`);
endInASentence('data', say);

async function build(): Promise<Manifest> {
  const { official, tiles } = values;
  if (official !== undefined && tiles !== undefined)
    return buildInto({ official, tiles, networkIn: values['network-in'] ?? null });
  const place = join(dirname(fileURLToPath(import.meta.url)), '..', 'public', 'tiles');
  return exchangeFiles(
    workFolderOf(officialFolder),
    async (staging) => {
      const fresh = join(staging, 'tiles');
      mkdirSync(fresh);
      // Elsewhere too: building leaves no moment to listen for a signal in.
      await rebuildTiles({ official: officialFolder, tiles: fresh, networkIn: place });
      const value = JSON.parse(readFileSync(join(fresh, 'manifest.json'), 'utf8')) as Manifest;
      return { exchange: exchangeOfBuild(fresh, place), value };
    },
    { onWait: (holder) => say(`… waiting: ${holderText(holder)} is changing the data`) },
  );
}

try {
  const manifest = await build();
  for (const [id, entry] of Object.entries(manifest.layers)) {
    console.log(`${id}: ${entry.placed} of ${entry.features} placed, ${(entry.bytes / 1024).toFixed(0)} KiB`);
  }
  console.log(`data version ${manifest.dataVersion}`);
} catch (error) {
  say(values.tiles === undefined ? `✗ data: ${unforeseen(error)}` : unforeseen(error));
  process.exitCode = 1;
}
