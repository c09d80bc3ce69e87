/** Why something could not be written: a sentence for people, with the system's own code in it. */
export class DiskFailure extends Error {
  /** `ENOSPC` and the like; '' where it was not the system that refused. */
  readonly code: string;
  constructor(path: string, error: unknown) {
    super(`${path}: ${reasonOf(error)}`);
    this.code = codeOf(error) ?? '';
  }
}

const words: Readonly<Record<string, string>> = {
  EACCES: 'there is no permission to write here',
  EBUSY: 'another program holds it',
  EDQUOT: 'your share of the disk is used up',
  EEXIST: 'something of that name stands there already',
  EFBIG: 'the file would be larger than is allowed here',
  EIO: 'the disk does not answer',
  EISDIR: 'this is a folder, not a file',
  ELOOP: 'the links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is no folder',
  ENXIO: 'nobody reads at the other end',
  EPERM: 'the system does not allow it',
  EPIPE: 'the reader has gone',
  EROFS: 'the disk is read-only',
  ETXTBSY: 'a program of that name is running',
};

/** The system's code of an error, or null where it is none of the system's. */
export function codeOf(error: unknown): string | null {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : null;
}

/** An error of the system in words, with its code; any other error's own message, its first line. */
export function reasonOf(error: unknown): string {
  if (error instanceof DiskFailure) return error.message;
  const code = codeOf(error);
  if (code !== null && words[code]) return `${code}, ${words[code]}`;
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}

/** Runs a step on a file; what the system refuses becomes a DiskFailure with the path the person knows. */
export async function onDisk<T>(path: string, step: () => T | Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw error instanceof DiskFailure ? error : new DiskFailure(path, error);
  }
}
