import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Builds public/tiles anew as `npm run data` does, in a process of its own: the build reads its inputs afresh.
 * @throws with the last lines the build wrote
 */
export async function rebuildTiles(): Promise<void> {
  const root = join(import.meta.dirname, '..', '..');
  await promisify(execFile)(process.execPath, ['--import', 'tsx', join(root, 'geodata', 'build.ts')], {
    cwd: root,
  }).catch((error: unknown) => {
    const said =
      error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n') : [String(error)];
    throw new Error(said.slice(-5).join('\n'));
  });
}
