import { ReadFailure } from './read-failure.js';
import { mebibytes, type Limits } from './limits.js';

/** Something with bytes that can be read in pieces: a file on disk, a Blob in a browser, an entry of a zip. */
export interface ByteSource {
  /** Path as it was given: a file name, or folders and a name with `/` inside a zip. Never used as a path on disk. */
  name: string;
  size: number;
  /** Bytes from `offset`, at most `length`; fewer at the end. */
  read: (offset: number, length: number) => Promise<Uint8Array>;
}

/** Bytes in memory. */
export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
}

const pieceBytes = 1 << 20;

/** The whole source, piece by piece. */
export async function* pieces(source: ByteSource): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < source.size; offset += pieceBytes) {
    const piece = await source.read(offset, pieceBytes);
    if (piece.length === 0) return;
    yield piece;
  }
}

/** All bytes at once. */
export async function wholeOf(source: ByteSource): Promise<Uint8Array> {
  return source.read(0, source.size);
}

/** All bytes at once, of a format that cannot be read in pieces. @throws ReadFailure beyond `limits.wholeBytes` */
export async function wholeWithin(source: ByteSource, limits: Limits): Promise<Uint8Array> {
  requireSize(source.size, limits.wholeBytes);
  return wholeOf(source);
}

/** @throws ReadFailure with both figures */
export function requireSize(bytes: number, limit: number): void {
  if (bytes > limit)
    throw new ReadFailure({
      reason: 'file-too-large',
      megabytes: mebibytes(bytes),
      limitMegabytes: mebibytes(limit),
    });
}
