import { execFile } from 'node:child_process';
import { copyFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Preview } from '../import/import-options.js';
import type { LayerFeature } from '../import/layer-collection.js';
import { workFolder } from '../../src/formats/node/node-files.js';
import { untilFinished } from '../../src/formats/node/temporary.js';
import type { BuildFolders } from '../import/staged-build.js';

/**
 * Builds the layers into a folder as `npm run data` does, in a process of its own: this one stays free to be stopped,
 * and the build reads its inputs afresh.
 * @throws with the last lines the build wrote
 */
export async function rebuildTiles({ official, tiles, networkIn }: BuildFolders): Promise<void> {
  const root = join(import.meta.dirname, '..', '..');
  const folders = [
    '--official',
    official,
    '--tiles',
    tiles,
    ...(networkIn ? ['--network-in', networkIn] : []),
  ];
  const build = promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', join(root, 'geodata', 'build.ts'), ...folders],
    { cwd: root },
  );
  const finished = untilFinished(`build ${build.child.pid}`, null, () => void build.child.kill('SIGKILL'));
  try {
    await build;
  } catch (error) {
    const said =
      error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n') : [String(error)];
    throw new Error(said.slice(-5).join('\n'), { cause: error });
  } finally {
    finished();
  }
}

/**
 * Builds every layer in memory with one official file exchanged; nothing of the repository is touched.
 * @param officialFolder the imported layers as they are
 * @param name file name in that folder, @param text what it would hold
 */
export async function previewLayers(officialFolder: string, name: string, text: string): Promise<Preview> {
  const folder = await workFolder();
  try {
    for (const other of await readdir(officialFolder).catch(() => []))
      if (other.endsWith('.geojson')) await copyFile(join(officialFolder, other), join(folder.path, other));
    await writeFile(join(folder.path, name), text);
    // Loaded here only: most imports need no build of their own.
    const { buildLayers } = await import('./build-layers.js');
    const layers = new Map<string, LayerFeature[]>();
    for (const [id, features] of buildLayers(folder.path))
      layers.set(
        id,
        features.map(({ properties, geometry }) => ({
          type: 'Feature',
          properties,
          geometry: geometry as LayerFeature['geometry'],
        })),
      );
    return layers;
  } finally {
    await folder.remove();
  }
}
