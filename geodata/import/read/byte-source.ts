/** Something with bytes that can be read in pieces: a file on disk, a Blob in a browser, an entry in memory. */
export interface ByteSource {
  /** File name with its extension, no folder. */
  name: string;
  size: number;
  /** Bytes from `offset`, at most `length`; fewer at the end. */
  read: (offset: number, length: number) => Promise<Uint8Array>;
}

/** What a browser has: a File or Blob. */
export function blobSource(name: string, blob: Blob): ByteSource {
  return {
    name,
    size: blob.size,
    read: async (offset, length) => new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()),
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

/** All bytes at once, for formats that cannot be read in pieces. */
export async function wholeOf(source: ByteSource): Promise<Uint8Array> {
  return source.read(0, source.size);
}
