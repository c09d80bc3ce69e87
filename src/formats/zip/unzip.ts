import { Inflate } from 'fflate';
import type { ByteSource } from '../byte-source.js';
import { ReadFailure } from '../read-failure.js';
import type { ZipEntry } from './zip-directory.js';

const localSignature = 0x04034b50;
const headerBytes = 30;
const pieceBytes = 1 << 18;

/**
 * The bytes of one entry, piece by piece. The directory's sizes are promises only: an entry that unpacks to more
 * than it promised is broken off as a bomb, one that unpacks to less is broken.
 */
export async function* unzip(source: ByteSource, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const header = await source.read(entry.offset, headerBytes);
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < headerBytes || view.getUint32(0, true) !== localSignature)
    throw new ReadFailure({ reason: 'zip-broken' });
  if (entry.method !== 0 && entry.method !== 8)
    throw new ReadFailure({ reason: 'zip-unsupported', detail: `${entry.path}: method ${entry.method}` });
  const start = entry.offset + headerBytes + view.getUint16(26, true) + view.getUint16(28, true);
  const ready: Uint8Array[] = [];
  const inflate = entry.method === 8 ? new Inflate((chunk) => ready.push(chunk)) : null;
  let given = 0;
  for (let done = 0; done < entry.packedBytes;) {
    const packed = await source.read(start + done, Math.min(pieceBytes, entry.packedBytes - done));
    if (packed.length === 0) throw new ReadFailure({ reason: 'zip-broken' });
    done += packed.length;
    if (!inflate) ready.push(packed);
    else {
      try {
        inflate.push(packed, done >= entry.packedBytes);
      } catch {
        throw new ReadFailure({ reason: 'zip-broken' });
      }
    }
    for (const chunk of ready.splice(0)) {
      given += chunk.length;
      if (given > entry.unpackedBytes) throw new ReadFailure({ reason: 'zip-bomb', entry: entry.path });
      if (chunk.length > 0) yield chunk;
    }
  }
  if (given !== entry.unpackedBytes) throw new ReadFailure({ reason: 'zip-broken' });
}

/** The bytes of one entry at once. */
export async function unzipWhole(source: ByteSource, entry: ZipEntry): Promise<Uint8Array> {
  const bytes = new Uint8Array(entry.unpackedBytes);
  let at = 0;
  for await (const piece of unzip(source, entry)) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
