import { copyFile, link, mkdtemp, open, rm, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ByteSource } from './byte-source.js';
import { ReadFailure } from './read-failure.js';

/** A file on disk, read in pieces; `close` it. */
export async function fileSource(path: string): Promise<ByteSource & { close: () => Promise<void> }> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new ReadFailure('file-missing', path);
  if (found.size === 0) throw new ReadFailure('file-empty', path);
  const handle = await open(path, 'r');
  return {
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

/** sha-256 of a file in hex, read in pieces. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) if (piece instanceof Uint8Array) hash.update(piece);
  return hash.digest('hex');
}

/** A folder of our own, taken away by `remove`. */
export async function workFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'mizumichi-import-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Puts a file under another name without copying, where the disk allows it. */
export async function placeFile(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to));
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
