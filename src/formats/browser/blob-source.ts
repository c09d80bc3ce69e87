import type { ByteSource } from '../byte-source.js';

/** What a browser has: a File or Blob. Large ones it keeps on disk. */
export function blobSource(name: string, blob: Blob): ByteSource {
  return {
    name,
    size: blob.size,
    read: async (offset, length) => new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()),
  };
}

/** Keeps what is taken out of a zip in a Blob. */
export async function keepInBlob(name: string, bytes: AsyncIterable<Uint8Array>): Promise<ByteSource> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of bytes) parts.push(new Uint8Array(piece));
  return blobSource(name, new Blob(parts));
}
