import { copyFile, link, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pieces, type ByteSource } from '../byte-source.js';
import { extensionOf, formatByExtension, sidecars, stemOf } from '../format-table.js';
import { ReadFailure } from '../read-failure.js';
import { sweep, temporaryName, untilFinished } from './temporary.js';

/** A file on disk, read in pieces; `close` it. */
export interface FileSource extends ByteSource {
  path: string;
  close: () => Promise<void>;
}

/** @throws ReadFailure where there is no such file, or nothing in it */
export async function fileSource(path: string): Promise<FileSource> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new ReadFailure({ reason: 'file-missing', path });
  const handle = await open(path, 'r');
  return {
    path,
    name: basename(path),
    size: found.size,
    read: async (offset, length) => {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, found.size - offset)));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset);
      return new Uint8Array(buffer.buffer, buffer.byteOffset, bytesRead);
    },
    close: () => handle.close(),
  };
}

/**
 * Files beside one that belong to it: the index and table of a .shp. Those of a twin in another format, which is
 * unpacked into the same folder, do not. Paths as given.
 */
export async function companionsOf(path: string): Promise<string[]> {
  const folder = dirname(path);
  const format = formatByExtension(extensionOf(path))?.id;
  if (format === undefined) return [];
  const beside = await readdir(folder);
  return beside
    .filter((name) => sidecars[extensionOf(name)] === format)
    .filter((name) => stemOf(name).toLowerCase() === stemOf(path).toLowerCase())
    .map((name) => join(folder, name))
    .filter((other) => basename(other) !== basename(path));
}

/** sha-256 of a file in hex, read in pieces. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) if (piece instanceof Uint8Array) hash.update(piece);
  return hash.digest('hex');
}

/** A folder of our own, taken away by `remove`, or with the process. What killed ones left goes first. */
export async function workFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  sweep(tmpdir());
  const path = join(tmpdir(), temporaryName('import'));
  await mkdir(path, { mode: 0o700 });
  const finished = untilFinished(path);
  const remove = async () => {
    await rm(path, { recursive: true, force: true });
    finished();
  };
  return { path, remove };
}

/** Puts a source under another name; a file without copying, where the disk allows it. */
export async function placeSource(source: ByteSource, to: string): Promise<void> {
  const from = 'path' in source && typeof source.path === 'string' ? source.path : null;
  if (from === null) await writePieces(to, pieces(source));
  else await link(from, to).catch(() => copyFile(from, to));
}

/** Writes what arrives to a file. */
export async function writePieces(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(path, 'w');
  try {
    for await (const piece of bytes) await handle.write(piece);
  } finally {
    await handle.close();
  }
}
