/** How scripts write documents, pictures and tables that are committed: whole, or not at all. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file beside its place and renames it: whoever stops the script in the middle, and a disk that is full, leave
 * the old one. The name beside is always the same: what a killed script left there, the next one writes over.
 * @param {string} path of a file or of a link to one @param {string | Uint8Array} content
 */
export function writeWhole(path, content) {
  const target = existsSync(path) ? realpathSync(path) : path;
  const fresh = join(dirname(target), `.${basename(target)}.new`);
  const file = openSync(fresh, 'w');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
    closeSync(file);
    renameSync(fresh, target);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}
