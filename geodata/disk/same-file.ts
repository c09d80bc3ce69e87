import { fstatSync, statSync, type BigIntStats } from 'node:fs';

/** A file by device and inode: the same one by every name, link, `..` and spelling. Null where there is none. */
function identityOf(file: string | number): string | null {
  let stat: BigIntStats | undefined;
  try {
    stat =
      typeof file === 'number'
        ? fstatSync(file, { bigint: true })
        : statSync(file, { bigint: true, throwIfNoEntry: false });
  } catch {
    return null;
  }
  return stat?.isFile() ? `${stat.dev}:${stat.ino}` : null;
}

/**
 * Whether two files are one. Only files that keep what is written: a terminal or a pipe may be read and written at once.
 * @param one, other a path, or the number of an open file (0 = stdin, 1 = stdout)
 */
export function isSameFile(one: string | number, other: string | number): boolean {
  const identity = identityOf(one);
  return identity !== null && identity === identityOf(other);
}
